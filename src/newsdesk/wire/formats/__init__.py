"""One folder or file a format: each turns a document into an ``Item``, or raises ``WireError``."""
