"""Which commit brought a reference into a file: the one since which the file has held it without a break.

Every search goes from the head back to whichever parent's content held the reference already, so that a merge does
not pass for the commit that wrote what it merged. All searches take each step together, so that one git answers them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from outcome_catalog.history.contents import ContentsReader
from outcome_catalog.history.recorded import Found
from outcome_catalog.model.history import Lineage
from outcome_catalog.model.ids import BlobId, CommitId

_FRONT_MATTER = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_HEAD = -1
"""The place of a search before it reached the newest revision, which is 0."""
Search = tuple[str, str]
"""A file, by its present path, and a reference as it stands there; further lines are as good as the first."""


def introductions(
    searches: Iterable[Search],
    lineages: Mapping[str, Lineage],
    found: Found,
    contents: ContentsReader,
    unsure: frozenset[str],
) -> Mapping[Search, CommitId]:
    """The commit that brought each reference in, where the head holds it and git can tell.

    *found* says what the revisions of *lineages* found where that is not what the one before left. The files that are
    not in *unsure* are taken to hold their references in the head.
    """
    known = [search for search in searches if search[0] in lineages]
    plain = {path for path, _ in known if path not in unsure and path not in found}
    alone = {path: lineages[path].revisions[0].commit for path in plain if len(lineages[path].revisions) == 1}
    brought = {search: alone[search[0]] for search in known if search[0] in alone}
    places = {search: _HEAD for search in known if search not in brought}
    while places:
        before = {(path, r): _blobs_before(lineages[path], place, found) for (path, r), place in places.items()}
        sure = {search for search, place in places.items() if place == _HEAD and search[0] not in unsure}
        holding, unread = _holding({s: blobs for s, blobs in before.items() if s not in sure}, contents)
        further: dict[Search, int] = {}
        for search, place in places.items():
            lineage = lineages[search[0]]
            held = [blob for blob in before[search] if search in sure or (search, blob) in holding]
            if held and (older := _place_of(held[0], lineage, place)) is not None:
                further[search] = older
            elif not held and place != _HEAD and search not in unread:
                brought[search] = lineage.revisions[-1 - place].commit
        places = further
    return brought


def _blobs_before(lineage: Lineage, place: int, found: Found) -> list[BlobId]:
    """The contents that the file had just before the revision at *place*, one for each parent that had it."""
    left = lineage.revisions[-2 - place].blob if place + 1 < len(lineage.revisions) else None
    return [blob for blob in found.get(lineage.path, {}).get(place, (left,)) if blob is not None]


def _place_of(blob: BlobId, lineage: Lineage, after: int) -> int | None:
    """The place of the newest revision older than *after* that left the content *blob*."""
    places = range(after + 1, len(lineage.revisions))
    return next((place for place in places if lineage.revisions[-1 - place].blob == blob), None)


def _holding(
    before: Mapping[Search, Iterable[BlobId]], contents: ContentsReader
) -> tuple[set[tuple[Search, BlobId]], set[Search]]:
    """Which searches' references are in which contents, and which searches met a content that cannot be read."""
    asking: defaultdict[BlobId, list[Search]] = defaultdict(list)
    for search, blobs in before.items():
        for blob in blobs:
            asking[blob].append(search)
    holding: set[tuple[Search, BlobId]] = set()
    unread: set[Search] = set()
    for (blob, searches), content in zip(asking.items(), contents(tuple(asking)), strict=True):
        if content is None:
            unread.update(searches)
        else:
            holding.update((search, blob) for search in searches if _holds(content, search))
    return holding, unread


def _holds(content: bytes, search: Search) -> bool:
    """True where *content* holds the reference, or one as good; of Markdown the front matter alone counts."""
    path, reference = search
    if path.endswith(".md"):
        front = _FRONT_MATTER.match(content)
        content = front[1] if front else b""
    text = content.decode("utf-8", "replace")
    return any(_holds_word(text, word) for word in reference.split("\n"))


def _holds_word(text: str, word: str) -> bool:
    """True where *word* stands in *text* as a word of its own."""
    start = text.find(word)
    while start >= 0:
        if not any(map(_continues_a_word, (text[start - 1 : start], text[start + len(word) :][:1]))):
            return True
        start = text.find(word, start + 1)
    return False


def _continues_a_word(character: str) -> bool:
    return character.isalnum() or character in {"_", "-", "/"}
