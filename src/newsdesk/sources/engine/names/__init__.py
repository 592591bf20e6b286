"""Who a text's words name: people, organisations, outlets, documents, and those who are not named."""

from __future__ import annotations

from newsdesk.sources.engine.names.names import Names
from newsdesk.sources.engine.names.proper import Proper

__all__ = ["Names", "Proper"]
