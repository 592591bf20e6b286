"""The example newsroom: a regional paper as plain files, and a pure reader of them; imports ``newsdesk.article`` only."""
