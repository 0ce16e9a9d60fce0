"""What limits git's dates is said in the organisation's language on the site, and in English in the terminal."""

import re
from dataclasses import replace

import pytest
from tests.insights.english import ENGLISH
from tests.publish.pages.desk import desk_catalog
from tests.publish.pages.rendering import a_context, artifact_meta, rendered

from outcome_catalog.history import notes
from outcome_catalog.model.history import HistoryNote, no_history
from outcome_catalog.publish.provenance import history_notes
from outcome_catalog.publish.words import words

ONE_BY_ONE = tuple(note for note in vars(notes).values() if isinstance(note, HistoryNote))
COUNTED = tuple(note for make in (notes.dirty, notes.backwards, notes.ahead) for note in (make(1), make(2)))
ALL = (*ONE_BY_ONE, *COUNTED, notes.many_moved("c" * 40))


@pytest.mark.parametrize("note", ALL, ids=lambda note: f"{note.key}-{note.n or ''}")
def test_the_site_says_in_english_what_the_terminal_says_and_in_french_the_same_commands(note: HistoryNote) -> None:
    (english,), (french,) = (history_notes(words(name), no_history(note)) for name in ("en", "fr"))
    assert english == note.text
    assert french != english
    commands = re.findall(r"'((?:git |--)[^']+)'", english)
    assert [command for command in commands if f"«\u00a0{command}\u00a0»" not in french] == []


def test_there_are_words_for_no_other_note() -> None:
    assert set(ENGLISH["history_note"]) == {note.key for note in ALL}


def test_an_artifact_says_it_in_the_language_of_the_site() -> None:
    context = replace(a_context(desk_catalog(history=no_history(notes.SHALLOW))), words=words("fr"))
    html = rendered(artifact_meta(context, "desk/greet"), "desk/greet/")
    assert "Ceci est un clone superficiel" in html
    assert "This is a shallow clone" not in html
