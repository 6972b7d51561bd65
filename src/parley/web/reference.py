"""From the API's description to its reference: endpoints by noun, and the models of their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from parley.web.models.reference import (
    ReferenceAnswer,
    ReferenceEndpoint,
    ReferenceField,
    ReferenceGroup,
    ReferenceModel,
    ReferencePage,
    ReferenceParameter,
)

Json = Mapping[str, Any]
_TOKEN = "TOKEN"


def reference(description: Json, site: str) -> ReferencePage:
    """The reference of a description; its examples ask the server at ``site``."""
    endpoints: dict[str, list[ReferenceEndpoint]] = {}
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            if "text/html" not in operation["responses"].get("200", {}).get("content", {}):
                endpoint = _endpoint(path, method, operation, description, site)
                endpoints.setdefault(operation["tags"][0], []).append(endpoint)
    return ReferencePage(
        version=description["info"]["version"],
        words=tuple(description["info"]["description"].split("\n\n")),
        groups=tuple(
            ReferenceGroup(name=tag["name"], words=tag["description"], endpoints=tuple(endpoints[tag["name"]]))
            for tag in description["tags"]
            if tag["name"] in endpoints
        ),
        models=tuple(_models(description)),
    )


def _endpoint(path: str, method: str, operation: Json, description: Json, site: str) -> ReferenceEndpoint:
    page = "/" if path == "/index.json" else path.removesuffix(".json")
    parameters = (*_parameters(operation), *_form(operation, description))
    return ReferenceEndpoint(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        page=page if path.endswith(".json") and page in description["paths"] else None,
        summary=operation.get("summary", ""),
        words=operation.get("description", ""),
        parameters=parameters,
        answers=tuple(_answer(status, answer) for status, answer in operation["responses"].items()),
        example=_example(path, method, parameters, site),
    )


def _parameters(operation: Json) -> Iterator[ReferenceParameter]:
    for parameter in operation.get("parameters", ()):
        schema = parameter.get("schema", {})
        yield ReferenceParameter(
            name=parameter["name"],
            place=parameter["in"],
            kind=_kind(schema),
            required=parameter.get("required", False),
            words=parameter.get("description") or schema.get("description", ""),
        )


def _form(operation: Json, description: Json) -> Iterator[ReferenceParameter]:
    for content in operation.get("requestBody", {}).get("content", {}).values():
        schema = _resolved(content["schema"], description)
        for name, field in schema.get("properties", {}).items():
            yield ReferenceParameter(
                name=name,
                place="form",
                kind=_kind(field),
                required=name in schema.get("required", ()),
                words=field.get("description", ""),
            )


def _answer(status: str, answer: Json) -> ReferenceAnswer:
    content = answer.get("content", {})
    names = [name for each in content.values() for name in _named(each.get("schema", {}))]
    return ReferenceAnswer(
        status=status, words=answer["description"], media=tuple(content), model=names[0] if names else None
    )


def _example(path: str, method: str, parameters: tuple[ReferenceParameter, ...], site: str) -> str:
    """A line for a shell that asks for it; what the asker has to put in is in capitals."""
    address = path
    for parameter in parameters:
        if parameter.place == "path":
            address = address.replace(f"{{{parameter.name}}}", parameter.name.upper())
    if method == "get":
        needed = [
            f"{each.name}={quote(each.name.upper())}" for each in parameters if each.place == "query" and each.required
        ]
        return f"curl '{site}{address}{'?' if needed else ''}{'&'.join(needed)}'"
    fields = [each.name for each in parameters if each.place == "form" and each.name != "token"]
    sent = "".join(f" --data-urlencode {name}={name.upper()}" for name in fields)
    return f"curl --header 'X-Parley-Token: {_TOKEN}'{sent or ' --request POST'} '{site}{address}'"


def _models(description: Json) -> Iterator[ReferenceModel]:
    schemas: Json = description["components"]["schemas"]
    for name in sorted(schemas):
        schema = schemas[name]
        yield ReferenceModel(
            name=name,
            words=schema.get("description", ""),
            fields=tuple(
                ReferenceField(
                    name=field, kind=_kind(inner), models=tuple(_named(inner)), words=inner.get("description", "")
                )
                for field, inner in schema.get("properties", {}).items()
            ),
        )


def _kind(schema: Json) -> str:
    """What a value may be, in words."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return ", ".join(str(value) for value in schema["enum"][:-1]) + f" or {schema['enum'][-1]}"
    if among := schema.get("anyOf") or schema.get("oneOf"):
        return " or ".join(_kind(each) for each in among)
    match schema.get("type"):
        case "array" if "prefixItems" in schema:
            return f"list of {', '.join(_kind(each) for each in schema['prefixItems'])}"
        case "array":
            return f"list of {_kind(schema.get('items', {}))}"
        case "object" if isinstance(schema.get("additionalProperties"), Mapping):
            return f"object of {_kind(schema['additionalProperties'])} by name"
        case None:
            return "anything"
        case str(kind):
            return kind
    return "anything"


def _named(schema: Json) -> list[str]:
    """The models that a schema names, each once."""
    found: dict[str, None] = {}
    waiting: list[Any] = [schema]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, Mapping):
            if "$ref" in part:
                found[part["$ref"].rpartition("/")[2]] = None
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return list(found)


def _resolved(schema: Json, description: Json) -> Json:
    if "$ref" not in schema:
        return schema
    found: Json = description["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return found
