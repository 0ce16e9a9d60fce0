"""How to say where something comes from: BibTeX and CSL-JSON."""

import json
import re
from typing import Any

from outcome_catalog.model.artifact import Artifact
from outcome_catalog.publish.addresses import artifact_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import community_link, credited_name

_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def bibtex(context: PublishContext, artifact: Artifact) -> str:
    """A BibTeX entry; braces around the title keep its capitals."""
    fields = {
        "title": f"{{{_tex(artifact.title)}}}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in _authors(context, artifact)),
        "organization": _tex(f"{_publisher(context, artifact)}, {context.catalog.organisation.name}"),
        "year": str(artifact.date.year),
        "month": str(artifact.date.month),
        "url": _url(context, artifact) or "",
        "note": _tex(artifact.license or ""),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{artifact.ref.replace('/', '-')},\n{lines}}}\n"


def csl_json(context: PublishContext, artifact: Artifact) -> str:
    """A CSL-JSON item, as reference managers read it."""
    url = _url(context, artifact)
    item: dict[str, Any] = {
        "id": artifact.ref,
        "type": "document",
        "title": artifact.title,
        "author": [{"literal": name} for name in _authors(context, artifact)],
        "issued": {"date-parts": [[artifact.date.year, artifact.date.month, artifact.date.day]]},
        "publisher": f"{_publisher(context, artifact)}, {context.catalog.organisation.name}",
        "abstract": artifact.summary,
        **({} if url is None else {"URL": url}),
        **({} if artifact.language is None else {"language": artifact.language}),
    }
    lines = (f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in item.items())
    return "[{" + ",\n  ".join(lines) + "}]"


def _authors(context: PublishContext, artifact: Artifact) -> list[str]:
    """The names that may be shown; the community where there is none."""
    names = [name for person in artifact.authors if (name := credited_name(context, person)) is not None]
    return names or [_publisher(context, artifact)]


def _publisher(context: PublishContext, artifact: Artifact) -> str:
    return str(community_link(context, artifact.community)["title"])


def _url(context: PublishContext, artifact: Artifact) -> str | None:
    """The page's full address; None where the site does not know where it will be read."""
    return None if context.site.url is None else f"{context.site.url.rstrip('/')}/{artifact_url(artifact.ref)}"


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found[0], f"\\{found[0]}"), text)
