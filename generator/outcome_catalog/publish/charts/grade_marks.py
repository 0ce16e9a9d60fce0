"""A use's evidence grade as a shape: verified is full, attested half, claimed empty; what is not counted is crossed."""

from xml.etree.ElementTree import Element

from outcome_catalog.publish.charts.svg import add

_INNER = {"verified": "a5 5 0 1 1 0 10a5 5 0 1 1 0-10z", "attested": "a5 5 0 0 0 0 10z"}


def grade_mark(group: Element, grade: str, x: float, y: float, *, is_counted: bool = True) -> None:
    """The mark at (x, y) in *group*, whose class tells the grade's colour."""
    add(group, "circle", css="oc-outer", cx=x, cy=y, r=5)
    if grade in _INNER:
        add(group, "path", css="oc-inner", d=f"M{x:.1f} {y - 5:.1f}{_INNER[grade]}")
    if not is_counted:
        add(group, "path", css="oc-crossed", d=f"M{x - 6:.1f} {y + 6:.1f}l12-12")
