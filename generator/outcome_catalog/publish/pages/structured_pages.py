"""The organisation, its communities, kinds and audiences in schema.org's terms, for software that reads pages."""

from collections.abc import Mapping
from typing import Any

from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import Charter, Lifecycle
from outcome_catalog.model.kind import Kind
from outcome_catalog.publish import addresses
from outcome_catalog.publish.context import PublishContext

SCHEMA_ORG = "https://schema.org"


def structured_pages(context: PublishContext) -> Mapping[str, Mapping[str, Any]]:
    """What stands in the heads of pages other than artifacts', by the page's address."""
    catalog = context.catalog
    found = {addresses.home_url(): _home(context), addresses.kinds_url(): kind_set(context)}
    found |= {addresses.community_url(c.id): community_node(context, c) for c in catalog.communities.values()}
    found |= {addresses.kind_url(kind.id): kind_term(context, kind) for kind in catalog.kinds.values()}
    return {url: {"@context": SCHEMA_ORG, **node} for url, node in found.items()}


def known(node: Mapping[str, Any]) -> dict[str, Any]:
    """*node* without the keys that have no value."""
    return {key: value for key, value in node.items() if value not in (None, [], {}, "")}


def organisation_node(context: PublishContext) -> dict[str, Any]:
    """The organisation."""
    organisation = context.catalog.organisation
    url = addresses.external_url(organisation.url)
    return known({"@type": "Organization", "name": organisation.name, "description": organisation.summary, "url": url})


def community_node(context: PublishContext, community: Community) -> dict[str, Any]:
    """A community: an organisation within the organisation."""
    charter = community.charter
    return known(
        {
            "@type": "Organization",
            **page_names(context, addresses.community_url(community.id)),
            "identifier": community.id,
            "name": charter.title,
            "description": charter.summary,
            "foundingDate": charter.started.isoformat(),
            "dissolutionDate": _closed_on(charter),
            "parentOrganization": organisation_node(context),
        }
    )


def _closed_on(charter: Charter) -> str | None:
    if charter.ends is None or charter.lifecycle is not Lifecycle.CLOSED:
        return None
    return charter.ends.isoformat()


def kind_term(context: PublishContext, kind: Kind) -> dict[str, Any]:
    """A kind: a term of the catalog's own vocabulary."""
    return known(
        {
            "@type": "DefinedTerm",
            **page_names(context, addresses.kind_url(kind.id)),
            "termCode": kind.id,
            "name": kind.title,
            "description": kind.summary,
            "inDefinedTermSet": context.site.address(addresses.kinds_url()),
        }
    )


def kind_set(context: PublishContext) -> dict[str, Any]:
    """The vocabulary that the kinds are."""
    return known(
        {
            "@type": "DefinedTermSet",
            **page_names(context, addresses.kinds_url()),
            "name": context.words["kinds"]["title"],
            "description": context.words["kinds"]["description"],
            "hasDefinedTerm": [kind_term(context, kind) for kind in context.catalog.kinds.values()],
        }
    )


def page_names(context: PublishContext, url: str) -> dict[str, str]:
    """The identity and the address of what stands at *url*; nothing where the site does not know its address."""
    address = context.site.address(url)
    return {} if address is None else {"@id": address, "url": address}


def _home(context: PublishContext) -> dict[str, Any]:
    """The site, whose it is, and how it is searched."""
    search = context.site.address(f"{addresses.search_url()}?q={{query}}")
    action = {"@type": "SearchAction", "target": search, "query-input": "required name=query"}
    return known(
        {
            "@type": "WebSite",
            **page_names(context, addresses.home_url()),
            "name": context.site.name,
            "inLanguage": context.catalog.organisation.settings.language,
            "publisher": organisation_node(context),
            "potentialAction": None if search is None else action,
        }
    )
