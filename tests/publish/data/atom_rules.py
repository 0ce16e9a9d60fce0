"""What RFC 4287 asks of a feed document, as far as a feed of ours can break it."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
_OF_FEED = {"author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle"} | {
    "title", "updated", "entry",
}  # fmt: skip
_OF_ENTRY = {"author", "category", "content", "contributor", "id", "link", "published", "rights", "source"} | {
    "summary", "title", "updated",
}  # fmt: skip


def atom_faults(document: bytes) -> list[str]:
    """Every way in which *document* breaks the rules; a document that is no XML raises ParseError."""
    root = ElementTree.fromstring(document)  # noqa: S314 - our own output
    if root.tag != f"{ATOM}feed":
        return [f"the document is a {root.tag}"]
    return [*_feed_faults(root)]


def _feed_faults(feed: Element) -> Iterator[str]:
    entries = feed.findall(f"{ATOM}entry")
    yield from _common_faults("feed", feed, _OF_FEED)
    if feed.find(f"{ATOM}author") is None and not all(e.find(f"{ATOM}author") is not None for e in entries):
        yield "feed: no author, and an entry without one (4.1.1)"
    names = [entry.findtext(f"{ATOM}id") for entry in entries]
    yield from (f"id {name} stands twice (4.1.1)" for name in set(names) if names.count(name) > 1)
    for entry in entries:
        where = f"entry {entry.findtext(f'{ATOM}id')}"
        yield from _common_faults(where, entry, _OF_ENTRY)
        if len(entry.findall(f"{ATOM}published")) > 1 or len(entry.findall(f"{ATOM}summary")) > 1:
            yield f"{where}: published or summary more than once (4.1.2)"
        if entry.find(f"{ATOM}content") is None and not _links(entry, "alternate"):
            yield f"{where}: neither content nor an alternate link (4.1.2)"


def _common_faults(where: str, node: Element, allowed: set[str]) -> Iterator[str]:
    for child in node:
        if child.tag.removeprefix(ATOM) not in allowed or not child.tag.startswith(ATOM):
            yield f"{where}: {child.tag} may not stand there"
    for tag in ("id", "title", "updated"):
        if len(node.findall(f"{ATOM}{tag}")) != 1 or not node.findtext(f"{ATOM}{tag}"):
            yield f"{where}: not exactly one {tag}"
    if not re.match(r"[a-z][a-z0-9+.-]*:\S+$", node.findtext(f"{ATOM}id") or ""):
        yield f"{where}: its id is no IRI (4.2.6)"
    yield from _value_faults(where, node)


def _value_faults(where: str, node: Element) -> Iterator[str]:
    for tag in ("updated", "published"):
        if any(not _MOMENT.fullmatch(found.text or "") for found in node.findall(f"{ATOM}{tag}")):
            yield f"{where}: {tag} is no date and time (3.3)"
    alternates = [(link.get("type"), link.get("hreflang")) for link in _links(node, "alternate")]
    if len(alternates) != len(set(alternates)) or len(_links(node, "self")) > 1:
        yield f"{where}: two links say the same (4.1.1)"
    yield from (
        f"{where}: a link leads nowhere (4.2.7.1)" for link in node.findall(f"{ATOM}link") if not link.get("href")
    )
    yield from (f"{where}: a category has no term" for c in node.findall(f"{ATOM}category") if c.get("term") is None)
    for person in node.findall(f"{ATOM}author"):
        if [child.tag for child in person] != [f"{ATOM}name"] or not person.findtext(f"{ATOM}name"):
            yield f"{where}: an author without a name (3.2.1)"


def _links(node: Element, relation: str) -> list[Element]:
    return [link for link in node.findall(f"{ATOM}link") if link.get("rel", "alternate") == relation]
