"""A feed as Atom (RFC 4287); text is escaped by the XML library, never by hand."""

from xml.etree.ElementTree import Element, SubElement, tostring

from outcome_catalog.publish.charts.svg import clean
from outcome_catalog.publish.feeds.feed import Entry, Feed, moment
from outcome_catalog.publish.site_settings import SiteSettings

_NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(feed: Feed, site: SiteSettings, ending: str) -> bytes:
    """The document; its links are relative to its own place where the site does not know its address (§4.2.7.1)."""
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": feed.language})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", moment(feed.updated))
    _author(root, feed.author)
    own = site.address(feed.file(ending))
    if own is not None:
        SubElement(root, "link", rel="self", type="application/atom+xml", href=own)
    SubElement(root, "link", rel="alternate", type="text/html", href=site.link(feed.pages[0], feed.place))
    for entry in feed.entries:
        root.append(_entry(entry, site.link(entry.url, feed.place)))
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(entry: Entry, href: str) -> Element:
    element = Element("entry", {} if entry.language is None else {"xml:lang": clean(entry.language)})
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", moment(entry.updated))
    _text(element, "published", moment(entry.published))
    SubElement(element, "link", rel="alternate", type="text/html", href=href)
    for author in entry.authors:
        _author(element, author)
    for term, label in entry.categories:
        SubElement(element, "category", term=clean(term), label=clean(label))
    _text(element, "summary", entry.summary)
    return element


def _author(parent: Element, name: str) -> None:
    _text(SubElement(parent, "author"), "name", name)


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = clean(text)
