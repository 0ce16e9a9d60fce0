"""Every format says the same, the same way each time, and shows what contributors wrote as text."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from comrak import ExtensionOptions, RenderOptions, render_markdown
from tests.conftest import REPOSITORY
from tests.insights.catalogs import Git, a_catalog, a_record, an_artifact, day, record_path
from tests.publish.pages.desk import desk_catalog
from tests.publish.reports.hostile import PAYLOADS, hostile_catalog
from tests.publish.reports.reports import NOWHERE, all_views, view_of

from outcome_catalog.diagnostics import Diagnostic, Severity, Span
from outcome_catalog.model.catalog import LeftOut, NotShown, RecordKind
from outcome_catalog.model.reuse import Benefit, UsedBy, UsedIn
from outcome_catalog.publish.reports.csv_row import CsvRow
from outcome_catalog.publish.reports.csv_table import cell
from outcome_catalog.publish.reports.formats import FORMATS
from outcome_catalog.publish.reports.tables import MOST_ROWS
from outcome_catalog.publish.reports.view import ReportView
from outcome_catalog.publish.words import words

PERIODS = ("2025", "2026-Q2", "2026-05", "all")


def text_of(name: str, view: ReportView) -> str:
    return FORMATS[name].text(view)


def html_of(markdown: str) -> str:
    """Markdown as the forges render it."""
    extensions = ExtensionOptions()
    extensions.table = extensions.autolink = extensions.strikethrough = True
    render = RenderOptions()
    render.unsafe_ = True
    return str(render_markdown(markdown, extension_options=extensions, render_options=render))


class Elements(HTMLParser):
    """The elements of a page, its ids and links, and what could run or call somebody."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.calling: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.hrefs += [values["href"] or ""] if tag == "a" and "href" in values else []
        self.calling += [f"{tag} {name}" for name in values if name.startswith("on") or name == "src"]
        self.calling += [tag] if tag in {"script", "link", "img", "iframe", "object"} else []

    def handle_data(self, data: str) -> None:
        self.text += data


def rows(view: ReportView) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of("csv", view), newline="")))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("period", PERIODS)
def test_every_format_is_written_the_same_each_time(name: str, period: str) -> None:
    first, second = text_of(name, view_of(period)), text_of(name, view_of(period))
    assert first == second
    assert first.endswith("\n")


@pytest.mark.parametrize("name", ["md", "html"])
def test_what_people_read_has_every_section_and_the_zeros(name: str) -> None:
    text = text_of(name, view_of("2025-02"))
    for said in (
        "In one look", "From activity to learning", "Promised and delivered", "Roles", "Reuse", "Indicators",
        "Benefit beside the time invested", "Not possible before", "What waits to be reused", "Artifacts that came in",
        "No use is known to have begun.", "not measured in this period", "Too young to judge", "not stated",
    ):  # fmt: skip
        assert said in text, said


def test_french_sets_its_colon_off_the_word_before_it() -> None:
    english = view_of("all")
    text = text_of("md", replace(english, context=replace(english.context, words=words("fr"))))
    told = [line for line in text.splitlines() if re.match(r"- \*\*|\d\. ", line)]
    assert len(told) > 12
    assert [line for line in told if "\u00a0: " not in line] == []


@pytest.mark.parametrize("name", ["md", "html"])
def test_claimed_is_never_shown_as_more(name: str) -> None:
    text = text_of(name, view_of("2026-05"))
    assert "0 verified, 0 attested, 1 only claimed" in text
    assert "2 to 5 hours a week (claimed, estimated)" in text


def test_every_link_in_the_file_leads_to_a_place_in_it_or_to_a_whole_address() -> None:
    for view in all_views():
        page = Elements(text_of("html", view))
        assert page.ids.count("uses") <= 1
        assert len(page.ids) == len(set(page.ids)), view.slug
        places = {href for href in page.hrefs if href.startswith("#")}
        assert {place.removeprefix("#") for place in places} <= set(page.ids), view.slug
        assert all(re.match(r"https://|#", href) for href in page.hrefs), view.slug
        assert page.calling == []


