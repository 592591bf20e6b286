"""Lists of subscribers that come from elsewhere, one file a house, and the newsroom's own; imports asking and below."""
