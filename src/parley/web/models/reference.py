"""The API's reference as a page."""

from __future__ import annotations

from parley.web.models.common import Model


class ReferenceParameter(Model):
    """A parameter: ``place`` is path, query, header or form, ``kind`` what it may be, in words."""

    name: str
    place: str
    kind: str
    required: bool
    words: str


class ReferenceAnswer(Model):
    """An answer: its status, what it means, its media types, and the model of its JSON where there is one."""

    status: str
    words: str
    media: tuple[str, ...]
    model: str | None


class ReferenceEndpoint(Model):
    """Something to ask for. ``page`` is the path of the same as a page, where there is one."""

    id: str
    method: str
    path: str
    page: str | None
    summary: str
    words: str
    parameters: tuple[ReferenceParameter, ...]
    answers: tuple[ReferenceAnswer, ...]
    example: str


class ReferenceGroup(Model):
    """The endpoints of one noun."""

    name: str
    words: str
    endpoints: tuple[ReferenceEndpoint, ...]


class ReferenceField(Model):
    """A field of a model: ``models`` are the models that ``kind`` names."""

    name: str
    kind: str
    models: tuple[str, ...]
    words: str


class ReferenceModel(Model):
    """What an object of an answer holds."""

    name: str
    words: str
    fields: tuple[ReferenceField, ...]


class ReferencePage(Model):
    """Every endpoint, and every model of their answers."""

    version: str
    words: tuple[str, ...]
    groups: tuple[ReferenceGroup, ...]
    models: tuple[ReferenceModel, ...]
