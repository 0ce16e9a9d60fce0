"""A drawing read back by an XML parser: what a reader sees, and what assistive technology says."""

from dataclasses import dataclass
from xml.etree import ElementTree


@dataclass(frozen=True)
class Drawing:
    """A parsed chart."""

    root: ElementTree.Element

    @classmethod
    def of(cls, text: str) -> "Drawing":
        return cls(ElementTree.fromstring(text))  # noqa: S314 - our own output

    def texts(self, css: str | None = None) -> list[str]:
        """What stands in the drawing, or what of it has the class *css*."""
        return [e.text or "" for e in self.root.iter("text") if css is None or css in e.get("class", "").split()]

    def tooltips(self) -> list[str]:
        """What pointing at the marks shows."""
        return [e.findtext("title", "") for e in self.root.iter() if e is not self.root and e.find("title") is not None]

    def marks(self, css: str) -> list[ElementTree.Element]:
        """The elements of the class *css*."""
        return [e for e in self.root.iter() if css in e.get("class", "").split()]

    @property
    def name(self) -> str:
        """The accessible name and description, as the drawing's own label gives them."""
        ids = {e.get("id"): e.text or "" for e in self.root.iter() if e.get("id")}
        return " ".join(ids[part] for part in self.root.attrib["aria-labelledby"].split())
