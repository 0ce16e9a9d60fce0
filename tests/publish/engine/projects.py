"""Small projects written into a folder, as contributors would have them."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ORGANISATION: Mapping[str, Any] = {
    "name": "Example Works",
    "objectives": [{"id": "faster-service", "title": "Serve faster"}],
    "audiences": [{"id": "support-leads", "title": "Support leads"}],
    "units": [{"id": "care", "title": "Customer care"}, {"id": "sales", "title": "Sales"}],
}
PEOPLE: Mapping[str, Any] = {
    "people": [
        {"id": "day-lead", "name": "Day Lead", "unit": "care", "emails": ["day.lead@example.org"]},
        {
            "id": "quiet-writer",
            "name": "Quiet Writer",
            "unit": "care",
            "credit": False,
            "emails": ["quiet@example.org"],
        },
        {"id": "sales-coach", "name": "Sales Coach", "unit": "sales", "emails": ["coach@example.org"]},
    ]
}
BODY = "## Context\n\nA desk with many calls.\n\n## Problem\n\nCalls wait.\n\n## Solution\n\nSort them first.\n"


def charter(title: str, **more: Any) -> dict[str, Any]:
    """The charter of an active community."""
    return {
        "title": title,
        "summary": f"What {title} is for.",
        "lifecycle": "active",
        "started": "2024-01-01",
        "review_by": "2030-01-01",
        "sponsors": [{"person": "day-lead"}],
        "stewards": ["day-lead"],
        "goal": {
            "statement": "Customers get an answer the same day.",
            "organisation": [{"objective": "faster-service", "why": "Waiting customers leave."}],
            "members": [{"role": "agent", "why": "Less to do twice."}],
        },
        "expected_outputs": [
            {
                "id": "practices",
                "title": "Practices",
                "kind": "best-practice",
                "for": ["support-leads"],
                "standing": True,
            }
        ],
        "outcomes": [
            {
                "id": "same-day",
                "title": "Answers the same day",
                "objective": "faster-service",
                "from_outputs": ["practices"],
                "indicators": [
                    {
                        "id": "response-time",
                        "title": "Response time",
                        "unit": "hours",
                        "direction": "decrease",
                        "baseline": {"date": "2024-01-01", "value": 30},
                        "targets": [{"date": "2030-01-01", "value": 8}],
                    }
                ],
            }
        ],
        **more,
    }


def artifact(title: str = "Sort calls first", **more: Any) -> dict[str, Any]:
    """The front matter of a best practice."""
    return {
        "title": title,
        "kind": "best-practice",
        "summary": "How a desk sorts its calls.",
        "date": "2024-03-01",
        "authors": ["day-lead"],
        "output": "practices",
        **more,
    }


def reuse(ref: str = "guild/sort-calls", **more: Any) -> dict[str, Any]:
    """A reuse record of the sales unit."""
    return {
        "artifact": ref,
        "used_by": {"unit": "sales"},
        "used_in": {"title": "Onboarding course", "url": "https://example.org/course"},
        "mode": "adapted",
        **more,
    }


def write_yaml(path: Path, data: Mapping[str, Any]) -> None:
    """*data* as a YAML file, its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False), encoding="utf-8")


def write_artifact(root: Path, ref: str, front: Mapping[str, Any], body: str = BODY) -> None:
    """An artifact's file."""
    community, slug = ref.split("/")
    path = root / "communities" / community / "artifacts" / f"{slug}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    front_matter = yaml.safe_dump(dict(front), allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{front_matter}---\n\n{body}", encoding="utf-8")


def write_project(root: Path) -> Path:
    """Two communities, two artifacts, one reuse record, no mkdocs.yml and no git."""
    write_yaml(root / "communities/organisation.yml", ORGANISATION)
    write_yaml(root / "communities/people.yml", PEOPLE)
    write_yaml(root / "communities/guild/charter.yml", charter("Care guild"))
    write_yaml(root / "communities/circle/charter.yml", charter("Sales circle"))
    write_artifact(root, "guild/sort-calls", artifact(authors=["day-lead", "quiet-writer"]))
    write_artifact(root, "circle/sort-leads", artifact("Sort leads first", based_on=[{"artifact": "guild/sort-calls"}]))
    write_yaml(root / "communities/guild/reuse/2024-06-01-course.yml", reuse())
    return root


def git(root: Path, *arguments: str, day: str = "2024-07-01", email: str = "day.lead@example.org") -> None:
    """Runs git in *root* as an author with *email*, on *day*."""
    author = {"GIT_AUTHOR_NAME": "An Author", "GIT_AUTHOR_EMAIL": email, "GIT_AUTHOR_DATE": f"{day}T10:00:00Z"}
    committer = {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": email, "GIT_COMMITTER_DATE": f"{day}T10:00:00Z"}
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "-C", str(root), *arguments], check=True, env={**environment, **author, **committer})


def commit_all(root: Path, **how: str) -> None:
    """Puts everything in *root* into a commit, in a new repository where there is none."""
    if not (root / ".git").exists():
        git(root, "init", "-q", "-b", "main")
    git(root, "add", "communities", **how)
    git(root, "commit", "-q", "-m", "Record it", **how)
