"""The flat list of articles: newest work first, from an index, whatever the size of the archive."""
