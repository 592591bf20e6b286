"""The example newsroom: a regional paper as plain files and a pure reader; imports ``newsdesk.article`` only."""
