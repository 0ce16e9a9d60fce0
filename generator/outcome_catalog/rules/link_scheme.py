"""A page of the catalog links to web pages, to mail addresses and to its own files, and to nothing else.

Links that run a script (`javascript:`), that carry a document in themselves (`data:`) or that point into somebody's
own computer (`file:`, `C:`) are taken out of the page, because they harm the reader or lead nowhere. Other kinds of
links, such as `tel:`, are taken out too; that is a warning.

Fails:

    # communities/support-guild/artifacts/handle-a-call.md
    The form lies [on my desk](file:///C:/Users/support/form.docx).

Passes:

    # communities/support-guild/artifacts/handle-a-call.md
    The form lies [beside this page](../media/form.docx).
"""

from collections.abc import Iterator

from outcome_catalog.code_pages import Topic
from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.model.catalog import Catalog
from outcome_catalog.rules.reading.links import links, scheme_of
from outcome_catalog.rules.rule import Rule

_ALLOWED = frozenset({"http", "https", "mailto"})
_HARMFUL = frozenset({"javascript", "vbscript", "data", "file", "blob"})


def check(catalog: Catalog) -> Iterator[Diagnostic]:
    """One finding for each link or image whose scheme the site does not publish."""
    for _, link in links(catalog):
        scheme = scheme_of(link.target)
        if scheme is None or scheme in _ALLOWED:
            continue
        is_error = scheme in _HARMFUL or len(scheme) == 1  # one letter is a drive of somebody's computer
        yield RULE.finding(
            link.span,
            f'a link that begins with "{scheme}:" is not published',
            help="link to a page with https://, to a mail address with mailto:, or to a file of the catalog",
            severity=None if is_error else Severity.WARNING,
        )


RULE = Rule(
    code="link-scheme",
    topic=Topic.LINKS,
    severity=Severity.ERROR,
    summary="A link or image is of a sort that the site does not publish, such as javascript: or file:.",
    check=check,
)
