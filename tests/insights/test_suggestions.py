"""Suggestions: what gives reuse away, what is told already, and drafts that hold; no figure changes with them."""

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from outcome_catalog.diagnostics import Severity, Span
from outcome_catalog.history import read_history
from outcome_catalog.history.copies import copies
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import Figures, Grade
from outcome_catalog.insights.suggestions import suggestions
from outcome_catalog.insights.suggestions.suggestion import Suggestion
from outcome_catalog.model.artifact import Artifact, Body, Link, Mode
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.model.dates import ReportingPeriod
from outcome_catalog.model.history import Commit
from outcome_catalog.model.ids import ArtifactRef, CommitId, UnitId
from outcome_catalog.model.people import FormerUnit
from outcome_catalog.model.reuse import UsedIn, Withdrawal
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.publish.pages.suggestions import draft_text
from tests.history.git_project import GitProject, text
from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_person,
    a_record,
    an_artifact,
    artifact_path,
    based_on,
    day,
)
from tests.insights.conftest import RealSet
from tests.insights.english import ENGLISH, english
from tests.insights.test_shared_passages import PASSAGE, prose

GUIDE = an_artifact("guides/triage", former=(ArtifactRef("guides/old"),))
TO_GUIDE = "../../guides/artifacts/triage.md#steps"
LINKING = an_artifact("desk/sheet", links=(TO_GUIDE,))
BASE = Path(__file__).parents[1] / "rules/base"
AS_OF = day("2026-06-30")


def with_text(ref: str, words: str, **values: object) -> Artifact:
    return an_artifact(ref, body=Body(text=words, span=Span(path=artifact_path(ref), line=9)), **values)


def found(*parts: object, **values: object) -> tuple[Suggestion, ...]:
    return suggestions(a_catalog(*parts, **values)).found  # type: ignore[arg-type]


def signs(*parts: object, **values: object) -> list[tuple[str, str, list[str]]]:
    return [(s.source, s.reusing, [clue.sign for clue in s.clues]) for s in found(*parts, **values)]


def test_a_link_to_another_communitys_artifact_suggests_a_citation():
    body = Body(
        text="",
        span=Span(path=artifact_path("desk/sheet")),
        links=(
            Link(target="picture.png", is_image=True, span=Span(path="x", line=3)),
            Link(target=TO_GUIDE, is_image=False, span=Span(path="x", line=7)),
            Link(target=TO_GUIDE, is_image=False, span=Span(path="x", line=8)),
        ),
    )
    (suggestion,) = found(GUIDE, an_artifact("desk/sheet", body=body))
    (clue,) = suggestion.clues
    assert (suggestion.source, suggestion.reusing, suggestion.mode) == ("guides/triage", "desk/sheet", Mode.CITED)
    assert (clue.path, clue.line, clue.excerpt) == (artifact_path("desk/sheet"), 7, TO_GUIDE)


@pytest.mark.parametrize(
    "part",
    [
        an_artifact("guides/sheet", links=("triage.md",)),
        an_artifact("desk/sheet", links=("https://example.org/guides/artifacts/triage.md", "../../guides/charter.yml")),
        an_artifact("desk/sheet", links=("../../guides/artifacts/nothing.md",)),
        an_artifact("desk/sheet", links=(TO_GUIDE,), period=ReportingPeriod.parse("2025-Q3")),
        an_artifact("desk/sheet", links=(TO_GUIDE,), translation_of=ArtifactRef("desk/original")),
        an_artifact("desk/sheet", links=("sheet.md",)),
    ],
    ids=["own community", "elsewhere", "nothing there", "a report", "a translation", "itself"],
)
def test_other_links_suggest_nothing(part: Artifact):
    assert found(GUIDE, part, an_artifact("desk/original")) == ()


@pytest.mark.parametrize("mode", [Mode.CITED, Mode.PLANNED, Mode.TRIED_REJECTED])
def test_what_an_entry_or_a_record_tells_of_is_no_news_whatever_its_mode(mode: Mode):
    told = an_artifact("desk/sheet", links=(TO_GUIDE,), based_on=(based_on("guides/old", mode),))
    record = a_record("guides/2025-06-01-a", "guides/old", used_in=UsedIn(artifact=LINKING.ref), mode=mode)
    back = an_artifact("guides/triage", former=GUIDE.former, based_on=(based_on("desk/sheet", mode),))
    assert found(GUIDE, told) == found(GUIDE, LINKING, record) == found(back, LINKING) == ()
    assert len(found(GUIDE, LINKING, a_record("guides/2025-06-01-a", "guides/triage"))) == 1


