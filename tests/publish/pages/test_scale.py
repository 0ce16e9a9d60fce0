"""One typographic scale and one scale of space: no size in the stylesheets stands outside them."""

import re

import pytest

from outcome_catalog.publish.stylesheet import FOLDER, stylesheet
from outcome_catalog.resources import bundled

SIZED = r"(?<![\w-])(?:font-size|(?:row-|column-)?gap|margin(?:-[a-z-]+)?|padding(?:-[a-z-]+)?)"
DECLARATION = re.compile(rf"({SIZED}):\s*([^;}}]+)")
RAW = re.compile(r"(?<![\w.-])-?(?:\d*\.)?\d+(?:rem|px|pt|vw|vh|ch|%)")
ALLOWED = {"1px", "115%"}
"""A line's width; and print's own enlargement of a whole report."""
PARTS = sorted(part.name for part in (bundled("overrides") / FOLDER).iterdir() if part.name not in {"scale.css"})
MATERIALS_REM = 20


def raw_sizes(css: str) -> list[str]:
    """The declarations of *css* that set a size that is none of the scale's; paper's own margins are in millimetres."""
    on_screen = re.sub(r"@page \{.*\}\n", "", css)
    return [f"{name}: {value}" for name, value in DECLARATION.findall(on_screen) if set(RAW.findall(value)) - ALLOWED]


@pytest.mark.parametrize("part", PARTS)
def test_sizes_and_gaps_come_from_the_scales(part: str) -> None:
    css = (bundled("overrides") / FOLDER / part).read_text(encoding="utf-8")
    assert raw_sizes(css) == []


def test_a_raw_size_is_found() -> None:
    found = raw_sizes(".a { font-size: 13px } .b { margin: 0 0.3rem 1px; padding: 0.2em 0; gap: var(--oc-space-1) }")
    assert found == ["font-size: 13px ", "margin: 0 0.3rem 1px"]


def token(name: str) -> str:
    found = re.search(rf"--oc-{name}: ([^;]+);", stylesheet())
    assert found is not None, name
    return found[1]


def pixels(name: str) -> float:
    """A type size in pixels, worked out from the steps that it is written as."""
    value = token(name)
    if value.endswith("rem"):
        return float(value[:-3]) * MATERIALS_REM
    base = re.match(r"calc\(var\(--oc-([\w-]+)\)", value)
    assert base is not None, value
    ratio = float(token("ratio"))
    up, down = value.count("* var(--oc-ratio)"), value.count("/ var(--oc-ratio)")
    return pixels(base[1]) * ratio ** (up - down)


def test_type_grows_by_one_ratio_and_nothing_is_smaller_than_fourteen_pixels() -> None:
    sizes = [pixels(f"text-{step}") for step in ("s", "m", "l", "xl", "2xl", "3xl")]
    assert [round(size, 1) for size in sizes] == [14.2, 16.0, 18.0, 20.2, 25.6, 32.4]


def test_space_doubles_every_two_steps() -> None:
    steps = [round(float(token(f"space-{step}").removesuffix("rem")) * MATERIALS_REM) for step in range(9)]
    assert steps == [2, 4, 6, 8, 12, 16, 24, 32, 48]
    assert all(late == 2 * early for early, late in zip(steps[1:], steps[3:], strict=False))
