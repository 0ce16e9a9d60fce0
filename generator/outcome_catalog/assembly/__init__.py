"""Documents that hold and their history, put together as one catalog."""

from outcome_catalog.assembly.as_of import catalog_as_of as catalog_as_of
from outcome_catalog.assembly.catalog import assemble as assemble
from outcome_catalog.assembly.wanted_introductions import wanted_introductions as wanted_introductions
