"""An issue to HTML and text, by the one fold over its blocks; imports article and archive."""
