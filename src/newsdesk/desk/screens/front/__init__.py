"""The front, arranged by hand: home, picks, sections, menus. Its state is the archive's own; it has no tables."""
