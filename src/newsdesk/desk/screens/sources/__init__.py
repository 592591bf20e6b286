"""The Sources panel beside the draft, and the pages of sources."""
