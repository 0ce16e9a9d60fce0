"""A project in which every text that a contributor may write is a payload."""

import re
from pathlib import Path
from typing import Any

from tests.publish.engine.projects import (
    PEOPLE,
    artifact,
    charter,
    commit_all,
    reuse,
    write_artifact,
    write_project,
    write_yaml,
)

LONGEST_TITLE = 200
_REFUSED_BY_THE_READER = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
"""Characters that the strict reader refuses by itself; a payload without them has to be stopped later."""


def hostile_project(root: Path, payloads: list[str]) -> Path:
    """For each of *payloads* a community, an artifact, a kind, an objective, an audience, a unit, a person, a reuse."""
    write_project(root)
    texts = [_REFUSED_BY_THE_READER.sub("", payload).strip() or "x" for payload in payloads]
    write_yaml(root / "communities/organisation.yml", _organisation(texts))
    write_yaml(root / "communities/people.yml", _people(texts))
    for number, text in enumerate(texts):
        _write_one(root, number, text)
    separator = "\n\n<!-- -->\n\n"
    (root / "communities/by-hand.md").write_text(f"# {texts[0][:50]}\n\n{separator.join(texts)}", encoding="utf-8")
    commit_all(root)
    return root


def _short(text: str) -> str:
    return text[:LONGEST_TITLE].strip() or "x"


def _organisation(texts: list[str]) -> dict[str, Any]:
    return {
        "name": _short('"><img src=x onerror=alert(1)><!-- Works'),
        "summary": texts[0],
        "objectives": [{"id": "faster-service", "title": "Serve faster"}]
        + [{"id": f"o-{i}", "title": _short(t), "owner": _short(t)} for i, t in enumerate(texts)],
        "audiences": [{"id": "support-leads", "title": "Support leads"}]
        + [{"id": f"a-{i}", "title": _short(t), "summary": t, "contact": t} for i, t in enumerate(texts)],
        "units": [{"id": "care", "title": "Care"}, {"id": "sales", "title": "Sales"}]
        + [{"id": f"u-{i}", "title": _short(t)} for i, t in enumerate(texts)],
    }


def _people(texts: list[str]) -> dict[str, Any]:
    hostile = [{"id": f"p-{i}", "name": _short(t), "external": _short(t)} for i, t in enumerate(texts)]
    return {"people": [*PEOPLE["people"], *hostile]}


def _write_one(root: Path, number: int, text: str) -> None:
    title, community = _short(text), f"c-{number}"
    outputs = {"id": "practices", "title": title, "kind": f"k-{number}", "for": [f"a-{number}"], "done_when": [text]}
    indicator = {
        "id": "response-time",
        "title": title,
        "unit": title,
        "direction": "decrease",
        "source": text,
        "baseline": {"date": "2024-01-01", "value": 30, "comment": text},
        "targets": [{"date": "2030-01-01", "value": 8, "comment": text}],
    }
    outcome = {
        "id": "same-day",
        "title": title,
        "objective": f"o-{number}",
        "from_outputs": ["practices"],
        "not_possible_before": text,
        "indicators": [indicator],
    }
    hostile_charter = charter(
        title,
        note=text,
        scope={"in": [text], "out": [text]},
        sponsors=[{"name": title, "unit": f"u-{number}"}],
        stewards=[{"name": title, "role": title}, {"vacant": True, "role": title, "since": "2025-01-01"}],
        goal={
            "statement": text,
            "organisation": [{"objective": f"o-{number}", "why": text}],
            "members": [
                {"role": title, "why": text, "job_description": text, "recognition": text, "objectives": [title]}
            ],
        },
        expected_outputs=[{**outputs, "standing": True}],
        outcomes=[outcome],
        revisions=[{"date": "2025-01-01", "change": text, "because": text}],
        lifecycle_history=[{"date": "2024-01-01", "state": "active", "because": text}],
    )
    folder = root / "communities" / community
    write_yaml(folder / "charter.yml", {**hostile_charter, "summary": text})
    values = [{"date": "2025-01-01", "value": 20, "comment": text}]
    write_yaml(
        folder / "measurements/response-time.yml", {"indicator": "response-time", "values": values, "note": text}
    )
    write_yaml(root / f"schemas/kinds/k-{number}.yml", _kind(title, text))
    front = artifact(title, kind=f"k-{number}", summary=text, authors=[f"p-{number}"], tags=[title[:60]], note=text)
    body = f"## {text}\n\n{text}\n\n[link]({text})\n\n![{text}]({text})\n\n{text}"
    write_artifact(root, f"{community}/hostile", {**front, "license": title}, body)
    record = reuse(
        f"{community}/hostile",
        version=title,
        used_by={"external": title, "contact": text},
        used_in={"title": title, "url": f"https://example.org/{number}"},
        benefit={"statement": text, "unit": title, "low": 1, "high": 2, "method": text, "not_possible_before": text},
        confirmed_by=[{"name": title, "external": title, "date": "2025-01-01", "note": text}],
        note=text,
    )
    write_yaml(folder / "reuse/2024-06-01-use.yml", record)


def _kind(title: str, text: str) -> dict[str, Any]:
    section = {"heading": title, "required": False, "hint": text}
    return {"title": title, "plural": title, "summary": text, "done_when": [text], "sections": [section], "note": text}
