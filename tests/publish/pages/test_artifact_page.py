"""An artifact's page: facts, reuse history, provenance, credit, citation, search filters."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from tests.insights.catalogs import Git, a_catalog, a_record, an_artifact, artifact_path, record_path
from tests.publish.pages.desk import HOW_TO, an_organisation, desk_catalog, named
from tests.publish.pages.rendering import SITE, a_context, artifact_meta, pages, rendered, terms, titles

from outcome_catalog.history import notes
from outcome_catalog.insights.figures import Grade
from outcome_catalog.model.artifact import ArtifactStatus, Mode
from outcome_catalog.model.history import no_history
from outcome_catalog.model.ids import ArtifactRef, AudienceId, CommitId, PersonId
from outcome_catalog.model.reuse import Benefit, UsedBy
from outcome_catalog.publish.context import SiteSettings
from outcome_catalog.publish.pages.artifact_rows import artifact_row, most_reused_first
from outcome_catalog.publish.pages.search_record import artifact_search_record
from outcome_catalog.publish.provenance import contributor_count, source_fact


def test_an_artifact_says_whom_it_is_for_what_it_fulfils_and_who_may_use_it() -> None:
    facts = terms(artifact_meta(a_context(), "desk/greet"))
    assert facts["For"] == ["Agents"]
    assert facts["Fulfils"] == ["Answer sheets"]
    assert facts["Contributes to"] == ["Callers wait less"]
    assert facts["Licence"] == ["CC-BY-4.0"]
    assert facts["Level"] == ["easy"]
    without = terms(artifact_meta(a_context(), "field/visit"))
    assert without["Licence"] == ["none stated: ask the community before you use it"]
    assert (without["For"], without["Fulfils"]) == (["nobody named"], ["no expected output"])


def test_what_contributors_call_things_is_never_taken_for_a_word_of_the_interface() -> None:
    kind = replace(HOW_TO, fields={"level": {"title": "overdue"}, "cost": {"title": "license"}})
    made = an_artifact(
        "desk/greet", fields={"level": "easy", "cost": 2}, contributions={"SRE_duty": (PersonId("writer"),)}
    )
    organisation, kinds = an_organisation(), {kind.id: kind}
    context = a_context(a_catalog(made, named("writer", "Desk writer"), organisation=organisation, kinds=kinds))
    facts = terms(artifact_meta(context, "desk/greet"))
    assert (facts["overdue"], facts["license"], facts["SRE duty"]) == (["easy"], ["2"], ["Desk writer"])
    assert facts["Licence"] == ["none stated: ask the community before you use it"]


def test_who_is_not_to_be_credited_is_named_nowhere() -> None:
    meta = artifact_meta(a_context(), "desk/greet")
    assert terms(meta)["Authors"] == ["Desk writer", "1 not named"]
    assert terms(artifact_meta(a_context(), "desk/new"))["Authors"] == ["1 not named"]
    for ref in a_context().catalog.artifacts:
        assert "Nobody Should See" not in str(artifact_meta(a_context(), ref))
    for url, output in pages(a_context()).items():
        assert "Nobody Should See" not in str(output.meta), url


def test_no_address_of_a_person_is_on_any_page() -> None:
    addresses = [email for person in desk_catalog().people.values() for email in person.emails]
    assert addresses
    metas = [artifact_meta(a_context(), ref) for ref in a_context().catalog.artifacts]
    shown = str([output.meta for output in pages(a_context()).values()]) + str(metas)
    assert [address for address in addresses if address in shown] == []


@pytest.mark.parametrize(
    ("ref", "text", "state"),
    [
        ("desk/greet", "2 uses", "reused"),
        ("desk/idle", "not reused yet", "waiting"),
        ("desk/new", "too young to judge", "too-young"),
    ],
)
def test_reuse_in_words(ref: str, text: str, state: str) -> None:
    meta = artifact_meta(a_context(), ref)
    assert (meta["reuse"]["text"], meta["reuse"]["state"]) == (text, state)
    assert text in rendered(meta, f"{ref}/")


def test_the_reuse_history_tells_grade_reason_place_and_source() -> None:
    claimed, verified = artifact_meta(a_context(), "desk/greet")["history"]["entries"]
    assert titles(claimed["party"]) == ["Harbour Works (outside)"]
    assert claimed["place"] == {"title": "Night desk", "url": "https://harbour.example/desk"}
    assert claimed["benefit"]["range"] == "2 to 5 hours a week"
    assert claimed["why"]["text"].startswith("Claimed:")
    assert (verified["grade"], verified["place"]["url"]) == ("verified", "field/visit/")
    assert verified["source"]["path"] == "communities/field/artifacts/visit.md"
    html = rendered(artifact_meta(a_context(), "desk/greet"), "desk/greet/")
    assert "oc-grade--claimed" in html
    assert "oc-grade--verified" in html


def test_what_an_artifact_is_based_on_and_what_is_based_on_it() -> None:
    assert titles(artifact_meta(a_context(), "field/visit")["based_on"]) == ["Greet first"]
    assert titles(artifact_meta(a_context(), "desk/greet")["used_by"]) == ["Visit plan"]


def test_translations_name_the_original_and_each_other() -> None:
    original, german, french = "desk/a", "desk/a-de", "desk/a-fr"
    catalog = a_catalog(
        an_artifact(original),
        an_artifact(german, translation_of=ArtifactRef(original), language="de"),
        an_artifact(french, translation_of=ArtifactRef(original), language="fr"),
        organisation=an_organisation(),
    )
    found = artifact_meta(a_context(catalog), german)["translations"]
    assert [(t["language"], t["is_original"], t["is_this"]) for t in found] == [
        ("en", True, False), ("de", False, True), ("fr", False, False),
    ]  # fmt: skip
    assert artifact_meta(a_context(), "desk/idle")["translations"] == []


def test_provenance_is_what_git_recorded() -> None:
    found = artifact_meta(a_context(), "desk/greet")["provenance"]
    assert (found["created"], found["modified"], found["revisions"], found["contributors"]) == (
        "2025-02-01",
        "2025-02-01",
        1,
        1,
    )
    assert found["edit_url"].endswith("/edit/main/communities/desk/artifacts/greet.md")
    html = rendered(artifact_meta(a_context(), "desk/greet"), "desk/greet/")
    assert '<time datetime="2025-02-01">1 Feb 2025</time> <span class="oc-faint">as recorded by git</span>' in html


def test_without_git_dates_are_said_to_be_the_files_own() -> None:
    context = a_context(desk_catalog(history=no_history(notes.NO_REPOSITORY)))
    meta = artifact_meta(context, "desk/greet")
    assert (meta["provenance"]["created"], meta["provenance"]["revisions"]) == (None, 0)
    html = rendered(meta, "desk/greet/")
    assert "Git does not know this file" in html
    assert "This folder is not in a Git repository" in html


def test_several_addresses_of_one_person_are_one_contributor() -> None:
    context = a_context()
    path = artifact_path("desk/greet")
    commits = context.catalog.history.commits
    lineage = context.catalog.history.lineages[path]
    other = replace(next(iter(commits.values())), email="WRITER@old.example.org")
    both = replace(
        context.catalog,
        history=replace(
            context.catalog.history,
            commits={**commits, CommitId("b" * 40): other},
            lineages={
                path: replace(
                    lineage, revisions=(*lineage.revisions, replace(lineage.revisions[0], commit=CommitId("b" * 40)))
                )
            },
        ),
        person_by_email={**context.catalog.person_by_email, "writer@old.example.org": PersonId("writer")},
    )
    assert contributor_count(both, path) == 1
    assert contributor_count(replace(both, person_by_email={}), path) == 2


def test_a_source_leads_to_its_line_at_its_commit() -> None:
    fact = source_fact(SITE, "communities/a b.yml", line=12, commit=CommitId("c" * 40))
    assert fact["url"] == f"https://github.com/example/catalog/blob/{'c' * 40}/communities/a%20b.yml#L12"
    assert fact["commit"] == "c" * 10
    assert source_fact(SiteSettings(name="x"), "communities/a.yml", commit=CommitId("c" * 40))["url"] is None


def test_i_used_this_is_a_prefilled_record() -> None:
    used = artifact_meta(a_context(), "desk/greet")["used_this"]
    assert used["url"].startswith("https://github.com/example/catalog/new/main/communities/desk/reuse?filename=")
    assert "artifact: desk/greet" in used["text"]
    assert used["path"] == "communities/desk/reuse/2026-06-30-greet.yml"
    nowhere = artifact_meta(a_context(site=SiteSettings(name="x")), "desk/greet")
    assert nowhere["used_this"]["url"] is None
    assert "communities/desk/reuse/2026-06-30-greet.yml" in rendered(nowhere, "desk/greet/")


def test_an_artifact_can_be_cited_and_read_by_software() -> None:
    meta = artifact_meta(a_context(), "desk/greet")
    assert meta["cite"]["bibtex"].startswith(
        "@misc{desk:greet,\n  title = {{Greet first}},\n  author = {{Desk writer}},"
    )
    assert '"DOI"' not in meta["cite"]["csl_json"]
    data = meta["json_ld"]
    assert data["url"] == "https://catalog.example.org/desk/greet/"
    assert data["author"] == [{"@type": "Person", "name": "Desk writer"}]
    assert artifact_meta(a_context(), "field/visit")["json_ld"]["isBasedOn"] == [
        "https://catalog.example.org/desk/greet/"
    ]


def test_a_title_cannot_break_out_of_bibtex() -> None:
    catalog = a_catalog(an_artifact("desk/a", title="100 % {sure} \\input{x} & #1"), organisation=an_organisation())
    found = artifact_meta(a_context(catalog), "desk/a")["cite"]["bibtex"]
    assert r"100 \% \textbraceleft{}sure\textbraceright{} \textbackslash{}input\textbraceleft{}x" in found


@pytest.mark.parametrize("title", ["}}, author = {{Somebody else", "{", "}", "\\}", "a } b { c"])
def test_braces_of_a_title_are_never_counted(title: str) -> None:
    """BibTeX counts braces even where a backslash stands before them."""
    catalog = a_catalog(an_artifact("desk/a", title=title), organisation=an_organisation())
    found = artifact_meta(a_context(catalog), "desk/a")["cite"]["bibtex"]
    depths = [found[:end].count("{") - found[:end].count("}") for end in range(1, len(found) + 1)]
    assert min(depths[found.index("{") : found.rindex("}")]) == 1
    assert depths[-1] == 0
    assert re.findall(r"^  (\w+) = ", found, re.MULTILINE) == [
        "title",
        "author",
        "organization",
        "year",
        "month",
        "url",
    ]


def test_a_citation_can_be_saved_without_a_file_of_its_own() -> None:
    cite = artifact_meta(a_context(), "desk/greet")["cite"]
    for name, media_type in (("bibtex", "x-bibtex"), ("csl_json", "vnd.citationstyles.csl+json")):
        kind, _, text = cite[f"{name}_url"].partition(",")
        assert kind == f"data:application/{media_type};charset=utf-8"
        assert unquote(text) == cite[name]
    html = rendered(artifact_meta(a_context(), "desk/greet"), "desk/greet/")
    assert f'href="{cite["bibtex_url"]}" download="greet.bib"' in html


def test_the_search_can_narrow_an_artifact_down() -> None:
    record = artifact_meta(a_context(), "desk/greet")["search_record"]
    assert {(f["name"], f["value"]) for f in record["filters"]} == {
        ("type", "artifact"), ("status", "published"), ("grade", "verified"), ("community", "Desk guild"),
        ("kind", "How-to"), ("audience", "Agents"), ("year", "2025"), ("reused", "reused"),
        ("output", "Answer sheets"), ("outcome", "Callers wait less"), ("tag", "telephone"),
    }  # fmt: skip
    html = rendered(artifact_meta(a_context(), "desk/greet"), "desk/greet/")
    assert '<span data-pagefind-filter="kind">How-to</span>' in html
    assert '<span data-pagefind-sort="reuses">9999' in html


def test_the_search_puts_the_newest_or_the_best_confirmed_first() -> None:
    context = a_context()
    artifacts = context.catalog.artifacts

    def sorts(ref: str, **counts: int) -> dict[str, str]:
        grades = [{"grade": grade, "count": count, "word": grade} for grade, count in counts.items()]
        reuse = {"state": "reused", "text": "", "grades": grades, "counted": sum(counts.values())}
        artifact = artifacts[ArtifactRef(ref)]
        record = artifact_search_record(context, artifact, artifact_row(context, artifact) | {"reuse": reuse})
        return {item["name"]: item["value"] for item in record["sorts"]}

    by_day = [sorts(ref)["newest"] for ref in ("desk/new", "field/visit", "desk/idle", "desk/greet")]
    assert by_day == sorted(by_day)
    counts = ({"verified": 1, "claimed": 1}, {"attested": 1}, {"claimed": 9}, {"claimed": 2}, {})
    by_use = [sorts("desk/greet", **found)["reuses"] for found in counts]
    assert by_use == sorted(by_use)
    assert len(set(by_use)) == 5


def test_what_is_confirmed_stands_before_what_is_only_claimed_more_often() -> None:
    context = a_context()
    idle = ArtifactRef("desk/idle")
    claimed = replace(context.figures.artifacts[idle], counted=9, counted_by_grade={Grade.CLAIMED: 9})
    figures = replace(context.figures, artifacts={**context.figures.artifacts, idle: claimed})
    found = most_reused_first(replace(context, figures=figures), context.catalog.artifacts.values())
    assert [artifact.ref for artifact in found] == ["desk/greet", "desk/idle"]


def test_a_draft_is_offered_to_nobody_in_the_search() -> None:
    artifact = an_artifact("desk/a", audience=(AudienceId("agents"),), status=ArtifactStatus.DRAFT)
    for made, audiences in ((artifact, []), (replace(artifact, status=ArtifactStatus.PUBLISHED), ["Agents"])):
        context = a_context(a_catalog(made, organisation=an_organisation()))
        filters = artifact_meta(context, "desk/a")["search_record"]["filters"]
        assert [item["value"] for item in filters if item["name"] == "audience"] == audiences


def test_what_is_superseded_leads_on() -> None:
    old = an_artifact("desk/old", status=ArtifactStatus.SUPERSEDED, superseded_by=ArtifactRef("desk/next"))
    context = a_context(a_catalog(old, an_artifact("desk/next", title="Next one"), organisation=an_organisation()))
    html = rendered(artifact_meta(context, "desk/old"), "desk/old/")
    assert "This is superseded." in html
    assert '<a href="../next/">Next one</a>' in html


def test_every_link_to_a_use_leads_to_a_place_even_where_the_history_is_cut() -> None:
    git = Git()
    names = [f"desk/2026-05-01-harbour-{number:02}" for number in range(70)]
    for name in names:
        git.commit("writer", "2026-05-02", record_path(name))
    benefit = Benefit(statement="Fewer call-backs", unit="hours", low=2, high=5)
    records = [
        a_record(name, "desk/greet", used_by=UsedBy(external=f"Works {number}"), benefit=benefit)
        for number, name in enumerate(names)
    ]
    context = a_context(a_catalog(an_artifact("desk/greet"), *records, history=git.history))
    html = rendered(artifact_meta(context, "desk/greet"), "desk/greet/")
    assert html.count('<li class="oc-event ') == 40
    linked = re.findall(r'href="[^"]*greet/#(use\.[^"]*)"', rendered(pages(context)["desk/"].meta, "desk/"))
    assert len(set(linked)) == 70
    places = re.findall(r' id="([^"]*)"', html)
    assert set(linked) <= set(places)
    assert len(places) == len(set(places))


TOC = [{"title": title, "id": title.lower(), "level": 2} for title in ("One", "Two", "Three")]


def test_on_a_telephone_too_one_reads_what_it_is_and_for_whom_before_the_text() -> None:
    """The order of the page is that of a narrow screen: facts, contents, text, how to use it, provenance, reuse."""
    html = rendered(artifact_meta(a_context(), "desk/greet", toc=TOC), "desk/greet/")
    places = [html.find(f'id="{name}"') for name in ("oc-about", "text", "oc-more", "reuse-history")]
    assert -1 not in places
    assert places == sorted(places)
    facts = html[places[0] : html.find("</aside>", places[0])]
    assert "<dt>Licence</dt>" in facts
    assert facts.count("<dt>") == len(artifact_meta(a_context(), "desk/greet")["facts"])
    assert places[0] < html.find('class="oc-toc"') < places[1]


def test_a_path_breaks_between_its_folders() -> None:
    html = rendered(artifact_meta(a_context(), "desk/greet"), "desk/greet/")
    assert "communities/<wbr>desk/<wbr>artifacts/<wbr>greet.md</a>" in html


def test_what_is_there_to_be_copied_is_offered_to_the_script_with_its_words() -> None:
    html = rendered(artifact_meta(a_context(), "desk/greet"), "desk/greet/")
    assert re.findall(r'<pre tabindex="0" data-copy="([^"]*)">', html) == ["BibTeX", "CSL-JSON", "Badge"]
    assert '<script type="application/json" data-copy-words>{"copied": "Copied", "copy": "Copy"}</script>' in html
    assert 'src="../../assets/javascripts/copy-text.js"' in html


def test_the_uses_are_a_line_of_time() -> None:
    html = rendered(artifact_meta(a_context(), "desk/greet"), "desk/greet/")
    rail = html.partition('<ol class="oc-events oc-events--rail">')[2].partition("</ol>")[0]
    assert rail.count("<li ") == 2
    assert rail.count('<p class="oc-event__line">') == rail.count('<span class="oc-grade oc-grade--') == 2


def test_what_is_not_counted_is_told_reason_by_reason() -> None:
    records = [a_record(f"desk/2026-05-0{n}-x", "desk/greet", mode=Mode.PLANNED) for n in (1, 2)]
    artifact = an_artifact("desk/greet")
    history = artifact_meta(a_context(a_catalog(artifact, *records, organisation=an_organisation())), "desk/greet")
    assert history["history"]["uncounted"] == "Not counted: 2 planned, not yet a use."
    alone = a_catalog(artifact, organisation=an_organisation())
    assert artifact_meta(a_context(alone), "desk/greet")["history"]["uncounted"] is None
