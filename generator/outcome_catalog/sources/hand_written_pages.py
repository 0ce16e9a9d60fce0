"""Pages that people write by hand at the top of ``communities/``: what holds for an artifact's text holds for them."""

from collections.abc import Iterator
from pathlib import Path

from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.sources.folder import Entry, Found, fault
from outcome_catalog.sources.markdown_limits import MOST_BYTES, markdown_faults
from outcome_catalog.sources.names import SITE_ADDRESSES, folded_name
from outcome_catalog.sources.source_text import hidden_characters, source_text


def hand_written_page(entry: Entry) -> Iterator[Found]:
    """The path of the page, and what is wrong with it; a page with an error is not published."""
    findings = tuple(_findings(entry))
    yield from findings
    if not any(finding.severity is Severity.ERROR for finding in findings):
        yield entry.path


def _findings(entry: Entry) -> Iterator[Diagnostic]:
    if folded_name(entry.name.removesuffix(".md")) in SITE_ADDRESSES:
        message = f"A page of the site itself stands where “{entry.name}” would."
        yield fault("reserved-name", entry.path, message, "Rename the page.")
        return
    yield from _text_findings(Path(entry.location), entry)


def _text_findings(path: Path, entry: Entry) -> Iterator[Diagnostic]:
    try:
        if path.stat().st_size > 2 * MOST_BYTES:  # of what is only a little too large the nearer limit tells more
            message = f"The page is larger than {MOST_BYTES // 1024:,} KiB and was not read."
            yield fault("body-too-large", entry.path, message, "Divide it into several pages.")
            return
        read = source_text(path.read_bytes(), entry.path)
    except OSError as error:
        yield fault("unreadable", entry.path, f"The file cannot be read: {error.strerror}.", None)
        return
    yield from read.diagnostics
    faults = () if read.text is None else tuple(markdown_faults(read.text, entry.path))
    yield from faults
    if read.text is not None and not faults:
        yield from hidden_characters(read.text, entry.path, is_prose=True)
