"""The colours meet WCAG 2.2 AA, in light and in dark: 4.5 for text, 3 for what one has to see to use the page."""

import re

import pytest

from outcome_catalog.publish.stylesheet import stylesheet

CSS = stylesheet()
INKS = ("ink", "muted", "link", "link-hover", "good", "fair", "warn", "bad", "none")
ON_SOFT = tuple((name, f"{name}-soft") for name in ("good", "fair", "warn", "bad", "none"))


def palette(scheme: str) -> dict[str, str]:
    """The colours that *scheme* sets, by name."""
    selector = r"\[data-md-color-scheme\]" if scheme == "default" else r'\[data-md-color-scheme="slate"\]'
    block = re.search(rf"{selector} \{{(.*?)\}}", CSS, flags=re.S)
    assert block is not None
    return dict(re.findall(r"--oc-([a-z-]+):\s*(#[0-9a-f]{6})", block[1]))


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_text_can_be_read(scheme: str) -> None:
    colours = palette(scheme)
    pairs = [(ink, ground) for ink in INKS for ground in ("background", "surface")]
    pairs += [
        *ON_SOFT,
        ("ink", "mark"),
        ("ink", "warn-soft"),
        ("ink", "bad-soft"),
        ("muted", "none-soft"),
        ("background", "link"),
    ]
    pairs += [("ink", f"{name}-soft") for name in ("good", "fair", "warn", "bad")]
    assert too_weak(colours, pairs, 4.5) == {}


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_text_can_be_read_on_every_tint(scheme: str) -> None:
    """Notes, banners and what a link leads to are tinted, whatever stands in them; a button keeps its text on hover."""
    colours = palette(scheme)
    tints = ("mark", "warn-soft", "bad-soft", "none-soft")
    pairs = [(ink, tint) for ink in ("ink", "muted", "link", "link-hover") for tint in tints]
    pairs += [(name, "mark") for name in ("good", "fair", "warn", "bad", "none")]
    pairs += [("background", "link-hover")]
    assert too_weak(colours, pairs, 4.5) == {}


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_edges_and_focus_can_be_seen(scheme: str) -> None:
    """WCAG 2.2, 1.4.11: the edges of controls, the ring of focus, and all that a chart tells by a colour."""
    colours = palette(scheme)
    pairs = [
        (name, ground) for name in ("border", "focus") for ground in ("background", "surface", "none-soft", "mark")
    ]
    drawn = ("link", "good", "fair", "warn", "bad", "none", "border")
    pairs += [(name, ground) for name in drawn for ground in ("background", "surface")]
    pairs += [(name, f"{name}-soft") for name in ("good", "fair", "warn", "bad", "none")]
    pairs += [("border", f"{name}-soft") for name in ("good", "fair", "warn", "bad")]
    assert too_weak(colours, pairs, 3) == {}


def too_weak(colours: dict[str, str], pairs: list[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    """The *pairs* whose contrast is below *least*, with their contrast."""
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    return {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


def test_black_on_white_is_twenty_one() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21


def test_no_colour_stands_outside_the_palette() -> None:
    """A colour written anywhere else would not follow the switch of themes."""
    first_rule = CSS.index("/* The theme's own properties")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;\s,)])", CSS[first_rule:]) == []
    assert "url(" not in CSS
    assert "@import" not in CSS
