"""Passages that two communities' texts share word for word: which text has which passage from which older one.

Shingles of eight words are compared by their hashes, and of those only the ones that begin with an *anchor*: a quarter
of all words, chosen by the word itself and so alike in every text. Neighbouring shingles from one source make a
passage; one that is not shared ends it. Time and memory grow with the amount of text, no two texts are compared. This
takes no library: what those offer (MinHash, LSH) tells how alike two texts are as a whole, and what gives reuse away is
a passage of thirty words in two thousand.

What more than six communities share is a form that everybody fills in, and says nothing. Addresses are no words.
"""

import re
import string
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

SHINGLE_WORDS = 8
SHORTEST_PASSAGE = 20
"""Words from which on a passage tells something; chosen by reading what two real catalogs share (see copied_text)."""
MOST_COMMUNITIES = 6
_ONE_IN = 4
_PARTS = 4
"""The hashes are gone through in parts, so that few of them are in memory at once."""
_A_FORM = -1
_ADDRESS_MARKS = ("://", "](", "]:", "<!--")
_ADDRESS = re.compile(r"\w+://\S+|\]\([^)\s]*|<!--(?:[^-]|-(?!->))*(?:-->|\Z)|^ {0,3}\[[^\]\n]*\]:[^\n]*", re.MULTILINE)
"""Addresses, and comments: neither is text that anybody wrote for readers."""
_PUNCTUATION = dict.fromkeys(map(ord, string.punctuation + "‘’“”„«»–—…•"), " ")
_WORD = re.compile(r"\S+")
Run = tuple[int, int]
"""A stretch of words: the number of the first, and that after the last."""


class Passage(NamedTuple):
    """The longest passage that the text of *reusing* has from that of *source*, and how much it has in all.

    *offset* and *end* are places in the text of *reusing*; *words* is the passage's length; *share* is the part of the
    text of *reusing* that stands in the source as well.
    """

    source: str
    reusing: str
    offset: int
    end: int
    words: int
    share: float


class _Shingles(NamedTuple):
    """A text's anchored shingles: where each begins, counted in words, and its hash; the hashes again in parts."""

    places: Sequence[int]
    hashes: Sequence[int]
    parts: Sequence[Sequence[int]]


class _Anchors(dict[str, bool]):
    """Whether a word is an anchor, looked up faster than called."""

    def __missing__(self, word: str) -> bool:
        self[word] = found = crc32(word.encode("utf-8", "surrogatepass")) % _ONE_IN == 0
        return found


def shared_passages(texts: Mapping[str, str]) -> Iterator[Passage]:
    """The passages that the *texts*, oldest first and named ``community/artifact``, have from other communities'."""
    names, contents = list(texts), list(texts.values())
    shingles = [_shingles(text) for text in contents]
    communities = [name.partition("/")[0] for name in names]
    holders = _holders(shingles, communities)
    for number, name in enumerate(names):
        for source, runs in sorted(_runs(shingles[number], holders, number).items()):
            begin, end = max(runs, key=lambda run: (run[1] - run[0], -run[0]))
            if end - begin >= SHORTEST_PASSAGE and communities[source] != communities[number]:
                spans = [match.span() for match in _WORD.finditer(_without_marks(contents[number]))]
                share = sum(stop - start for start, stop in runs) / len(spans)
                yield Passage(names[source], name, spans[begin][0], spans[end - 1][1], end - begin, share)


def _words(text: str) -> list[str]:
    return _without_marks(text).casefold().split()


def _without_marks(text: str) -> str:
    """*text* with blanks in the place of punctuation and addresses, so that every word stays where it is."""
    if any(mark in text for mark in _ADDRESS_MARKS):
        text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    return text.translate(_PUNCTUATION)


@lru_cache(maxsize=1 << 14)
def _shingles(text: str) -> _Shingles:
    """The shingles of *text*, kept for the next time that a live preview asks."""
    words, anchors = _words(text), _ANCHORS
    beginnings = words[: max(0, len(words) - SHINGLE_WORDS + 1)]
    places = array("L", [place for place, word in enumerate(beginnings) if anchors[word]])
    hashes = array("q", [hash(tuple(words[place : place + SHINGLE_WORDS])) for place in places])
    parts = tuple(array("q") for _ in range(_PARTS))
    for value in hashes:
        parts[value % _PARTS].append(value)
    return _Shingles(places, hashes, parts)


_ANCHORS = _Anchors()


def _holders(texts: Sequence[_Shingles], communities: Sequence[str]) -> dict[int, int]:
    """For each hash that several communities share: the number of the oldest text that holds it, or that it is a form.

    What only one community holds is left out.
    """
    repeated = set(chain.from_iterable(_repeated(texts, part) for part in range(_PARTS)))
    of: dict[int, list[int]] = {}
    for number, text in enumerate(texts):
        for value in repeated.intersection(text.hashes):
            of.setdefault(value, []).append(number)
    sharing = {value: len({communities[number] for number in numbers}) for value, numbers in of.items()}
    return {v: of[v][0] if n <= MOST_COMMUNITIES else _A_FORM for v, n in sharing.items() if n > 1}


def _repeated(texts: Iterable[_Shingles], part: int) -> set[int]:
    """The hashes of one *part* of all that more than one text holds."""
    seen: set[int] = set()
    repeated: set[int] = set()
    for text in texts:
        repeated |= seen.intersection(text.parts[part])
        seen.update(text.parts[part])
    return repeated


def _runs(text: _Shingles, holders: dict[int, int], number: int) -> dict[int, list[Run]]:
    """The stretches of words that the text with this *number* has from each older one: neighbouring shingles alike."""
    runs: dict[int, list[Run]] = {}
    if holders.keys().isdisjoint(text.hashes):
        return runs
    sources = zip(text.places, (holders.get(value, number) for value in text.hashes), strict=True)
    for source, run in groupby(sources, key=itemgetter(1)):
        if source not in {number, _A_FORM}:
            places = [place for place, _ in run]
            runs.setdefault(source, []).append((places[0], places[-1] + SHINGLE_WORDS))
    return runs
