"""Levels of headings on a page: none is left out, so that a reader who goes by them finds what belongs below what."""

_PAGE_TITLE, _DEEPEST = 1, 6


class HeadingLevels:
    """Gives out the levels of the headings of one text, in their order; the page's own title stands above them.

    A heading stands one below the nearest heading before it that was written higher.
    """

    def __init__(self) -> None:
        self._written: list[int] = []

    def level_for(self, written: int) -> int:
        """The level on the page, 2 to 6, of a heading that its author wrote as of level *written*, 1 to 6."""
        while self._written and self._written[-1] >= written:
            self._written.pop()
        self._written.append(written)
        return min(_DEEPEST, _PAGE_TITLE + len(self._written))
