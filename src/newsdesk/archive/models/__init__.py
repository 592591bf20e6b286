"""The archive's tables, one noun a file; rows are called ``…Row``, the nouns themselves are ``article``'s."""

from newsdesk.archive.models.card import CardRow
from newsdesk.archive.models.change import Change
from newsdesk.archive.models.clip import ClipPartRow
from newsdesk.archive.models.edition import EditionRow
from newsdesk.archive.models.listing import EntryRow, LeafRow, ListingRow
from newsdesk.archive.models.value import ValueRow

__all__ = ["CardRow", "Change", "ClipPartRow", "EditionRow", "EntryRow", "LeafRow", "ListingRow", "ValueRow"]
