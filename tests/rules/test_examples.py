"""The examples on the rules' pages: put into one sound catalog, the first gives the code and the second does not."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from outcome_catalog.code_pages import CodePage
from outcome_catalog.pipeline import load_catalog
from outcome_catalog.rules import RULES, rule_page
from tests.code_examples import Part, parts
from tests.rules.cases import AS_OF, BASE

PAGES = [rule_page(rule) for rule in RULES if rule.code != "history-incomplete"]  # whose examples are commands
BESIDE = """
# communities/organisation.yml
audiences:
  - {id: support-agents, title: Support agents}
  - {id: technicians, title: Technicians in the field}
  - {id: support-leads, title: Support leads}
# communities/quality-board/charter.yml
title: Quality board
# communities/design-circle/charter.yml
title: Design circle
# communities/support-guild/charter.yml
goal:
  members:
    - {role: Support agent, why: Fewer calls begin with an angry customer.}
expected_outputs:
  - {id: answer-sheets, title: Answer sheets, kind: how-to, for: [support-agents], due: 2026-12-31}
outcomes:
  - id: faster-answers
    title: Customers get their answer sooner
    indicators:
      - id: hours-to-answer
        title: Hours to the first answer
        unit: hours
        direction: decrease
        baseline: {date: 2025-03-31, value: 30}
        targets:
          - {date: 2026-12-31, value: 6}
# communities/support-guild/artifacts/handle-a-call.md
date: 2026-01-15
output: ~
# communities/support-guild/artifacts/greeting.md
output: ~
# communities/support-guild/artifacts/greet-the-customer.md
output: ~
# communities/support-guild/artifacts/greet-first.md
output: ~
"""
"""What the examples take for granted and the catalog of the cases says otherwise."""


def put(part: Part, root: Path, *, completing: bool) -> None:
    """Write *part* over the same keys of its file in *root*, or of one like it; a key with ``~`` is taken out."""
    path = root / part.path
    path.parent.mkdir(parents=True, exist_ok=True)
    old, old_body = keys_and_body(like(path).read_text(encoding="utf-8"))
    new, new_body = keys_and_body(part.text)
    if path.parent.name == "reuse" and not path.exists():
        old["date"] = path.name[:10]
    keys = json.dumps(merged(old, new, completing=completing), default=str)
    body = old_body if new_body is None else new_body
    path.write_text(f"---\n{keys}\n---\n{body}" if path.suffix == ".md" else keys, encoding="utf-8")


def like(path: Path) -> Path:
    """*path*, or else the first file in its folder, or another community's charter or record of this sort."""
    if path.exists():
        return path
    if path.name == "charter.yml":
        return min(path.parents[1].glob("*/charter.yml"))
    here, elsewhere = path.parent.glob(f"*{path.suffix}"), path.parents[2].glob(f"*/{path.parent.name}/*{path.suffix}")
    return min(here, default=None) or min(elsewhere)


def keys_and_body(text: str) -> tuple[dict[str, Any], str | None]:
    """The keys and the text that a part of a file holds, which may be either alone."""
    if text.startswith("---\n"):
        _, front, body = text.split("---\n", 2)
        return yaml.safe_load(front), body
    try:
        keys = yaml.safe_load(text)
    except yaml.YAMLError:
        keys = None
    return (keys, None) if isinstance(keys, dict) else ({}, text)


def merged(old: Any, new: Any, *, completing: bool) -> Any:
    """*old* with what *new* says instead; *completing*, an entry of a list adds to the one that has its id."""
    if isinstance(new, dict):
        old = old if isinstance(old, dict) else {}
        below = {key: merged(old.get(key), value, completing=completing) for key, value in new.items()}
        return {key: value for key, value in (old | below).items() if value is not None}
    if completing and isinstance(new, list) and all(isinstance(entry, dict) and "id" in entry for entry in new):
        known = {entry["id"]: entry for entry in old or ()}
        return [merged(known.get(entry["id"]), entry, completing=True) for entry in new]
    return new


def codes(example: str, root: Path, *, completing: bool) -> set[str]:
    """The codes of the findings once *example* is a part of the catalog."""
    shutil.copytree(BASE, root)
    for part in parts(BESIDE):
        put(part, root, completing=False)
    for part in parts(example):
        put(part, root, completing=completing)
    return {finding.code for finding in load_catalog(root, as_of=AS_OF, today=AS_OF).report}


def holds(page: CodePage, folder: Path, *, completing: bool) -> bool:
    """Whether both examples of *page* are what they say."""
    fails = codes(page.fails, folder / "fails", completing=completing)
    passes = codes(page.passes, folder / "passes", completing=completing)
    return page.code in fails and page.code not in passes


@pytest.mark.parametrize("page", PAGES, ids=[page.code for page in PAGES])
def test_the_examples_are_what_they_say(page: CodePage, tmp_path: Path) -> None:
    as_it_stands = holds(page, tmp_path / "as-it-stands", completing=False)
    assert as_it_stands or holds(page, tmp_path / "completed", completing=True)
