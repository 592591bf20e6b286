"""A full bake that was stopped draws next time what it had not drawn, and says how fast it goes and what remains."""

from __future__ import annotations

import pytest

from newsdesk.archive import record
from newsdesk.archive.tests.makers import article_id, edition
from newsdesk.press import bake, console
from newsdesk.press.models import Sheet
from newsdesk.press.run import Press, run
from newsdesk.press.settle import Tally

pytestmark = pytest.mark.django_db

ARTICLES = 10
SHEETS = ARTICLES + 1  # and the front page


@pytest.fixture
def paper(press: Press, monkeypatch: pytest.MonkeyPatch) -> Press:
    monkeypatch.setattr(bake, "BLOCK", 4)
    for number in range(1, ARTICLES + 1):
        record.add(edition(number, topics=()))
    return press


def stopped(after: int) -> None:
    """A bake that somebody stops after so many sheets."""

    def stop(tally: Tally) -> None:
        if tally.drawn >= after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bake.bake(progress=stop)


def test_a_stopped_bake_draws_the_rest_and_nothing_twice(paper: Press) -> None:
    assert bake.begin() == SHEETS
    stopped(after=4)
    assert bake.begin() == SHEETS - 4
    assert bake.bake().drawn == SHEETS - 4
    assert not Sheet.objects.filter(printed_at=None).exists()
    assert bake.audit(SHEETS) == (SHEETS, [])


def test_a_finished_bake_begins_anew(paper: Press) -> None:
    bake.begin()
    bake.bake()
    assert bake.begin() == SHEETS


def test_what_is_published_meanwhile_is_drawn_first(paper: Press) -> None:
    bake.begin()
    stopped(after=4)
    record.add(edition(1, headline="Meanwhile", topics=()))
    run(paper, block=2, blocks=1)
    assert b"Meanwhile" in paper.shelf.get("/2026/03/01/story-1/").body  # type: ignore[union-attr]
    bake.begin()
    bake.bake()
    assert bake.audit(SHEETS) == (SHEETS, [])


def test_a_bake_that_begins_again_finds_what_came_and_went(paper: Press) -> None:
    bake.begin()
    stopped(after=4)
    record.add(edition(11, topics=()))
    record.withdraw(article_id(1), "unpublish")
    bake.begin()
    bake.bake()
    shelved = set(paper.shelf.paths())
    assert "/2026/03/01/story-11/" in shelved and "/2026/03/01/story-1/" not in shelved
    assert bake.audit(SHEETS) == (SHEETS, [])


def test_the_bar_tells_how_fast_and_how_many(paper: Press, capsys: pytest.CaptureFixture[str]) -> None:
    bake.begin()
    stopped(after=4)
    assert console.all() == console.OK
    told = capsys.readouterr()
    assert f"{SHEETS - 4}/{SHEETS - 4}" in told.err and "sheets/s" in told.err
    assert f"{SHEETS - 4} sheets drawn" in told.out
