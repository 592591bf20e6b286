"""The front, arranged by hand: home, picks, section fronts and menus. Its state is the archive's own; it has no tables."""
