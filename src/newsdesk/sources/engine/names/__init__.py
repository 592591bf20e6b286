"""Who a text's words name: people, organisations, outlets, documents, and those who are not named."""

from __future__ import annotations

from newsdesk.sources.engine.names.mention import Mention
from newsdesk.sources.engine.names.names import Names

__all__ = ["Mention", "Names"]
