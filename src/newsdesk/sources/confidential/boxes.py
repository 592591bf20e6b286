"""Shuts words into a row and opens them again, with the keys at hand."""

from __future__ import annotations

from django.views.decorators.debug import sensitive_variables

from newsdesk.sources.confidential.keys import keys, sealing
from newsdesk.sources.confidential.seal import Sealed, seal, unseal
from newsdesk.sources.models import IdentityRow


@sensitive_variables()
def shut(row: IdentityRow, words: str) -> IdentityRow:
    """The row with these words sealed for its source, not yet saved; raises ``NoKey``."""
    sealed = seal(words, row.source.uuid, sealing())
    row.key, row.box = sealed.key, sealed.box
    return row


@sensitive_variables()
def opened(row: IdentityRow) -> str:
    """The words; raises ``Unreadable``."""
    return unseal(Sealed(row.key, bytes(row.box)), row.source.uuid, keys())
