"""Places in a Markdown text: the parser's byte columns as characters, and lines as lines of the file."""

from bisect import bisect_right

from outcome_catalog.diagnostics import Span

Place = tuple[int, int, int, int]
"""Line, column, end line, end column within the text, counted from 1 in characters; the end column is inclusive."""


class SourceLines:
    """The lines of *text*, which begins on *first_line* of the file at *path*."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._text = text
        self._path = path
        self._above = first_line - 1
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._is_ascii = text.isascii()
        self._bytes: tuple[int, bytes] = (0, b"")
        self._counted = (0, 0)
        self._reached = 0

    def place(self, line: int, column: int, end_line: int, end_column: int) -> Place:
        """The place that the parser gives with columns in bytes."""
        if not self._is_ascii:
            column, end_column = self._characters(line, column - 1) + 1, self._characters(end_line, end_column)
        self._reached = max(self._reached, self._offset(line, column))
        return (line, column, end_line, end_column)

    def go_to(self, place: Place) -> None:
        """Begin again at *place*: footnotes are rendered below the text, wherever they stand in it."""
        self._reached = self._offset(place[0], place[1])

    def pass_end(self, place: Place) -> None:
        """Remember that everything up to the end of *place* is done with."""
        self._reached = max(self._reached, self._offset(place[2], place[3] + 1))

    def raw_tag(self, tag: str) -> Place:
        """The place of the raw HTML *tag*, which the parser does not tell: where its first line stands next."""
        begin = tag.split("\n", 1)[0]
        at = self._text.find(begin, self._reached)
        if at < 0:
            at, begin = self._reached, "<"
        else:
            self._reached = at + 1
        line = min(bisect_right(self._starts, at), len(self._lines))
        column = at - self._starts[line - 1] + 1
        return (line, column, line, column + len(begin) - 1)

    def between(self, place: Place) -> str:
        """The text at *place*."""
        return self._text[self._offset(place[0], place[1]) : self._offset(place[2], place[3] + 1)]

    def span(self, place: Place) -> Span:
        """*place* as a span of the file."""
        line, column, end_line, end_column = place
        return Span(
            path=self._path,
            line=line + self._above,
            column=column,
            end_line=end_line + self._above,
            end_column=end_column + 1,
        )

    def _offset(self, line: int, column: int) -> int:
        return self._starts[min(line, len(self._lines)) - 1] + column - 1

    def _characters(self, line: int, byte: int) -> int:
        """How many characters the first *byte* bytes of *line* are; counting goes on from where it was."""
        number, content = self._bytes
        if number != line:
            content = self._lines[min(line, len(self._lines)) - 1].encode()
            self._bytes, self._counted = (line, content), (0, 0)
        done, count = self._counted if self._counted[0] <= byte else (0, 0)
        count += len(content[done:byte].decode("utf-8", errors="ignore"))
        self._counted = (byte, count)
        return count