def test_a_withdrawn_record_says_that_it_is_no_reuse_and_changes_no_figure():
    withdrawn = Withdrawal(date=day("2026-01-01"), because="both quote the same standard")
    record = a_record("guides/2025-06-01-a", "guides/triage", used_in=UsedIn(artifact=LINKING.ref), withdrawn=withdrawn)
    assert found(GUIDE, LINKING, record) == ()
    with_it, without = (figures(a_catalog(GUIDE, LINKING, *more)) for more in ((record,), ()))
    assert [reuse.counted for reuse in with_it.artifacts.values()] == [0, 0]
    assert counted(with_it) == counted(without)


def test_a_successor_and_translations_of_the_source_are_told_of():
    successor = an_artifact("desk/sheet", links=(TO_GUIDE,))
    replaced = an_artifact("guides/triage", superseded_by=ArtifactRef("desk/sheet"))
    assert found(replaced, successor) == ()
    french = an_artifact("guides/triage-fr", translation_of=GUIDE.ref)
    both = an_artifact("desk/sheet", links=("../../guides/artifacts/triage-fr.md",), based_on=(based_on(GUIDE.ref),))
    assert found(GUIDE, french, both) == ()


def trailer_git(*references: str, paths: Iterable[str] = (artifact_path("desk/sheet"),)) -> tuple[Git, CommitId]:
    git = Git()
    git.commit("writer", "2025-01-15", artifact_path("guides/triage"), artifact_path("desk/older"))
    commit = git.commit("mate", "2025-05-01", *paths)
    git.reused_from[commit] = references
    return git, commit


@pytest.mark.parametrize(
    "reference",
    ["guides/triage", "guides/old", "guides/triage, the second part", "communities/guides/artifacts/triage.md"],
)
def test_a_trailer_suggests_the_reuse_that_it_states(reference: str):
    git, commit = trailer_git(reference)
    (suggestion,) = found(GUIDE, an_artifact("desk/sheet"), history=git.history)
    (clue,) = suggestion.clues
    assert (suggestion.source, suggestion.reusing, suggestion.mode) == ("guides/triage", "desk/sheet", Mode.ADAPTED)
    assert (clue.sign, clue.commit, clue.path) == ("reused-from-trailer", commit, artifact_path("desk/sheet"))
    assert english(clue.why) == f"Commit {commit[:10]} of 1 May 2025 says that it reuses it."


def test_a_trailer_is_about_what_its_commit_brought_in_or_else_changed():
    older, sheet = an_artifact("desk/older"), an_artifact("desk/sheet")
    paths = (artifact_path("desk/older"), artifact_path("desk/sheet"))
    both, _ = trailer_git("guides/triage", paths=paths)
    assert [s.reusing for s in found(GUIDE, older, sheet, history=both.history)] == ["desk/sheet"]
    changed, _ = trailer_git("guides/triage", paths=paths[:1])
    assert [s.reusing for s in found(GUIDE, older, sheet, history=changed.history)] == ["desk/older"]


def test_a_trailer_that_leads_nowhere_is_named():
    git, commit = trailer_git("guides/nothing", "guides/triage")
    catalog = a_catalog(GUIDE, an_artifact("desk/sheet"), history=git.history)
    (unknown,) = suggestions(catalog).unknown
    assert (unknown.reference, unknown.reusing, unknown.commit) == ("guides/nothing", "desk/sheet", commit)
    assert len(suggestions(catalog).found) == 1


def test_a_trailers_commit_after_the_day_judged_says_nothing():
    git, commit = trailer_git("guides/triage", "guides/nothing")
    git.commits.pop(commit)
    git.revisions.pop(artifact_path("desk/sheet"))
    catalog = a_catalog(GUIDE, an_artifact("desk/sheet"), history=git.history)
    assert suggestions(catalog) == suggestions(a_catalog(GUIDE, an_artifact("desk/sheet")))


def test_the_younger_text_reuses_the_older_one():
    git = Git()
    git.commit("writer", "2025-03-01", artifact_path("desk/sheet"))
    git.commit("writer", "2025-02-01", artifact_path("guides/triage"))
    copy = with_text("desk/sheet", f"{prose(1)}\n\nA last line.\n\n{PASSAGE}\n", date=day("2024-01-01"))
    (suggestion,) = found(with_text("guides/triage", PASSAGE), copy, history=git.history)
    (clue,) = suggestion.clues
    assert (suggestion.source, suggestion.reusing, suggestion.mode) == ("guides/triage", "desk/sheet", Mode.ADAPTED)
    assert clue.line == 14  # the front matter ends on line 9
    assert clue.excerpt is not None
    assert clue.excerpt.strip("… ") in PASSAGE
    assert "was first is not known" not in english(clue.why)


def test_a_text_that_is_nearly_all_copied_is_used_as_it_is_and_equal_days_are_said():
    (suggestion,) = found(with_text("guides/triage", prose(1)), with_text("desk/sheet", prose(1)))
    assert suggestion.mode is Mode.AS_IS
    assert "which was first is not known" in english(suggestion.clues[0].why)


