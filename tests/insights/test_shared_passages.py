"""Passages that two communities' texts share: the younger has them from the older, and forms say nothing."""

import os
import random
import subprocess
import sys
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from outcome_catalog.insights.suggestions.shared_passages import MOST_COMMUNITIES, SHORTEST_PASSAGE, shared_passages

WORDS = "copper valve order spare winter crew shift report measure seal pump hose lamp field north".split()


def prose(seed: int, words: int = 300) -> str:
    """A text that shares no eight words with that of another seed."""
    draw = random.Random(seed)
    return " ".join(f"{draw.choice(WORDS)}{draw.randrange(40)}" for _ in range(words))


PASSAGE = prose(0, 45)


def test_a_copied_passage_is_found_with_its_place_and_share():
    reusing = f"{prose(2, 100)}\n\n{PASSAGE}\n\n{prose(3, 100)}"
    (found,) = shared_passages({"a/old": f"{prose(1)} {PASSAGE} {prose(4)}", "b/new": reusing})
    assert (found.source, found.reusing) == ("a/old", "b/new")
    assert SHORTEST_PASSAGE <= found.words <= 45
    assert reusing[found.offset : found.end] in PASSAGE
    assert len(reusing[found.offset : found.end].split()) == found.words
    assert found.share == found.words / 245


def test_case_punctuation_and_line_breaks_do_not_hide_a_copy():
    changed = "> **" + PASSAGE.upper().replace(" ", ",\n> ") + "**!"
    (found,) = shared_passages({"a/old": PASSAGE, "b/new": f"{prose(2)} {changed}"})
    assert found.words >= SHORTEST_PASSAGE


def test_texts_of_one_community_are_not_compared():
    assert list(shared_passages({"a/old": PASSAGE, "a/new": PASSAGE})) == []


def test_the_oldest_text_is_the_source_for_all_that_copied_it():
    texts = {"a/old": PASSAGE, "b/new": PASSAGE, "c/newest": f"{prose(1)} {PASSAGE}"}
    assert [(p.source, p.reusing) for p in shared_passages(texts)] == [("a/old", "b/new"), ("a/old", "c/newest")]
    own = {"b/first": PASSAGE, "a/second": PASSAGE, "b/third": PASSAGE}
    assert [(p.source, p.reusing) for p in shared_passages(own)] == [("b/first", "a/second")]


def test_a_short_quotation_is_none():
    short = " ".join(PASSAGE.split()[: SHORTEST_PASSAGE - 1])
    assert list(shared_passages({"a/old": f"{prose(1)} {short} {prose(2)}", "b/new": f"{prose(3)} {short}"})) == []


def test_what_many_communities_share_is_a_form():
    def texts(communities: int) -> dict[str, str]:
        return {f"c{n}/it": f"{prose(n + 1)} {PASSAGE}" for n in range(communities)}

    assert len(list(shared_passages(texts(MOST_COMMUNITIES)))) == MOST_COMMUNITIES - 1
    assert list(shared_passages(texts(MOST_COMMUNITIES + 1))) == []


def test_a_list_of_the_same_addresses_is_no_shared_text():
    links = "\n".join(
        f"- [see{n}](../{'/'.join(PASSAGE.split()[n : n + 9])}.md) https://example.org/{n}" for n in range(7)
    )
    assert list(shared_passages({"a/old": links, "b/new": links})) == []
    notes = "\n".join(f"[note{n}]: https://example.org/{n} '{PASSAGE}'" for n in range(9))
    assert list(shared_passages({"a/old": notes, "b/new": notes})) == []
    assert list(shared_passages({"a/old": f"<!-- {PASSAGE} -->", "b/new": f"<!-- {PASSAGE} -->"})) == []


def test_texts_too_short_for_a_shingle_share_nothing():
    assert list(shared_passages({"a/old": "", "b/new": "", "c/it": "one two three", "d/it": "one two three"})) == []


def test_what_is_found_is_the_same_in_every_process():
    program = (
        "from tests.insights.test_shared_passages import *\n"
        "texts = {f'c{n}/it': f'{prose(n)} {prose(n % 5, 60)} {PASSAGE if n % 4 else prose(n)}' for n in range(12)}\n"
        "print(list(shared_passages(texts)))"
    )
    told = {
        subprocess.run([sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
                       capture_output=True, text=True, check=True).stdout
        for seed in ("0", "1", "4242")
    }  # fmt: skip
    assert len(told) == 1
    assert told != {"[]\n"}


def test_a_thousand_texts_are_compared_in_one_pass():
    texts = {f"c{n % 50}/n{n}": f"{prose(n + 1)} {PASSAGE if n in (7, 900) else ''}" for n in range(1000)}
    begun = time.process_time()
    assert [(p.source, p.reusing) for p in shared_passages(texts)] == [("c7/n7", "c0/n900")]
    assert time.process_time() - begun < 10  # a guard against comparing pairs, not a measurement


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 6), st.integers(0, 6)), max_size=8, unique=True))
@settings(max_examples=60, deadline=None)
def test_every_passage_found_stands_in_both_texts(parts: list[tuple[str, int, int]]):
    texts = {f"{community}/n{n}": f"{prose(one, 40)} {prose(two, 40)}" for n, (community, one, two) in enumerate(parts)}
    order = list(texts)
    for found in shared_passages(texts):
        assert found.source[0] != found.reusing[0]
        assert order.index(found.source) < order.index(found.reusing)
        assert 0 < found.share <= 1
        for shingle in _eights(texts[found.reusing][found.offset : found.end])[:1]:
            assert shingle in texts[found.source]


def _eights(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[n : n + 8]) for n in range(len(words) - 7)]
