"""Files the example newsroom through the desk's own doors, one kind of thing a file; imports ``newsdesk.desk``."""
