"""Badges: what they say, that everybody can read it, and that nothing in them runs."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.insights.catalogs import a_catalog, an_artifact
from tests.publish.engine.contexts import context_of
from tests.publish.engine.projects import reuse, write_project, write_yaml
from tests.publish.pages.desk import an_organisation
from tests.publish.pages.rendering import a_context, artifact_meta, rendered
from tests.publish.pages.test_contrast import contrast

from outcome_catalog.insights.figures import ArtifactReuse, Grade, ReuseState, VitalityState
from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.publish.badges.badge import Badge, badge_svg, shields_endpoint
from outcome_catalog.publish.badges.table import OF_GRADE, OF_VITALITY, outputs, reuse_badge
from outcome_catalog.publish.context import SiteSettings

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</text></svg><script>alert(1)</script>\x0b&"'


def a_badge(**values: str) -> Badge:
    return Badge(**({"label": "reuse", "message": "3 uses", "colour": "1d6b3a"} | values))


def files() -> dict[str, str]:
    return {output.path: str(output.content) for output in outputs(a_context())}


def test_communities_have_one_and_artifacts_of_which_a_reuse_was_recorded() -> None:
    assert sorted(path for path in files() if path.endswith(".svg")) == [
        "desk/badge.svg", "desk/greet/badge.svg", "field/badge.svg",
    ]  # fmt: skip
    assert {path.removesuffix("svg") for path in files() if path.endswith("svg")} == {
        path.removesuffix("json") for path in files() if path.endswith("json")
    }


def test_a_badge_that_was_there_stays_when_a_reuse_is_withdrawn(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "communities/circle/artifacts/sort-leads.md").unlink()
    gone = {"date": "2025-01-01", "because": "It was another text."}
    write_yaml(root / "communities/guild/reuse/2024-06-01-course.yml", reuse(withdrawn=gone))
    found = {output.path: str(output.content) for output in outputs(context_of(root))}
    assert json.loads(found["guild/sort-calls/badge.json"])["message"] == "no uses"


def test_the_count_is_told_by_grade_and_a_claim_is_never_green() -> None:
    data = json.loads(files()["desk/greet/badge.json"])
    assert (data["message"], data["color"]) == ("2 uses: 1 verified, 1 claimed", OF_GRADE[Grade.VERIFIED])
    claimed = ArtifactReuse(
        ref=ArtifactRef("desk/a"), state=ReuseState.REUSED, counted=2, counted_by_grade={Grade.CLAIMED: 2}
    )
    badge = reuse_badge(a_context(), claimed)
    assert (badge.message, badge.colour) == ("2 uses: 2 claimed", OF_GRADE[Grade.CLAIMED])
    assert OF_GRADE[Grade.CLAIMED] != OF_GRADE[Grade.VERIFIED]


def test_a_community_s_badge_says_the_word_of_its_page() -> None:
    context = a_context()
    for community, figures in context.figures.communities.items():
        data = json.loads(files()[f"{community}/badge.json"])
        assert (data["label"], data["message"]) == (
            "Vitality",
            context.words["vitality"][figures.vitality.state.value],
        )
    assert set(OF_VITALITY) < set(VitalityState)


@pytest.mark.parametrize("message", ["3 uses", HOSTILE, "", "x" * 200], ids=["plain", "hostile", "empty", "long"])
def test_the_picture_is_one_picture_with_a_title_and_nothing_that_runs(message: str) -> None:
    root = ElementTree.fromstring(badge_svg(a_badge(message=message)))  # noqa: S314 - our own output
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "title", "rect", "text"}
    assert (root.get("role"), root.findtext(f"{SVG}title")) == ("img", root.get("aria-label"))
    assert not [name for element in root.iter() for name in element.attrib if "href" in name or name.startswith("on")]
    width = float(root.get("width") or 0)
    assert max(float(box.get("x") or 0) + float(box.get("width") or 0) for box in root.iter(f"{SVG}rect")) == width


@pytest.mark.parametrize("colour", sorted({*OF_GRADE.values(), *OF_VITALITY.values(), "5a5a5a", "444444"}))
def test_white_letters_can_be_read_on_every_colour(colour: str) -> None:
    assert contrast("#ffffff", f"#{colour}") >= 4.5


def test_the_endpoint_has_what_shields_asks_for() -> None:
    data = json.loads(shields_endpoint(a_badge(message=HOSTILE)))
    assert data == {"schemaVersion": 1, "label": "reuse", "message": HOSTILE, "color": "1d6b3a"}


def test_an_artifact_s_page_says_how_to_show_its_badge() -> None:
    meta = artifact_meta(a_context(), "desk/greet")
    address = "https://catalog.example.org/desk/greet/"
    assert meta["cite"]["badge"] == f"[![reuse]({address}badge.svg)]({address})"
    assert f"{address}badge.svg" in rendered(meta, "desk/greet/")
    assert artifact_meta(a_context(), "desk/idle")["cite"]["badge"] is None
    nowhere = a_context(site=SiteSettings(name="x"))
    assert artifact_meta(nowhere, "desk/greet")["cite"]["badge"] is None


def test_a_title_is_in_no_badge() -> None:
    """What contributors write reaches no badge: its words are the catalog's own."""
    catalog = a_catalog(an_artifact("desk/a", title=HOSTILE), organisation=an_organisation())
    assert "alert" not in "".join(str(output.content) for output in outputs(a_context(catalog)))
