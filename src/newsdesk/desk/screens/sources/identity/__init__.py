"""Who an unnamed source is: a section of the source's page, and addresses of its own; never a field of another form."""
