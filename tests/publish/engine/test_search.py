"""The search index: made by Pagefind, and not again where no text changed."""

import json
from pathlib import Path

import pytest

from outcome_catalog.publish import search
from outcome_catalog.publish.search import IndexSettings, SearchError, write_search_index

ENGLISH = IndexSettings(jobs=1, language="en")
PAGE = "<html lang=en><body><main><h1>T</h1><div data-pagefind-body>{}</div></main><footer>{}</footer></body></html>"


def write_page(site: Path, name: str, text: str, footer: str = "") -> None:
    (site / name).mkdir(parents=True, exist_ok=True)
    (site / name / "index.html").write_text(PAGE.format(text, footer))


def indexed_pages(site: Path) -> int:
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text())
    return int(entry["languages"]["en"]["page_count"])


def test_only_marked_pages_are_indexed(tmp_path: Path) -> None:
    write_page(tmp_path, "a", "Sorting calls")
    write_page(tmp_path, "b", "Sorting leads")
    (tmp_path / "index.html").write_text("<html lang=en><body>Not this</body></html>")
    assert not write_search_index(tmp_path, ENGLISH)
    assert indexed_pages(tmp_path) == 2


@pytest.mark.parametrize(("text", "footer", "taken_over"), [("Same", "new", True), ("Other", "old", False)])
def test_the_index_is_taken_over_where_no_text_changed(
    tmp_path: Path, text: str, footer: str, taken_over: bool
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    write_page(old, "a", "Same", "old")
    write_page(new, "a", text, footer)
    write_search_index(old, ENGLISH)
    assert write_search_index(new, ENGLISH, old_site=old) is taken_over
    assert indexed_pages(new) == 1


@pytest.mark.parametrize(("language", "engine"), [("en", "wasm.en.pagefind"), ("ja", "wasm.unknown.pagefind")])
def test_of_the_engine_only_what_a_page_loads_is_kept(tmp_path: Path, language: str, engine: str) -> None:
    """Its script, the one that works beside the page, and the engine of the one language: no interface of its own."""
    write_page(tmp_path, "a", "Sorting calls")
    write_search_index(tmp_path, IndexSettings(jobs=1, language=language))
    kept = {path.name for path in (tmp_path / "pagefind").iterdir() if path.is_file() and path.suffix != ".pf_meta"}
    ours = {"indexed-text.sha256"}
    assert kept - ours == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", engine}


def test_a_page_that_moved_is_indexed_again(tmp_path: Path) -> None:
    write_page(tmp_path / "old", "a", "Same")
    write_page(tmp_path / "new", "b", "Same")
    write_search_index(tmp_path / "old", ENGLISH)
    assert not write_search_index(tmp_path / "new", ENGLISH, old_site=tmp_path / "old")


def test_a_failing_indexer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "indexer"
    program.write_text("#!/bin/sh\necho no room left >&2\nexit 3\n")
    program.chmod(0o700)
    monkeypatch.setattr(search, "get_executable", lambda: program)
    with pytest.raises(SearchError, match="no room left"):
        write_search_index(tmp_path, ENGLISH)


@pytest.mark.parametrize("language", ["fr", "fr-CA", "en"])
def test_pages_in_all_languages_are_in_one_index_of_the_sites_own(tmp_path: Path, language: str) -> None:
    write_page(tmp_path, "a", "Sorting calls")
    write_page(tmp_path, "b", "Trier les appels")
    french = (tmp_path / "b/index.html").read_text().replace("lang=en", "lang=fr")
    (tmp_path / "b/index.html").write_text(french)
    write_search_index(tmp_path, IndexSettings(jobs=1, language=language))
    entry = json.loads((tmp_path / "pagefind/pagefind-entry.json").read_text())
    assert {name: found["page_count"] for name, found in entry["languages"].items()} == {language[:2]: 2}


def test_another_language_makes_another_index(tmp_path: Path) -> None:
    for name in ("old", "new"):
        write_page(tmp_path / name, "a", "Same")
    write_search_index(tmp_path / "old", ENGLISH)
    french = IndexSettings(jobs=1, language="fr")
    assert not write_search_index(tmp_path / "new", french, old_site=tmp_path / "old")
