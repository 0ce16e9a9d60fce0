import random
from dataclasses import replace
from pathlib import Path

import pytest

from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.history import Depth, History, Lineage, Revision
from outcome_catalog.model.ids import ArtifactRef, CommitId
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.rules.reading.links import Destinations, local_target, scheme_of
from tests.rules.cases import AS_OF, BASE, Case


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("https://example.org", "https"),
        ("HTTPS://example.org", "https"),
        ("java\nscript:alert(1)", "javascript"),
        ("\x01javascript:alert(1)", "javascript"),
        (" data:text/html,x", "data"),
        ("C:/form.docx", "c"),
        ("greet-first.md", None),
        ("a/b:c", None),
        ("#a:b", None),
        ("//example.org", None),
        ("", None),
    ],
)
def test_the_scheme_is_the_one_that_a_browser_sees(target: str, scheme: str | None) -> None:
    assert scheme_of(target) == scheme


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    loaded = load_catalog(Case(folder=BASE).project(tmp_path / "project"), as_of=AS_OF).catalog
    assert loaded
    return loaded


ARTIFACTS = "communities/support-guild/artifacts"


def test_a_file_that_git_saw_moving_is_found_at_its_new_place(catalog: Catalog) -> None:
    path, former = f"{ARTIFACTS}/greet-first.md", f"{ARTIFACTS}/hello.md"
    revisions = (Revision(commit=CommitId("c"), path=former, blob=None),)
    history = History(depth=Depth.COMPLETE, lineages={path: Lineage(path=path, revisions=revisions)})
    destinations = Destinations(replace(catalog, history=history))
    assert destinations.moved_to(former) == path
    assert destinations.moved_to(path) is None
    assert former not in destinations


def test_a_page_beside_the_link_is_offered_before_a_namesake_elsewhere_and_no_page_for_an_image(
    catalog: Catalog,
) -> None:
    elsewhere = "communities/a-guild/artifacts/greet-first.md"
    destinations = Destinations(replace(catalog, files=catalog.files | {elsewhere}))
    assert destinations.nearest(f"{ARTIFACTS}/greet-frist.md") == f"{ARTIFACTS}/greet-first.md"
    assert destinations.nearest("communities/field-service-network/artifacts/greet-first.md") == elsewhere
    assert destinations.nearest(f"{ARTIFACTS}/greet-first.png") is None


@pytest.mark.parametrize(
    ("target", "path", "fragment"),
    [
        ("greet-first.md#solution", f"{ARTIFACTS}/greet-first.md", "solution"),
        ("#steps", f"{ARTIFACTS}/handle-a-call.md", "steps"),
        ("../media/the%20desk.svg?raw=1", "communities/support-guild/media/the desk.svg", ""),
        ("/communities/organisation.yml", "communities/organisation.yml", ""),
        ("../../../../../etc/passwd", "../../etc/passwd", ""),
        ("..", "communities/support-guild", ""),
    ],
)
def test_a_link_inside_the_project_is_read_from_the_file_that_holds_it(
    catalog: Catalog, target: str, path: str, fragment: str
) -> None:
    found = local_target(catalog.artifacts[ArtifactRef("support-guild/handle-a-call")], target)
    assert found is not None
    assert (found.path, found.fragment) == (path, fragment)
    assert found.is_outside is not path.startswith("communities")


@pytest.mark.parametrize("target", ["https://example.org", "//example.org", "mailto:a@example.org", "http://[", "//["])
def test_what_leads_to_the_web_or_nowhere_is_no_place_of_the_project(catalog: Catalog, target: str) -> None:
    assert local_target(catalog.artifacts[ArtifactRef("support-guild/handle-a-call")], target) is None


def test_no_target_whatever_it_holds_raises(catalog: Catalog) -> None:
    source = random.Random(1)
    artifact = catalog.artifacts[ArtifactRef("support-guild/handle-a-call")]
    for _ in range(20_000):
        target = "".join(source.choices("/[]#?:@%\\ \n\tab.é℀\x00", k=source.randint(0, 8)))
        found = local_target(artifact, target)
        assert found is None or not found.path.startswith("/")
