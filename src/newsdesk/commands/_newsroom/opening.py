"""Opens a newsroom: database, desk, files. Each step looks first, so that opening it again changes nothing."""

from __future__ import annotations

import logging

from newsdesk.commands._newsroom import folders, ready, stamp
from newsdesk.settings_env.refused import Refused


def open_newsroom() -> None:
    """Brings the newsroom of the settings up to this code; raises ``Refused``."""
    folders.make()
    if not stamp.is_current("database"):
        ready.set_up()
        _database()
    if not stamp.is_current("static"):
        ready.set_up()
        _desk_files()


def _database() -> None:
    from django.core.management import call_command

    from newsdesk.desk import newsroom
    from newsdesk.newsletter import founding

    logging.getLogger("wagtail").setLevel(logging.WARNING)  # its record of the pages made here tells nobody anything
    if ready.unapplied():
        call_command("migrate", interactive=False, verbosity=0)
    newsroom.setup()
    founding.found()
    stamp.write("database")


def _desk_files() -> None:
    from django.core.management import call_command

    try:
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    except OSError as error:
        raise Refused(
            f"the desk's files cannot be written ({error.strerror}); make room or mend the data folder"
        ) from None
    stamp.write("static")
