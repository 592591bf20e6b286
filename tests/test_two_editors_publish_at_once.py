"""Two processes publish the same article at the same time, again and again: every edition is there and numbered, the
last one is what the desk has as live, and nobody meets an error.
"""

from __future__ import annotations

from pathlib import Path

from tests.own_newsroom import ran

EACH = 15

EDITORS = f"""
import os, sys
from newsdesk.commands._newsroom import opening, ready
opening.open_newsroom()
ready.set_up()
from django.db import connections
from newsdesk.archive.models import EditionRow
from newsdesk.desk import reconcile
from newsdesk.desk.models import ArticleContributor, ArticlePage, Contributor, Section
from newsdesk.desk.pages.newsroom import this_month

page = ArticlePage(title="Ferry late", section=Section.objects.create(name="Harbour"), live=False)
page.body = [("paragraph", "<p>It was late.</p>")]
page.contributors.add(ArticleContributor(contributor=Contributor.objects.create(name="Ines Halvard")))
this_month().add_child(instance=page)
page.save_revision().publish()
connections.close_all()
children = []
for editor in "ab":
    if child := os.fork():
        children.append(child)
        continue
    try:
        for number in range({EACH}):
            draft = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
            draft.title = f"Ferry late, {{editor}} {{number}}"
            draft.save_revision().publish()
        os._exit(0)
    except BaseException as error:
        print(repr(error), file=sys.stderr, flush=True)
        os._exit(1)
failed = sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)
numbers = sorted(EditionRow.objects.values_list("number", flat=True))
print(failed, len(numbers), numbers == list(range(1, len(numbers) + 1)), reconcile.sweep(contents=True))
"""


def test_two_editors_publish_at_once(tmp_path: Path) -> None:
    ended = ran(tmp_path, EDITORS, NEWSDESK_LOG_LEVEL="error")
    assert ended.stdout.split()[:3] == ["0", str(2 * EACH + 1), "True"], ended.stdout + ended.stderr[-3000:]
    assert ended.stdout.strip().endswith("Mended(added=(), withdrawn=())")
