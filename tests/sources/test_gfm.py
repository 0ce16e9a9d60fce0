import pytest

from outcome_catalog.sources.gfm import markdown_html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("~~a~~", "<p><del>a</del></p>\n"),
        ("www.example.org", '<p><a href="http://www.example.org">www.example.org</a></p>\n'),
        ("- [x] a", '<ul>\n<li><input type="checkbox" checked="" disabled="" /> a</li>\n</ul>\n'),
        (
            "|a|\n|-|\n|b|",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n",
        ),
        ("a <b>c</b>", "<p>a <b>c</b></p>\n"),
        ("<script>a</script>", "<script>a</script>\n"),
    ],
)
def test_the_dialect_is_githubs(written: str, html: str) -> None:
    assert markdown_html(written) == html


def test_footnotes_and_alerts_are_rendered() -> None:
    html = markdown_html("a[^1]\n\n[^1]: note\n\n> [!NOTE]\n> b\n")
    assert 'class="footnotes"' in html
    assert "markdown-alert-note" in html
