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


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """Texts that lie on each other: each taken as wide as half its size a letter, less than any font needs."""
    boxes = []
    for text in drawing.root.iter("text"):
        size = 12 if "oc-strong" in text.get("class", "") else 11
        width, x, y = len(text.text or "") * size * 0.5, float(text.attrib["x"]), float(text.attrib["y"])
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
        boxes.append((text.text or "", left, left + width, y - size * 0.7, y))
    return [
        (a[0], b[0])
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
        if a[1] < b[2] and b[1] < a[2] and a[3] < b[4] and b[3] < a[4]
    ]