def test_translations_reports_and_one_file_of_two_names_are_no_copies():
    original = with_text("guides/triage", PASSAGE, date=day("2025-01-01"))
    assert found(original, with_text("desk/sheet", PASSAGE, translation_of=ArtifactRef("guides/triage"))) == ()
    assert found(original, with_text("desk/sheet", PASSAGE, period=ReportingPeriod.parse("2025"))) == ()
    git = Git()
    git.commit("writer", "2025-01-01", artifact_path("guides/triage"), artifact_path("desk/sheet"))
    first = git.revisions[artifact_path("guides/triage")][0]
    git.revisions[artifact_path("desk/sheet")].insert(0, first)
    assert found(original, with_text("desk/sheet", PASSAGE), history=git.history) == ()


def test_git_is_asked_about_the_pairs_found_alone_and_its_word_is_shown():
    asked: list[tuple[str, str]] = []
    commit = Commit(id=CommitId("a" * 40), name="", email="", day=day("2025-01-02"), committed=day("2025-01-02"))

    def git_says(pairs: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], tuple[Commit, int]]:
        asked.extend(pairs)
        return dict.fromkeys(asked, (commit, 87))

    parts = (with_text("guides/triage", PASSAGE), with_text("desk/sheet", PASSAGE), with_text("lab/other", prose(3)))
    (suggestion,) = suggestions(a_catalog(*parts), git_says).found
    assert asked == [(artifact_path(suggestion.source), artifact_path(suggestion.reusing))]
    assert english(suggestion.clues[0].why).endswith(
        "Git sees a copy: 87% alike when it came in with commit aaaaaaaaaa on 2 Jan 2025."
    )
    assert suggestion.clues[0].commit == commit.id


def test_clues_for_one_pair_make_one_suggestion_the_strongest_first():
    git, _ = trailer_git("guides/triage")
    source, sheet = with_text("guides/triage", PASSAGE), with_text("desk/sheet", PASSAGE)
    linking = replace(sheet, body=replace(sheet.body, links=LINKING.body.links))
    assert signs(source, linking, history=git.history) == [
        ("guides/triage", "desk/sheet", ["reused-from-trailer", "copied-text", "relative-link"])
    ]


def test_a_draft_names_the_reusing_side_as_it_was_then():
    left = FormerUnit(until=day("2025-06-30"), unit=UnitId("field"))
    mover = a_person("author", unit=UnitId("sales"), former_units=(left,))
    (suggestion,) = found(GUIDE, LINKING, mover)
    assert suggestion.draft.is_new_file
    assert suggestion.draft.path == "communities/guides/reuse/2026-06-30-sheet.yml"
    assert "  unit: field\n  community: desk\n" in suggestion.draft.text
    assert draft_text(ENGLISH, suggestion.draft) == (
        f'{suggestion.draft.text}note: "Recorded from a suggestion. Its text links to it."\n'
    )
    (outside,) = found(GUIDE, LINKING, a_person("author", external='The "Works": 1'))
    assert '  external: "The \\"Works\\": 1"\n' in outside.draft.text


def test_a_draft_is_an_entry_where_nobody_knows_the_reusing_side():
    (suggestion,) = found(GUIDE, LINKING)
    assert (suggestion.draft.path, suggestion.draft.is_new_file) == (artifact_path("desk/sheet"), False)
    assert draft_text(ENGLISH, suggestion.draft) == suggestion.draft.text
    assert suggestion.draft.text == "based_on:\n  - artifact: guides/triage\n    mode: cited\n"
    other = an_artifact("desk/sheet", links=(TO_GUIDE,), based_on=(based_on("guides/other"),))
    (further,) = found(GUIDE, other)
    assert further.draft.text == "# below based_on:\n  - artifact: guides/triage\n    mode: cited\n"


def test_drafts_never_want_the_same_new_file():
    long = "a-very-long-name-of-sixty-three-characters-which-is-the-longest"
    sources = [an_artifact(f"guides/g{n}") for n in range(3)]
    linking = an_artifact(f"desk/{long}", links=tuple(f"../../guides/artifacts/g{n}.md" for n in range(3)))
    drafts = [s.draft for s in found(*sources, linking, a_person("author", unit=UnitId("field")))]
    names = [Path(draft.path).stem for draft in drafts]
    assert len(set(names)) == 3
    assert all(len(name) <= 63 for name in names)
    taken = frozenset({"communities/guides/reuse/2026-06-30-sheet.yml"})
    (suggestion,) = found(GUIDE, LINKING, a_person("author", unit=UnitId("field")), files=taken)
    assert suggestion.draft.path == "communities/guides/reuse/2026-06-30-sheet-2.yml"


