"""The example newsroom: a regional paper as plain files, and a pure reader of them; may import ``newsdesk.article`` only."""
