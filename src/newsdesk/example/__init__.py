"""The example newsroom: a regional paper as plain files. Its reader and painter import ``newsdesk.article`` only."""
