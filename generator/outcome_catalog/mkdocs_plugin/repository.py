"""Where the project's source lies on the web, from mkdocs.yml or from git's remote."""

import re
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from outcome_catalog.model.history import History
from outcome_catalog.publish.addresses import quoted
from outcome_catalog.publish.site_settings import SiteSettings

_SCP_FORM = re.compile(r"(?:[\w.-]+@)?([\w.-]+\.[a-z]+):([\w./~-]+?)(?:\.git)?/?")
_EDIT_URI_OF_NOBODY = frozenset({"edit/master/docs/", "src/default/docs/"})
"""What MkDocs puts where mkdocs.yml gives no edit_uri; it names a folder that no catalog has."""
_BRANCH_IN_EDIT_URI = re.compile(r"(?:-/)?(?:edit|blob|src)/([^/]+)/")


def site_settings(config: MkDocsConfig, history: History, *, standalone: bool) -> SiteSettings:
    """What the site's configuration says, with git's remote standing in where no mkdocs.yml rules."""
    repository = config.repo_url or (web_address(history.remote_url) if standalone else None)
    if repository is None:
        return SiteSettings(name=config.site_name, url=config.site_url)
    repository = repository.rstrip("/")
    edit_uri = None if config.edit_uri in _EDIT_URI_OF_NOBODY else config.edit_uri
    named = None if edit_uri is None else _BRANCH_IN_EDIT_URI.match(edit_uri)
    branch = named[1] if named else history.branch or "main"
    return SiteSettings(
        name=config.site_name,
        url=config.site_url,
        repository_url=repository,
        edit_base=_edit_base(repository, edit_uri, branch),
        branch=branch,
    )


def web_address(remote: str | None) -> str | None:
    """The page of the repository that git fetches from *remote*, without any user or password; None where unknown."""
    if remote is None:
        return None
    scp = _SCP_FORM.fullmatch(remote)
    if scp is not None:
        return f"https://{scp[1]}/{scp[2]}"
    parts = urlsplit(remote)
    if parts.scheme not in {"https", "http", "ssh", "git"} or parts.hostname is None:
        return None
    return f"https://{parts.hostname}{parts.path.rstrip('/').removesuffix('.git')}"


def _edit_base(repository: str, edit_uri: str | None, branch: str) -> str | None:
    if edit_uri is not None:
        folder = edit_uri.removesuffix("communities/")
        return folder if urlsplit(folder).scheme else f"{repository}/{folder}"
    host = urlsplit(repository).hostname or ""
    if "github" in host:
        return f"{repository}/edit/{quoted(branch)}/"
    return f"{repository}/-/edit/{quoted(branch)}/" if "gitlab" in host else None
