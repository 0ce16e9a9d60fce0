"""How to say where something comes from: BibTeX and CSL-JSON, on each artifact's page and for a whole community.

An artifact's page holds both whole, also as links that save them as a file: two more files for each artifact would be
two thirds of all files of a site.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from outcome_catalog.model.artifact import Artifact, ArtifactStatus
from outcome_catalog.publish.addresses import artifact_url, community_url
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.output import Output
from outcome_catalog.publish.pages.links import Meta, community_link, credited_name

_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_ESCAPED = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
}  # fmt: skip
"""BibTeX counts braces even behind a backslash: one of a title must not end its field."""
BIBTEX, CSL_JSON = "citations.bib", "citations.json"
"""The files, beside a community's page, that hold the citations of all its artifacts."""


def outputs(context: PublishContext) -> Iterator[Output]:
    """For every community the citations of all that it made, in both forms."""
    for community in context.catalog.communities.values():
        cited = [artifact for artifact in community.artifacts if artifact.status is not ArtifactStatus.DRAFT]
        items = [json.dumps(_csl_item(context, artifact), ensure_ascii=False) for artifact in cited]
        folder = community_url(community.id)
        yield Output(path=folder + BIBTEX, content="\n".join(bibtex(context, artifact) for artifact in cited))
        yield Output(path=folder + CSL_JSON, content="[" + ",\n".join(items) + "]\n")


def citation(context: PublishContext, artifact: Artifact) -> Meta:
    """Both forms of an artifact's citation as text, and as addresses that hold the text themselves."""
    tex, csl = bibtex(context, artifact), csl_json(context, artifact)
    return {
        "bibtex": tex,
        "csl_json": csl,
        "file_name": artifact.slug,
        "bibtex_url": f"data:application/x-bibtex;charset=utf-8,{quote(tex)}",
        "csl_json_url": f"data:application/vnd.citationstyles.csl+json;charset=utf-8,{quote(csl)}",
    }


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
    return f"@misc{{{artifact.ref.replace('/', ':')},\n{lines}}}\n"


def csl_json(context: PublishContext, artifact: Artifact) -> str:
    """A CSL-JSON item, as reference managers read it."""
    item = _csl_item(context, artifact)
    lines = (f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in item.items())
    return "[{" + ",\n  ".join(lines) + "}]"


def _csl_item(context: PublishContext, artifact: Artifact) -> dict[str, Any]:
    url = _url(context, artifact)
    return {
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


def _authors(context: PublishContext, artifact: Artifact) -> list[str]:
    """The names that may be shown; the community where there is none."""
    names = [name for person in artifact.authors if (name := credited_name(context, person)) is not None]
    return names or [_publisher(context, artifact)]


def _publisher(context: PublishContext, artifact: Artifact) -> str:
    return str(community_link(context, artifact.community)["title"])


def _url(context: PublishContext, artifact: Artifact) -> str | None:
    return context.site.address(artifact_url(artifact.ref))


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found[0], f"\\{found[0]}"), text)
