"""What is new, as a feed. Source: RFC 4287 (The Atom Syndication Format)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from parley.interop.notice import Notice, name_of_feed

_MOST = 100
# Characters that XML 1.0 has no way to write; one of them would make the whole feed unreadable.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_atom(notices: Iterable[Notice], title: str, most: int = _MOST) -> bytes:
    """A feed of the ``most`` notices that the newest documents tell of, the newest first.

    A notice that no dated document tells of is not known to be new, and is left out.
    """
    dated = [notice for notice in notices if notice.updated]
    dated.sort(key=lambda notice: notice.name)
    dated.sort(key=lambda notice: notice.stamp, reverse=True)
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"})
    _add(feed, "id", f"urn:uuid:{name_of_feed(title)}")
    _add(feed, "title", title)
    _add(feed, "updated", f"{dated[0].stamp:%Y-%m-%dT%H:%M:%SZ}" if dated else "1970-01-01T00:00:00Z")
    _add(SubElement(feed, "author"), "name", "Parley")
    _add(feed, "generator", "Parley")
    for notice in dated[:most]:
        _entry(feed, notice)
    indent(feed)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: Element, notice: Notice) -> None:
    entry = SubElement(feed, "entry")
    _add(entry, "id", f"urn:uuid:{notice.name}")
    _add(entry, "title", notice.title)
    _add(entry, "updated", f"{notice.stamp:%Y-%m-%dT%H:%M:%SZ}")
    for term in (notice.kind, notice.status):
        SubElement(entry, "category", {"term": term})
    facts = "".join(f"<p>{escape(fact)}</p>" for fact in notice.facts())
    quotes = "".join(
        f"<blockquote><p>{escape(said.words)}</p><p>{escape(said.source)}</p></blockquote>" for said in notice.said
    )
    _add(entry, "content", facts + quotes, {"type": "html"})


def _add(parent: Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> None:
    SubElement(parent, tag, attributes or {}).text = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
