"""What the golden repository gives: every text that is compared, by the name of its file in ``_expected``."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from outcome_catalog.mkdocs_plugin.site import build_site
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.reporters import REPORTERS
from tests.golden.history import make_repository

AS_OF = date(2026, 6, 30)
PAGES = (
    "",
    "communities/",
    "repair-guild/",
    "idea-space/",
    "repair-guild/seal-a-pump/",
    "idea-space/heated-press/",
    "kinds/idea/",
    "audiences/technicians/",
    "objectives/repair-faster/",
    "reuse/",
    "attention/",
    "reports/",
    "reports/2026-Q1/",
)
EXPECTED = Path(__file__).parent / "_expected"
_THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)


def produced_texts(folder: Path) -> Mapping[str, str]:
    """The findings in every format, the published data, the list of files, and what stands in each page's main part."""
    root, site = folder / "repository", folder / "site"
    make_repository(root)
    report = load_catalog(root, as_of=AS_OF).report
    texts = {f"findings.{name}": REPORTERS[name](report) for name in REPORTERS}
    result = build_site(root, site_dir=site, search=False, as_of=AS_OF)
    assert result.is_built, result.messages
    texts["catalog.json"] = _indented((site / "api" / "v1" / "catalog.json").read_text(encoding="utf-8"))
    texts["files.txt"] = "\n".join(_own_files(site))
    for page in PAGES:
        name = page.strip("/").replace("/", "_") or "home"
        texts[f"pages/{name}.html"] = _main((site / page / "index.html").read_text(encoding="utf-8"))
    return {name: _with_one_newline(text) for name, text in texts.items()}


def _indented(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, indent=1)


def _own_files(site: Path) -> list[str]:
    """Every file of the site but the theme's own."""
    paths = (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return sorted(path for path in paths if not path.startswith(_THEME))


def _main(html: str) -> str:
    match = _MAIN.search(html)
    assert match, "a page has a main part"
    lines = (line.strip() for line in match[0].splitlines())
    return "\n".join(line for line in lines if line)


def _with_one_newline(text: str) -> str:
    return text.rstrip("\n") + "\n"