def test_every_link_in_markdown_leads_to_a_heading_or_to_a_whole_address() -> None:
    for view in all_views():
        text = text_of("md", view)
        headings = {
            re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
            for line in text.splitlines()
            if line.startswith("#")
        }
        assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= headings
        used, defined = set(re.findall(r"\]\[(\d+)\]", text)), re.findall(r"^\[(\d+)\]: <https://", text, flags=re.M)
        assert used == set(defined)
        assert len(defined) == len(set(defined))


@pytest.mark.parametrize("name", ["md", "html"])
def test_each_record_leads_to_its_file_at_its_commit_or_names_both(name: str) -> None:
    path = "communities/desk/reuse/2026-05-01-harbour.yml"
    use = view_of("2026-05").report.reuse.uses[0]
    at_forge, alone = text_of(name, view_of("2026-05")), text_of(name, view_of("2026-05", site=NOWHERE))
    assert f"https://github.com/example/catalog/blob/{use.best.commit}/{path}" in at_forge
    assert "https://" not in alone.replace("https://harbour.example", "")
    assert path in alone
    assert str(use.best.commit)[:10] in alone


@pytest.mark.parametrize("name", ["md", "html"])
def test_what_the_figures_leave_out_is_said(name: str) -> None:
    findings = (Diagnostic(code="x", severity=Severity.ERROR, message="m", span=Span(path="p")),)
    left_out = tuple(
        LeftOut(path=f"communities/desk/artifacts/broken-{n}.md", ref=None, because=findings) for n in range(30)
    )
    later = NotShown(
        path="communities/desk/reuse/2027-01-01-late.yml",
        kind=RecordKind.REUSE,
        name="late",
        recorded=day("2027-01-01"),
    )
    text = text_of(name, view_of("2025", replace(desk_catalog(), left_out=left_out, not_shown=(later,))))
    assert "Left out for its errors, and in no figure: communities/desk/artifacts/broken-0.md" in text
    assert "broken-19.md" in text
    assert "broken-20.md" not in text
    assert "and 10 more" in text
    assert "1 record after it is not shown" in text


def test_the_table_holds_every_figure_with_its_file_and_commit() -> None:
    found = rows(view_of("2026-05"))
    assert list(found[0]) == list(CsvRow._fields)
    by_figure = {(row["section"], row["item"], row["figure"], row["grade"]): row for row in found}
    use = by_figure["reuse", "desk/2026-05-01-harbour", "use", "claimed"]
    assert use["path"] == "communities/desk/reuse/2026-05-01-harbour.yml"
    assert use["commit"]
    assert by_figure["reuse", "", "counted uses", "claimed"]["value"] == "1"
    assert by_figure["reuse", "", "counted uses", "verified"]["value"] == "0"
    assert by_figure["benefits", "", "at most", "claimed"]["value"] == "5"
    assert by_figure["indicators", "never-measured", "state", ""]["value"] == "not measured"


def test_the_table_and_the_data_hold_the_same_counts() -> None:
    for view in all_views():
        data = json.loads(text_of("json", view))
        found = {(r["section"], r["item"], r["figure"]): r["value"] for r in rows(view) if not r["grade"]}
        for cycle, held in data["funnel"].items():
            assert found["funnel", cycle, "count"] == str(held["count"])
        assert found["reuse", "", "counted uses"] == str(data["reuse"]["counted"])
        assert found["artifacts", "", "waiting"] == str(len(data["artifacts"]["waiting"]))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"), ("+1+1", "'+1+1"), ("-2+3", "'-2+3"), ("@x", "'@x"),
        ("\t=1", "' =1"), ("\r=1", "' =1"), (" =1", "' =1"),
        ("-3.5", "-3.5"), (-3.5, "-3.5"), (-2.0, "-2"), (0, "0"), (False, "no"), (None, ""), ("1 = 1", "1 = 1"),
    ],
)  # fmt: skip
def test_a_cell_is_no_formula(value: object, shown: str) -> None:
    assert cell(value) == shown


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_stays_text(payload: str) -> None:
    written = re.findall(r"\w+", payload)
    for period in ("2026-Q2", "all"):
        view = view_of(period, hostile_catalog(payload))
        page = Elements(text_of("html", view))
        assert page.calling == []
        assert "49" not in re.findall(r"`(\d+)", page.text)
        assert not [href for href in page.hrefs if not re.match(r"https://(github|catalog|harbour)|#", href)]
        markdown = text_of("md", view)
        rendered = Elements(html_of(markdown))
        assert rendered.calling == []
        assert {"b", "script", "img"} & set(rendered.tags) == set()
        assert not [href for href in rendered.hrefs if href.startswith("javascript")]
        assert rendered.tags.count("h2") == len(view_headings(view)), "a title became a heading"
        assert all(word in text for word in written for text in (rendered.text, page.text)), "it has to be shown"
        assert not set("\x1b\u202e") & set(markdown + page.text)
        assert not [
            row for row in rows(view) for text in row.values() if re.match(r"\s*[=+@]|\s*-(?!\d+(\.\d+)?$)", text)
        ]


