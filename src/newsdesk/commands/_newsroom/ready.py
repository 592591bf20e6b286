"""Sets Django up, and refuses to work where there is no newsroom yet."""

from __future__ import annotations

from newsdesk.commands._newsroom import stamp
from newsdesk.settings_env.refused import Refused


def set_up() -> None:
    """Reads the settings and loads all apps; raises ``Refused`` where a setting is nonsense."""
    import django

    django.setup()


def require_newsroom() -> None:
    """Sets up; raises ``Refused`` where ``newsdesk init`` has not been here, or is due again after an upgrade."""
    require_made()
    set_up()


def require_made() -> None:
    """The same without loading Django's apps, where the newsroom is known to be up to date."""
    from django.conf import settings

    if not has_key():
        raise Refused(f"there is no newsroom in {settings.NEWSDESK_DATA}; run: newsdesk init")
    if not stamp.is_current("database"):
        set_up()
        if unapplied():
            raise Refused("the database is not up to date; run: newsdesk init")


def has_key() -> bool:
    """Whether sessions can be signed: the one thing no newsroom is without."""
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        return bool(settings.SECRET_KEY)
    except ImproperlyConfigured:
        return False


def unapplied() -> list[str]:
    """The migrations that the database lacks; raises ``Refused`` where it cannot be reached."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.db.utils import OperationalError

    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        why = (str(error).strip() or "no answer").splitlines()[0]
        raise Refused(
            f"NEWSDESK_DATABASE_URL: the database cannot be reached ({why}); start it, or mend the setting"
        ) from None
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
