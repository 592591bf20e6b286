"""Gets a machine with nothing but Python ready for Newsdesk; imports the standard library only."""