def view_headings(view: ReportView) -> list[str]:
    """The headings of the second level that Markdown has where nobody tries anything."""
    calm = text_of("md", view_of(view.slug))
    return [line for line in calm.splitlines() if line.startswith("## ")]


def test_the_checks_above_catch_what_they_are_for() -> None:
    payload = PAYLOADS[0]
    assert Elements(f"<p>{payload}</p>").calling
    assert Elements(html_of(payload)).calling


@pytest.fixture(scope="module")
def own_clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository as it was last committed."""
    clone = tmp_path_factory.mktemp("own") / "clone"
    subprocess.run(["git", "clone", "-q", str(REPOSITORY), str(clone)], check=True)
    return clone


@pytest.mark.acceptance
@pytest.mark.parametrize("name", FORMATS)
def test_the_same_bytes_in_any_place_at_any_hour(name: str, own_clone: Path, tmp_path: Path, outcomes: str) -> None:
    """Another folder, timezone, language, hash seed: nothing of them is in the report."""
    found = set()
    for folder, zone, seed in ((own_clone, "UTC", "0"), (tmp_path, "Pacific/Kiritimati", "7")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        command = [outcomes, "report", "2026-Q3", "--format", name, "--as-of", "2026-11-20", "-C", str(own_clone)]
        ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
        found.add(ran.stdout)
    assert len(found) == 1
    assert sys.getsizeof(found.pop()) > 10_000


def test_every_link_to_a_use_leads_to_its_row_or_to_where_the_rows_are_cut() -> None:
    git = Git()
    names = [f"desk/2026-05-01-harbour-{number:02}" for number in range(70)]
    for name in names:
        git.commit("writer", "2026-05-02", record_path(name))
    records = [
        a_record(
            name,
            "desk/greet",
            used_by=UsedBy(external=f"Works {number}"),
            used_in=UsedIn(title=f"Desk {number}", url=f"https://harbour.example/{number}"),
            benefit=Benefit(statement="Fewer call-backs", unit=f"hours of {number}", low=2, high=5),
        )
        for number, name in enumerate(names)
    ]
    catalog = a_catalog(an_artifact("desk/greet"), *records, history=git.history)
    for period in ("2026-05", "all"):
        page = Elements(text_of("html", view_of(period, catalog)))
        linked = {href.removeprefix("#") for href in page.hrefs if href.startswith("#use.")}
        assert len(linked) > MOST_ROWS - 1
        assert linked <= set(page.ids)
        assert len(page.ids) == len(set(page.ids))
        assert len([place for place in page.ids if place.startswith("use.")]) > MOST_ROWS


@pytest.mark.parametrize("community", [None, "desk"])
@pytest.mark.parametrize("name", ["md", "html"])
def test_where_the_data_has_no_address_the_command_that_gives_it_stands(name: str, community: str | None) -> None:
    many = [an_artifact(f"desk/a{number:03}", date=day("2026-03-01")) for number in range(100)]
    text = text_of(name, view_of("2026-03", a_catalog(*many), site=NOWHERE, community=community))
    of = "" if community is None else " --community desk"
    opening, closing = ("`", "`") if name == "md" else ("<code>", "</code>")
    csv, json_ = (f"{opening}outcomes report 2026-03 --format {form}{of}{closing}" for form in ("csv", "json"))
    assert f"40 more rows are in the data of this report: {csv} or {json_}." in text
    linked = text_of(name, view_of("2026-03", a_catalog(*many)))
    assert "outcomes report" not in linked
    assert "https://catalog.example.org/reports/2026-03/report.csv" in linked
