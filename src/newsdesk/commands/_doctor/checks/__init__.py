"""Each file has ``check() -> Iterator[Finding]``; the settings are read and Django is set up when it is called."""
