"""The built-in theme: templates and files that another theme overrides by name."""
