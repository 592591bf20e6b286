"""A newsroom that keeps a confidential identity, and all it puts out; run by ``test_nothing_tells_who_a_source_is.py``.

``python planting_ground.py OUT`` in a newsroom of its own (``NEWSDESK_DATA``). ``WHO`` is planted through the desk's
own form, shown, and planted again in forms that are refused or fail; then everything is written to OUT.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

from newsdesk.commands._newsroom import opening, ready

WHO = "Zilwyra Quorn"
PRINTED = "a clerk at the harbour office"
"""What readers are told; it stands nearly everywhere, which shows that one would have found the other."""


def main(out: Path) -> int:
    opening.open_newsroom()
    ready.set_up()
    from newsdesk.desk.screens.sources.identity import sure
    from newsdesk.desk.tests.world import made

    world = made()
    with mock.patch.object(sure, "verified", lambda request: True):
        source = _published()
        _planted(world, source, out / "answers")
        _printed()
        _screens(world, source, out / "screens")
    _exported(out)
    return 0


def _published() -> Any:
    """An article that quotes an unnamed source, and that source."""
    from newsdesk.desk.models import ArticlePage
    from newsdesk.desk.sourcing import day_of, draft_of
    from newsdesk.sources import decisions
    from newsdesk.sources.drafts import Link
    from newsdesk.sources.models import SourceRow

    page = ArticlePage.objects.get(title="Live")
    page.body = [("paragraph", f"<p>The pier is closed, {PRINTED} said.</p>")]
    page.save_revision()
    found = draft_of(page).items[0]
    chain = (Link("anonymous", PRINTED, reason="may not speak to the press"),)
    decisions.confirm(page.uuid, replace(found, chain=chain), day_of(page))
    page.get_latest_revision().publish()
    return SourceRow.objects.get(name=PRINTED)


def _planted(world: Any, source: Any, out: Path) -> None:
    """By an editor, who names herself: refused, failed at, recorded, recorded anew, shown.

    Each answer is kept with its cookies and the page that follows, but for the body of the one that shows it.
    """
    from django.contrib.auth.models import User
    from django.urls import reverse

    from newsdesk.sources.confidential import acts

    out.mkdir()
    editor = world.clients["editor"] = _with_a_factor(User.objects.get(username="editor"))
    me = User.objects.get(username="editor").pk

    def post(name: str, **form: Any) -> Any:
        answer = editor.post(reverse(f"newsdesk_identities:{name}", args=(source.pk,)), form)
        body = b"" if name == "show" else answer.content
        after = editor.get(reverse("wagtailsnippets_sources_sourcerow:inspect", args=(source.pk,)))
        told = f"{answer.headers} {answer.cookies.output()}\n".encode()
        (out / f"{len(list(out.iterdir()))}-{name}").write_bytes(told + body + after.content)
        return answer

    def fail(*args: Any, **kwargs: Any) -> None:
        raise ValueError(f"cannot seal {WHO}")

    assert post("record", words=WHO).status_code == 422
    with mock.patch.object(acts, "shut", fail):
        assert post("record", words=WHO, readers=[me]).status_code == 500
    assert post("record", words=WHO, readers=[me]).status_code == 302
    assert post("record", words=f"{WHO}, again").status_code == 302
    assert WHO in post("show").content.decode()
    assert post("readers", readers=[me]).status_code == 302


def _with_a_factor(user: Any) -> Any:
    """Only those who have one can be named."""
    from django.test import Client

    from newsdesk.desk.tests.codes import given_factor, type_code, type_password
    from newsdesk.desk.tests.world import quiet

    phone, _codes = given_factor(user)
    client = quiet(Client())
    type_password(client, user.get_username())
    type_code(client, phone.shows())
    return client


def _printed() -> None:
    from newsdesk.press import bake
    from newsdesk.press.run import Press, run

    bake.begin()
    assert not run(Press.open()).failed


def _screens(world: Any, source: Any, out: Path) -> None:
    """Every address of the desk as each role gets it, the source's own page too; the editor is named, nobody else."""
    from newsdesk.desk.tests.routes import every_route

    out.mkdir(parents=True)
    world.by_namespace |= {"wagtailsnippets_sources_sourcerow": source.pk, "newsdesk_identities": source.pk}
    cookies = {role: client.cookies.copy() for role, client in world.clients.items()}
    for role, client in world.clients.items():
        for number, route in enumerate(every_route()):
            answer = client.get(world.url(route, world.articles["l"]))
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            (out / f"{role}-{number}").write_bytes(content)
            client.cookies = cookies[role].copy()  # one of the addresses signs out


def _exported(out: Path) -> None:
    from django.contrib.sessions.models import Session
    from django.core.management import call_command

    from newsdesk.commands._backup.write import write

    write(out / "backup.zip")
    with (out / "dumpdata.json").open("w") as file:
        call_command("dumpdata", stdout=file)
    (out / "sessions.json").write_text(json.dumps([one.get_decoded() for one in Session.objects.all()]))
    _rows(out / "rows.txt")
    _database(out)


def _rows(file: Path) -> None:
    """Every value of every table by itself: in a file of pages a name could stand across two."""
    from django.db import connection

    with connection.cursor() as cursor, file.open("w") as out:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  names of our own tables
            for row in cursor:
                out.write(f"{table} {[bytes(one) if isinstance(one, memoryview) else one for one in row]}\n")


def _database(out: Path) -> None:
    """The database as it lies there while it is open, with its log of writes; of PostgreSQL a dump."""
    from django.db import connection

    from newsdesk.commands._backup import database

    if connection.vendor == "sqlite":
        for file in Path(connection.settings_dict["NAME"]).parent.glob("newsdesk.sqlite3*"):
            shutil.copy(file, out / file.name)
        return
    program = shutil.which("pg_dump")
    assert program
    with (out / "database.sql").open("wb") as file:
        subprocess.run([program, "--no-password"], env=database._environment(), stdout=file, check=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
