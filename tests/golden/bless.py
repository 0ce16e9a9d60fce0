"""Take what the golden repository gives now as what is expected: ``make bless``, then read the difference."""

import shutil
import tempfile
from pathlib import Path

from tests.golden.produced import EXPECTED, produced_texts


def bless() -> None:
    """Write every produced text to ``_expected``, and nothing else there."""
    with tempfile.TemporaryDirectory() as folder:
        texts = produced_texts(Path(folder))
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, text in texts.items():
        (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    bless()
