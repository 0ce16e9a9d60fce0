"""What pages say in schema.org's terms: who made what from what, and who uses it, by mode."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from tests.insights.catalogs import a_catalog, a_record, an_artifact, based_on, day
from tests.publish.pages.desk import a_full_charter, an_organisation, desk_catalog
from tests.publish.pages.rendering import a_context, artifact_meta, rendered
from tests.publish.pages.test_templates import hostile_catalog

from outcome_catalog.model.artifact import BasedOn, Mode
from outcome_catalog.model.charter import Lifecycle
from outcome_catalog.model.ids import ArtifactRef
from outcome_catalog.model.reuse import UsedBy, UsedIn
from outcome_catalog.publish.context import SiteSettings
from outcome_catalog.publish.pages.structured_pages import structured_pages
from outcome_catalog.publish.site_outputs import site_outputs

BASE = "https://catalog.example.org/"


@pytest.mark.parametrize(("lifecycle", "dissolved"), [(Lifecycle.CLOSED, "2026-01-31"), (Lifecycle.ACTIVE, None)])
def test_only_a_closed_community_is_dissolved(lifecycle: Lifecycle, dissolved: str | None) -> None:
    charter = a_full_charter(lifecycle=lifecycle, ends=day("2026-01-31"))
    described = structured_pages(a_context(desk_catalog(charters={"desk": charter})))
    assert described["desk/"].get("dissolutionDate") == dissolved


def described(ref: str, catalog: Any = None, site: SiteSettings | None = None) -> dict[str, Any]:
    context = a_context(catalog) if site is None else a_context(catalog, site)
    return dict(artifact_meta(context, ref)["json_ld"])


def nodes(value: Any) -> list[Mapping[str, Any]]:
    """Every node of a description, its parts included."""
    if isinstance(value, Mapping):
        return [value, *(node for part in value.values() for node in nodes(part))]
    return [node for part in value for node in nodes(part)] if isinstance(value, list | tuple) else []


@pytest.mark.parametrize(
    ("mode", "relation"),
    [
        (None, "isBasedOn"), (Mode.AS_IS, "isBasedOn"), (Mode.ADAPTED, "isBasedOn"),
        (Mode.CITED, "citation"), (Mode.TAUGHT, "citation"),
    ],
)  # fmt: skip
def test_what_an_artifact_was_made_from_is_told_by_mode(mode: Mode | None, relation: str) -> None:
    basis = BasedOn(artifact=ArtifactRef("desk/a"), mode=mode)
    catalog = a_catalog(
        an_artifact("desk/a"), an_artifact("field/b", based_on=(basis,)), organisation=an_organisation()
    )
    data = described("field/b", catalog)
    assert data[relation] == [f"{BASE}desk/a/"]
    assert {"isBasedOn", "citation"} & set(data) == {relation}


@pytest.mark.parametrize(
    ("mode", "relation"),
    [(Mode.AS_IS, "isBasedOn"), (Mode.ADAPTED, "isBasedOn"), (Mode.CITED, "citation"), (Mode.TAUGHT, "citation")],
)
def test_a_counted_use_is_the_same_relation_reversed(mode: Mode, relation: str) -> None:
    record = a_record(
        "desk/2025-01-01-x", "desk/a", mode=mode, used_by=UsedBy(external="Harbour Works"),
        used_in=UsedIn(title="Night desk", url="https://harbour.example/desk"),
    )  # fmt: skip
    data = described("desk/a", a_catalog(an_artifact("desk/a"), record, organisation=an_organisation()))
    ((found, (use,)),) = data["@reverse"].items()
    assert (found, use["name"], use["url"]) == (relation, "Night desk", "https://harbour.example/desk")
    assert use["creator"] == {"@type": "Organization", "name": "Harbour Works (outside)"}


@pytest.mark.parametrize("mode", [Mode.PLANNED, Mode.TRIED_REJECTED])
def test_what_is_not_counted_is_not_told(mode: Mode) -> None:
    record = a_record("desk/2025-01-01-x", "desk/a", mode=mode, used_by=UsedBy(external="Harbour Works"))
    catalog = a_catalog(an_artifact("desk/a"), record, organisation=an_organisation())
    assert "@reverse" not in described("desk/a", catalog)


def test_a_use_by_another_artifact_names_that_artifact() -> None:
    uses = described("desk/greet")["@reverse"]["isBasedOn"]
    assert {"@type": "CreativeWork", "@id": f"{BASE}field/visit/", "url": f"{BASE}field/visit/"}.items() <= next(
        use for use in uses if use.get("identifier") == "field/visit"
    ).items()


def test_a_place_that_cannot_be_shown_has_no_address() -> None:
    hidden = UsedIn(title="Secret project", visibility="internal", url="https://intranet.example/x")
    record = a_record("desk/2025-01-01-x", "desk/a", mode=Mode.AS_IS, used_by=UsedBy(external="H"), used_in=hidden)
    catalog = a_catalog(an_artifact("desk/a"), record, organisation=an_organisation())
    assert "intranet" not in json.dumps(described("desk/a", catalog))


def test_a_kind_is_a_defined_term_and_a_licence_is_a_work_or_an_address() -> None:
    data = described("desk/greet")
    term = next(word for word in data["keywords"] if isinstance(word, dict))
    assert (term["@type"], term["termCode"], term["@id"]) == ("DefinedTerm", "how-to", f"{BASE}kinds/how-to/")
    assert data["license"] == {"@type": "CreativeWork", "name": "CC-BY-4.0"}
    licensed = a_catalog(an_artifact("desk/a", license="https://licence.example/x"), organisation=an_organisation())
    assert described("desk/a", licensed)["license"] == "https://licence.example/x"


def test_who_is_not_to_be_credited_is_not_told() -> None:
    for ref in a_context().catalog.artifacts:
        assert "Nobody Should See" not in json.dumps(described(ref))


def test_pages_are_described_as_what_they_are() -> None:
    found = structured_pages(a_context())
    assert {url: node["@type"] for url, node in found.items()} == {
        "./": "WebSite", "kinds/": "DefinedTermSet", "desk/": "Organization", "field/": "Organization",
        "kinds/how-to/": "DefinedTerm", "kinds/idea/": "DefinedTerm",
    }  # fmt: skip
    assert found["./"]["potentialAction"]["target"] == f"{BASE}search/?q={{query}}"
    assert found["desk/"]["parentOrganization"]["name"] == "Meadow Union"
    terms = {term["termCode"] for term in found["kinds/"]["hasDefinedTerm"]}
    assert terms == set(a_context().catalog.kinds)


def test_without_an_address_nothing_claims_one() -> None:
    context = a_context(site=SiteSettings(name="x"))
    every = [
        *structured_pages(context).values(),
        *(described(ref, site=context.site) for ref in context.catalog.artifacts),
    ]
    assert [node for part in every for node in nodes(part) if "@id" in node] == []
    assert described("field/visit", site=context.site)["isBasedOn"][0]["identifier"] == "desk/greet"


@pytest.mark.parametrize("catalog", [desk_catalog, hostile_catalog])
def test_every_description_stands_whole_in_its_page(catalog: Any) -> None:
    context = a_context(catalog())
    pages = {output.path: output.meta for output in site_outputs(context) if "json_ld" in output.meta}
    metas = {f"{path.removesuffix('index.md')}": meta for path, meta in pages.items()}
    metas |= {f"{ref}/": artifact_meta(context, ref) for ref in context.catalog.artifacts}
    assert len(pages) == len(structured_pages(context))
    for url, meta in metas.items():
        html = rendered(meta, url or "./")
        (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        assert json.loads(script) == json.loads(json.dumps(meta["json_ld"])), url
        assert not set("<>&'") & set(script), url


def test_a_page_can_be_shared_by_its_title_and_summary() -> None:
    html = rendered(artifact_meta(a_context(hostile_catalog()), "desk/greet"), "desk/greet/")
    assert len(re.findall(r'<meta property="og:(?:title|type|description|site_name)" content="[^"]+">', html)) == 4
    community = next(o.meta for o in site_outputs(a_context()) if o.path == "desk/index.md")
    assert '<meta property="og:title" content="Desk guild">' in rendered(community, "desk/")


def test_only_so_many_uses_are_told_in_a_page() -> None:
    records = [
        a_record(f"desk/2025-01-01-r{n:03}", "desk/a", mode=Mode.CITED, used_by=UsedBy(external=f"Works {n}"))
        for n in range(60)
    ]
    catalog = a_catalog(an_artifact("desk/a"), *records, organisation=an_organisation())
    assert len(described("desk/a", catalog)["@reverse"]["citation"]) == 20


def test_an_artifact_that_was_left_out_is_no_source() -> None:
    catalog = a_catalog(an_artifact("field/b", based_on=(based_on("desk/gone"),)), organisation=an_organisation())
    assert "isBasedOn" not in described("field/b", replace(catalog, left_out=()))
