"""Files made to hurt: each is read or refused in seconds, within bounded memory, and never with a traceback."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

BODY = "---\ntitle: a\n---\n"
MOST_SECONDS = 20.0  # of processor time: the promise is 5 s on an idle machine
MOST_MEGABYTES = 512
N = 250_000
M = 1024 * 1024

YAML: dict[str, Callable[[], str]] = {
    "nested brackets": lambda: "[" * N,
    "nested brackets on lines": lambda: "[\n" * (N // 2),
    "nested braces": lambda: "{a: " * (N // 4),
    "nested lists": lambda: "- " * (N // 2),
    "nested keys": lambda: "".join(" " * n + "a:\n" for n in range(700)),
    "questions": lambda: "? " * (N // 2),
    "aliases": lambda: "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(5_000)),
    "tags": lambda: "- !!python/object/apply:os.system [x]\n" * 6_000,
    "keys": lambda: "".join(f"k{n}: 1\n" for n in range(24_000)),
    "one key": lambda: "a: 1\n" * 40_000,
    "items": lambda: "- a\n" * 60_000,
    "items of two lines": lambda: "- a\n   b\n" * 25_000,
    "stray items": lambda: "- a\n   - b\n" * 20_000,
    "quotes of two lines": lambda: "- 'a\n   b'\n" * 20_000,
    "an open quote": lambda: "a: '" + "x\n " * 80_000,
    "an open bracket": lambda: "a: [" + "x,\n " * 60_000,
    "a long key": lambda: "x" * N + ": a",
    "colons": lambda: "a: " * 80_000,
    "quotes": lambda: '"' * N,
    "tabs": lambda: "\t" * N,
    "lines": lambda: "\n" * N + "a: [",
    "controls": lambda: "\x01\n" * (N // 2),
    "zeros": lambda: "\0" * N,
    "digits": lambda: "a: " + "9" * (N - 9),
    "rules": lambda: "---\n" * 60_000,
    "stairs": lambda: "".join(" " * (n % 200) + "- a\n" for n in range(2_300)),
    "conflicts": lambda: "<<<<<<< a\n=======\n>>>>>>> b\n" * 8_000,
    "gigabytes": lambda: "x" * 5_000_000,
}
MARKDOWN: dict[str, Callable[[], str]] = {
    "brackets": lambda: "[" * 8_000,
    "a megabyte of brackets": lambda: "[" * M,
    "a declaration": lambda: "x <![ y",
    "declarations": lambda: "<![CDATA[" * (M // 9),
    "quotes": lambda: ">" * M,
    "spaced quotes": lambda: "> " * (M // 2),
    "lists": lambda: "- " * (M // 2),
    "stairs": lambda: "".join("  " * n + "- a\n" for n in range(1_000)),
    "emphasis": lambda: "*a _a " * (M // 6),
    "strong": lambda: "**x [a](b" * (M // 9),
    "nested emphasis": lambda: "*a **a " * (M // 14) + "b** b*" * (M // 14),
    "backticks": lambda: "".join("e" + "`" * n for n in range(1_440)),
    "angle brackets": lambda: "<" * M,
    "images": lambda: "![[]()" * (M // 6),
    "links": lambda: "[a](" * (M // 4),
    "raw links": lambda: "<a\nhref=x>" * 14_000,
    "raw links in quotes": lambda: "> <img\n> src=x>\n" * 14_000,
    "a wide table": lambda: "|" + "x|" * 1_000 + "\n|" + "-|" * 1_000 + "\n" + "a\n" * 2_000,
    "tables": lambda: ("|a|b|\n|-|-|\n" + "c\n" * 100 + "\n") * 3_000,
    "table rules": lambda: "|-|\n" * (M // 4),
    "a long rule": lambda: "-" * (M - 40) + "x",
    "footnotes": lambda: "[^a]" * (M // 4) + "\n\n[^a]: b",
    "nested footnotes": lambda: "".join(f"[^{n}]: [^{n + 1}]\n" for n in range(4_000)) + "\n[^0]",
    "references": lambda: "[a]: /" + "u" * (M // 2) + "\n\n" + "[a] " * 29_000,
    "entities": lambda: "&" * M,
    "comments": lambda: "a <!-- " * (M // 7),
    "headings": lambda: "# a\n" * (M // 4),
    "equal headings": lambda: "# a\n\n" * 1_900,
    "underlined headings": lambda: "a\n=\n" * (M // 4),
    "wide text": lambda: "😀" * (M // 4),
    "links in wide text": lambda: "😀[a](b)" * 29_000,
    "backslashes": lambda: "\\" * M,
    "addresses": lambda: "www." * (M // 4),
    "at signs": lambda: "a@" * (M // 2),
    "fences": lambda: "```\n" * (M // 4),
    "tildes": lambda: "~~a " * (M // 4),
    "one line of words": lambda: "word " * (M // 5),
}
_READ = """
import re, resource, sys, time
from pathlib import Path
from outcome_catalog.sources.document import Role, SourceFile
from outcome_catalog.sources.gfm import markdown_html
from outcome_catalog.sources.read import read_document
path = sys.argv[1]
began = time.process_time()
role = Role.ARTIFACT if path.endswith(".md") else Role.CHARTER
document = read_document(Path("."), SourceFile(path=path, role=role))
if document.body is not None:
    markdown_html(document.body.text)
for finding in document.diagnostics:
    assert finding.code and finding.message and finding.span.line >= 1 and finding.span.column >= 1, finding
status = Path("/proc/self/status")  # what getrusage tells on Linux is the peak of whoever started this process, too
peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
megabytes = (int(peak[1]) if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024
print(time.process_time() - began, megabytes, len(document.diagnostics))
"""


def _cost(tmp_path: Path, name: str, text: str) -> tuple[float, int, int]:
    """Seconds of processor time, megabytes and findings of reading *text* in a process of its own."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", _READ, name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    seconds, megabytes, findings = done.stdout.split()
    return float(seconds), int(megabytes), int(findings)


@pytest.mark.skipif(sys.platform == "win32", reason="measures memory as Unix does")
@pytest.mark.parametrize("name", YAML)
def test_hostile_yaml_is_bounded(tmp_path: Path, name: str) -> None:
    for file, text in (("charter.yml", YAML[name]()), ("note.md", f"---\n{YAML[name]()}\n---\ntext\n")):
        seconds, megabytes, findings = _cost(tmp_path, file, text)
        assert seconds < MOST_SECONDS
        assert megabytes < MOST_MEGABYTES
        assert findings < 200
        assert findings > 0 or name == "a long key"


@pytest.mark.skipif(sys.platform == "win32", reason="measures memory as Unix does")
@pytest.mark.parametrize("name", MARKDOWN)
def test_hostile_markdown_is_bounded(tmp_path: Path, name: str) -> None:
    seconds, megabytes, findings = _cost(tmp_path, "note.md", BODY + MARKDOWN[name]()[:M])
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
    assert findings < 20
