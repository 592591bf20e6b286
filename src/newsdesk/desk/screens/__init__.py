"""The desk's own screens, one file or folder each, made of Wagtail's components; found by ``desk/hooks/``."""
