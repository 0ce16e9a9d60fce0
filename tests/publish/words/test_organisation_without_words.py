"""An organisation whose language has no words of ours: pages in English, what people wrote marked with its language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from tests.publish.pages.rendering import SITE, artifact_meta, rendered

from outcome_catalog.demo import LAST_DAY
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.suggestions import suggestions
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.hand_written import hand_written_pages
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages import reports
from outcome_catalog.publish.pages.table import BUILDERS
from outcome_catalog.publish.spoken_kinds import is_shipped
from outcome_catalog.publish.words import words

WRITTEN = {
    "Artifact": {"title", "summary", "note"},
    "Audience": {"title", "summary"},
    "BasedOn": {"note"},
    "Benefit": {"statement", "method", "not_possible_before"},
    "Charter": {"title", "summary", "note"},
    "CharterRevision": {"change", "because", "evidence"},
    "DatedValue": {"comment"},
    "ExpectedOutput": {"title", "done_when"},
    "Goal": {"statement"},
    "Indicator": {"title", "source"},
    "Kind": {"title", "plural", "summary", "done_when", "note"},
    "KindSection": {"heading", "also", "hint"},
    "LifecycleChange": {"because"},
    "MeasuredValue": {"comment", "evidence"},
    "Measurement": {"note"},
    "MemberGoal": {"role", "why", "job_description", "recognition", "objectives"},
    "Objective": {"title", "owner"},
    "Organisation": {"name", "summary", "note"},
    "OrganisationGoal": {"why"},
    "Outcome": {"title", "not_possible_before"},
    "ReuseRecord": {"note", "evidence"},
    "Scope": {"in_", "out"},
    "Sponsor": {"level"},
    "Steward": {"role"},
    "Unit": {"title"},
    "UsedIn": {"title"},
}
"""What people write in the words of their language, by the model's types."""
_WITHOUT_AN_END = {"meta", "link", "br", "wbr", "img", "input", "hr"}
_NOT_READ = {"script", "style", "code", "pre", "head", "unread"}
_HEARD = ("title", "aria-label", "alt", "data-label", "placeholder")
_TOC = [{"title": "αβγ", "id": name, "level": 2} for name in ("a", "b", "c")]
_ADDRESS = re.compile(r"\S*[/#]\S*")
_THEIRS, _OURS = re.compile("[α-ω]"), re.compile("[^\\W\\d_α-ω]")


def in_their_letters(text: str) -> str:
    """*text* in Greek letters, which no word of ours has: they are known wherever and however a part of it stands."""
    return "".join(chr(ord("α") + ord(letter) % 17) if letter.isalpha() else letter for letter in text)


def written(thing: Any, ids: frozenset[str], own: bool = False) -> Any:
    """*thing* with all that people wrote in it in their letters; *ids* and addresses stay."""
    if isinstance(thing, str):
        return in_their_letters(thing) if own and thing not in ids and not _ADDRESS.fullmatch(thing) else thing
    if isinstance(thing, tuple):
        return tuple(written(part, ids, own) for part in thing)
    if isinstance(thing, Mapping):
        return {key: written(part, ids, key in {"title", "description"}) for key, part in thing.items()}
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    wrote = WRITTEN.get(type(thing).__name__, set())
    values = {field.name: getattr(thing, field.name) for field in fields(thing) if field.name != "origin"}
    return replace(thing, **{name: written(value, ids, name in wrote) for name, value in values.items()})


def of_germans(catalog: Catalog) -> Catalog:
    """*catalog* as an organisation has it that writes German."""
    organisation = catalog.organisation
    ids = frozenset(objective.id for objective in organisation.objectives) | frozenset(catalog.artifacts)
    communities = {name: written(found, ids) for name, found in catalog.communities.items()}
    artifacts = {artifact.ref: artifact for found in communities.values() for artifact in found.artifacts}
    return replace(
        catalog,
        organisation=replace(written(organisation, ids), settings=replace(organisation.settings, language="de")),
        artifacts=artifacts,
        communities=communities,
        kinds={name: kind if is_shipped(kind) else written(kind, ids) for name, kind in catalog.kinds.items()},
    )


class WrongLanguages(HTMLParser):
    """Each text of a page that is said to be in another language than it is, with the elements it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str, str]] = []
        self.found: set[tuple[str, str]] = set()
        self.judged = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        language = given.get("lang") or (self.open[-1][2] if self.open else "en")
        name = ".".join([tag, *(given.get("class") or "").split()[:1]])
        is_unread = "hreflang" in given or ("hidden" in given and "data-pagefind-ignore" in given)
        if tag not in _WITHOUT_AN_END:
            self.open.append((tag, "unread" if is_unread else name, language))
        for key in _HEARD:
            self._judge(f"{name}[{key}]", given.get(key) or "", language)

    def handle_endtag(self, tag: str) -> None:
        while self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and not _NOT_READ & {name for _, name, _ in self.open}:
            self._judge(" ".join(name for _, name, _ in self.open[-3:]), data, self.open[-1][2])

    def _judge(self, place: str, text: str, language: str) -> None:
        """Words of ours are English, also where they name something of theirs; what is theirs alone is not."""
        ours, theirs = _OURS.search(text), _THEIRS.search(text)
        self.judged += theirs is not None
        if (ours and language != "en") or (theirs and not ours and language == "en"):
            self.found.add((place, " ".join(text.split())[:60]))


@pytest.fixture(scope="module")
def context(demo_repository: Path) -> PublishContext:
    loaded = load_catalog(demo_repository, as_of=LAST_DAY).catalog
    assert loaded is not None
    catalog = of_germans(loaded)
    return PublishContext(
        catalog=catalog, figures=figures(catalog), suggestions=suggestions(catalog), site=SITE, words=words("de")
    )


def shown(context: PublishContext) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The data of every page by its address; of the reports their list and two of them."""
    yield from (_page(output) for output in islice(reports.outputs(context), 3) if output.is_page)
    for builder in BUILDERS:
        if builder is not reports.outputs:
            yield from (_page(output) for output in builder(context) if output.is_page)
    for ref in context.catalog.artifacts:
        yield f"{ref}/", artifact_meta(context, ref, body_html="<p>αβγ</p>", toc=_TOC)
    for output in hand_written_pages({"communities/about.md": "# αβγ\n\nαβγ"}, context.links, context.words):
        yield _page(output)


def _page(output: Output) -> tuple[str, Mapping[str, Any]]:
    return output.path.removesuffix("index.md") or "./", output.meta


def test_all_that_people_wrote_is_in_their_language_and_all_that_is_ours_in_english(context: PublishContext) -> None:
    found: dict[str, set[tuple[str, str]]] = {}
    judged = 0
    for url, meta in shown(context):
        html = rendered({**meta, "introduction_html": "<p>αβγ</p>"}, url, language="de")
        page = WrongLanguages(html)
        judged += page.judged
        if page.found:
            found.setdefault(meta["template"], set()).update(page.found)
    assert judged > 4000
    assert found == {}
