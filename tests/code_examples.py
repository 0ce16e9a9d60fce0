"""The examples of the codes' pages as files: each part under the path in its first line, what is hidden put in."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_PART = re.compile(
    r"^# (?P<head>(?:communities|schemas)/.*)\n(?P<text>(?:(?!# (?:communities|schemas)/).*\n)*)", re.MULTILINE
)
_HIDDEN = {"tab": "\t", "byte order mark": "\ufeff", "Windows line end": "\r", "U+202E": "\u202e"}
_REPEATED = re.compile(r"^(.*\n)‹and ([0-9,]+) more such lines›$", re.MULTILINE)
_NOT_THERE = "‹not there›"
UNREADABLE = "‹nobody may read it›"
_BYTE = re.compile("‹byte ([0-9A-F]{2})›".encode())
_SIZE = re.compile("‹([0-9]+) MiB›")


@dataclass(frozen=True, kw_only=True)
class Part:
    """One file of an example. *text* is empty where the file holds what belongs in it, *target* set for a link."""

    path: str
    target: str = ""
    text: str = ""


def parts(example: str) -> Iterator[Part]:
    """The files of *example*; words after a comma are for readers, and ``and`` names a second file of the folder."""
    for found in _PART.finditer(example + "\n"):
        named, _, target = found["head"].partition(", ")[0].partition(" -> ")
        first, *others = named.split(" and ")
        for path in (first, *(str(PurePosixPath(first).with_name(other)) for other in others)):
            yield Part(path=path, target=target, text=shown(found["text"]))


def shown(text: str) -> str:
    """*text* with the characters that cannot be seen, and the lines that were too many to show."""
    text = _REPEATED.sub(lambda found: found[1] * (1 + int(found[2].replace(",", ""))), text)
    for name, character in _HIDDEN.items():
        text = text.replace(f"‹{name}›", character)
    return text


def put(part: Part, root: Path, fitting: Callable[[Path], bytes]) -> None:
    """Write *part* into the project *root*; *fitting* gives what belongs in a file that the example only names."""
    path = root / part.path
    state = part.text.strip()
    if state == _NOT_THERE:
        path.rename(root / "moved-away")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if part.target:
        path.unlink(missing_ok=True)
        path.symlink_to(part.target)
    elif (size := _SIZE.fullmatch(state)) is not None:
        path.write_bytes(fitting(path))
        with path.open("r+b") as stream:
            stream.truncate(int(size[1]) * 1024 * 1024)
    elif state == UNREADABLE:
        path.chmod(0)
    else:
        path.write_bytes(_BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), part.text.encode()) or fitting(path))
