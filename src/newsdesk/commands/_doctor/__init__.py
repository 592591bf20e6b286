"""Looks at everything a newsroom stands on; one file in ``checks/`` is one look, found by being there."""
