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


def test_each_heading_has_an_id_of_its_own() -> None:
    html = markdown_html("# A *b*\n\n# A b\n\n# A b 1\n\n## Ünï & co!\n\n# ?\n\n<h2>raw</h2>\n")
    assert html == (
        '<h1 id="a-b">A <em>b</em></h1>\n<h1 id="a-b-1">A b</h1>\n<h1 id="a-b-1-1">A b 1</h1>\n'
        '<h2 id="ünï--co">Ünï &amp; co!</h2>\n<h1 id="section">?</h1>\n<h2 id="raw">raw</h2>\n'
    )


def test_ids_are_never_repeated() -> None:
    html = markdown_html("".join(f"# a{suffix}\n\n" for suffix in ("", "-1", "", "-1", "-2", "", "-1-1")))
    ids = [part.split('"')[0] for part in html.split('id="')[1:]]
    assert len(ids) == len(set(ids)) == 7


def test_an_id_is_nothing_but_words() -> None:
    html = markdown_html("# a\"><script>x</script> &quot; ' `<b>`\n")
    identifier = html.split('id="')[1].split('"')[0]
    assert not set(identifier) & set("<>\"'& ")