def counted(found: Figures) -> list[tuple[object, ...]]:
    events = sorted((e.use, e.grade, e.counted) for e in found.events if e.counted)
    reuse = [(r.ref, r.counted, r.reach, r.reusers, r.state) for r in found.artifacts.values()]
    return [*events, *reuse, *((c.value_cycles, c.benefits) for c in found.communities.values())]


def test_no_figure_is_computed_from_a_suggestion():
    git, _ = trailer_git("guides/triage")
    sheet = with_text("desk/sheet", PASSAGE)
    giving_away = replace(sheet, body=replace(sheet.body, links=LINKING.body.links))
    source = with_text("guides/triage", PASSAGE)
    catalog = a_catalog(source, giving_away, history=git.history)
    assert len(suggestions(catalog).found[0].clues) == 3
    git.reused_from.clear()
    plain = a_catalog(source, with_text("desk/sheet", "Other words."), history=git.history)
    assert suggestions(plain).found == ()
    assert figures(catalog) == figures(plain)


SHEET = """\
---
title: Calls on the road
kind: lesson-learned
summary: What a caller wants to hear first.
date: 2026-04-20
authors: [{author}]
output: lessons
{more}---

## What happened

We read [Greet first](../../support-guild/artifacts/greet-first.md).

## What we learned

Greet.

## What to do next time

Greet again.
"""


@pytest.mark.parametrize(("author", "is_new"), [("van-driver", True), ("unknown-unit", False)])
def test_a_draft_passes_the_check_and_ends_the_suggestion(tmp_path: Path, author: str, is_new: bool):
    root = tmp_path / "project"
    shutil.copytree(BASE, root)
    people = root / "communities/people.yml"
    people.write_text(people.read_text() + "  - id: unknown-unit\n    name: Unknown Unit\n")
    sheet = root / "communities/field-service-network/artifacts/calls-on-the-road.md"
    sheet.write_text(SHEET.format(author=author, more=""))
    catalog, found_before = checked(root)
    (suggestion,) = suggestions(catalog).found
    draft = suggestion.draft
    assert draft.is_new_file == is_new
    if is_new:
        (root / draft.path).write_text(draft_text(ENGLISH, draft))
    else:
        sheet.write_text(SHEET.format(author=author, more=draft.text))
    catalog, found_after = checked(root)
    assert found_after <= found_before
    assert suggestions(catalog).found == ()


def checked(root: Path) -> tuple[Catalog, set[str]]:
    loaded = load_catalog(root, as_of=AS_OF)
    assert loaded.catalog is not None
    assert loaded.catalog.left_out == ()
    return loaded.catalog, {f"{finding.span.path} {finding.code}" for finding in loaded.report}


@pytest.mark.realworld
def test_every_draft_of_a_real_set_passes_the_check_and_only_claims(real_set: RealSet, tmp_path: Path):
    root = tmp_path / "set"
    shutil.copytree(real_set.root, root)
    before = load_catalog(root).catalog
    assert before is not None
    suggested = suggestions(before, partial(copies, root, before.history)).found
    assert 10 <= len(suggested) <= 60
    for suggestion in suggested:
        assert suggestion.draft.is_new_file
        (root / suggestion.draft.path).parent.mkdir(exist_ok=True)
        (root / suggestion.draft.path).write_text(draft_text(ENGLISH, suggestion.draft))
    loaded = load_catalog(root)
    assert [finding for finding in loaded.report if finding.severity is Severity.ERROR] == []
    assert loaded.catalog is not None
    assert suggestions(loaded.catalog).found == ()
    old, new = (Counter(e.grade for e in figures(c).events if e.counted) for c in (before, loaded.catalog))
    assert new - old == Counter({Grade.CLAIMED: len(suggested)})


def test_git_tells_which_file_began_as_a_copy(tmp_path: Path):
    project = GitProject(tmp_path / "project")
    project.root.mkdir()
    project.git("init", "-q", "-b", "main")
    first, old, new, other = (artifact_path(f"{c}/it") for c in ("first", "guides", "desk", "lab"))
    project.write(first, text("a guide"))
    project.write(other, text("something else"))
    project.commit()
    project.move(first, old)
    project.commit()
    project.write(new, text("a guide") + "And a line of our own.\n")
    copied = project.commit()
    project.write(new, text("a rewritten text") + "And a line of our own.\n")
    project.commit()
    (project.root / "communities/organisation.yml").write_text("name: none\n")
    history = read_history(project.root, {}, None)
    pairs = [(old, new), (other, new), (new, old), (old, "communities/no/artifacts/it.md")]
    ((pair, (commit, percent)),) = copies(project.root, history, pairs).items()
    assert (pair, commit.id) == ((old, new), copied)
    assert 90 < percent < 100
    assert copies(project.root, history, []) == {}
    assert copies(tmp_path, history, [(old, new)]) == {}
