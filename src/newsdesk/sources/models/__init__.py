"""The desk's own record of sources and of what was decided about statements; readers' values are ``article``'s."""

from newsdesk.sources.models.identity import HandlingRow, IdentityRow, OnlyAdded
from newsdesk.sources.models.source import NameRow, SourceRow
from newsdesk.sources.models.statement import AttributionRow, StatementRow

__all__ = ["AttributionRow", "HandlingRow", "IdentityRow", "NameRow", "OnlyAdded", "SourceRow", "StatementRow"]
