"""Where everything stands on the site and in the repository: one function per address.

Addresses of the site are relative to its root, without a leading slash, and end in a slash where they are a page's.
"""

from urllib.parse import quote, urlencode, urlsplit

from outcome_catalog.model.ids import ArtifactRef, AudienceId, CommitId, CommunityId, KindId, ObjectiveId
from outcome_catalog.publish.site_settings import SiteSettings

_LINKABLE_SCHEMES = frozenset({"http", "https", "mailto"})


def home_url() -> str:
    """The address of the home page."""
    return "./"


def communities_url() -> str:
    """The address of the list of communities."""
    return "communities/"


def community_url(community: CommunityId) -> str:
    """The address of a community's page."""
    return f"{community}/"


def artifact_url(artifact: ArtifactRef) -> str:
    """The address of an artifact's page."""
    return f"{artifact}/"


def kinds_url() -> str:
    """The address of the list of kinds."""
    return "kinds/"


def kind_url(kind: KindId) -> str:
    """The address of a kind's page."""
    return f"kinds/{kind}/"


def audiences_url() -> str:
    """The address of the list of audiences."""
    return "audiences/"


def audience_url(audience: AudienceId) -> str:
    """The address of an audience's page."""
    return f"audiences/{audience}/"


def objectives_url() -> str:
    """The address of the list of objectives."""
    return "objectives/"


def objective_url(objective: ObjectiveId) -> str:
    """The address of an objective's page."""
    return f"objectives/{objective}/"


def reports_url() -> str:
    """The address of the list of reports."""
    return "reports/"


def report_url(period: str) -> str:
    """The address of the report on *period*."""
    return f"reports/{period}/"


def reuse_url() -> str:
    """The address of the page that shows who uses whose."""
    return "reuse/"


def search_url() -> str:
    """The address of the search page."""
    return "search/"


def attention_url() -> str:
    """The address of the page that says what needs a steward."""
    return "attention/"


def left_out_url() -> str:
    """The address of the list of documents that were left out of the build."""
    return "left-out/"


def contribute_url() -> str:
    """The address of the contributor guide."""
    return "contribute/"


def api_url(name: str) -> str:
    """The address of the published data file *name*."""
    return f"api/v1/{name}"


def page_path(url: str) -> str:
    """The path of the output whose page stands at *url*."""
    return f"{url.removeprefix('./')}index.md"


def page_url(path: str) -> str:
    """The address of the page that the output at *path* (``…/index.md`` or ``name.md``) becomes."""
    stem = path.removesuffix(".md")
    if stem == "index":
        return "./"
    return f"{stem.removesuffix('/index')}/"


def external_url(text: str | None) -> str | None:
    """*text* where it is a web or mail address that a page may link to, else None."""
    if text is None or any(ord(character) <= ord(" ") or character in '<>"\\' for character in text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme.lower() not in _LINKABLE_SCHEMES:
        return None
    return text if parts.netloc or (parts.scheme.lower() == "mailto" and parts.path) else None


def edit_url(site: SiteSettings, source_path: str) -> str | None:
    """Where the forge edits the source file, or None where no forge is known."""
    return None if site.edit_base is None else site.edit_base + quoted(source_path)


def source_url(site: SiteSettings, source_path: str, commit: CommitId | None = None) -> str | None:
    """Where the forge shows the source file, as of *commit* where given, or None where no forge is known."""
    if site.repository_url is None:
        return None
    return f"{site.repository_url}/blob/{commit or quoted(site.branch)}/{quoted(source_path)}"


def commit_url(site: SiteSettings, commit: CommitId) -> str | None:
    """Where the forge shows a commit, or None where no forge is known."""
    return None if site.repository_url is None else f"{site.repository_url}/commit/{commit}"


def new_file_url(site: SiteSettings, source_path: str, text: str) -> str | None:
    """Where the forge offers to add a file with *text* at *source_path*, or None where no forge is known."""
    if site.repository_url is None:
        return None
    folder, _, name = source_path.rpartition("/")
    query = urlencode({"filename": name, "value": text})
    return f"{site.repository_url}/new/{quoted(site.branch)}/{quoted(folder)}?{query}"


def quoted(name: str) -> str:
    """*name* as a part of an address; git's names are bytes, and those that are no text are kept as they are."""
    return quote(name.encode("utf-8", "surrogateescape"))
