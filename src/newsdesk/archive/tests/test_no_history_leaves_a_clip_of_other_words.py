"""Whatever happens to articles, and in whatever order: what can be heard is what can be read, and listed as such."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from newsdesk.archive import clips, record
from newsdesk.archive.keys import AUDIO
from newsdesk.archive.models import CardRow
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import COURTS, HARBOUR, article_id, edition
from newsdesk.archive.tests.test_clip_stands_while_its_words_do import clip_of, composed
from newsdesk.article import spoken
from newsdesk.article.body import Paragraph, Run
from newsdesk.article.clip import Clip

NUMBERS = (1, 2)
ACTS = ("publish", "fix body", "fix headline", "re-tag", "unpublish", "kill", "clip", "late clip", "compose", "silence")
steps = st.lists(st.tuples(st.sampled_from(ACTS), st.sampled_from(NUMBERS), st.integers(0, 1)), min_size=6, max_size=16)


class TestHistories(TestCase):
    @settings(max_examples=40, phases=[Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck))
    @given(steps)
    def test_no_history_leaves_a_clip_of_other_words(self, history: list[tuple[str, int, int]]) -> None:
        digests, late = count(1), dict[int, Clip]()
        for number in NUMBERS:
            record.add(edition(number))
        for act, number, which in history:
            _do(act, number, which, f"{next(digests):064}", late)
            _what_is_heard_is_what_is_read()


def _do(act: str, number: int, which: int, digest: str, late: dict[int, Clip]) -> None:
    live = Archive().edition(article_id(number))
    match act:
        case "publish":
            record.add(edition(number))
        case "unpublish" | "kill":
            record.withdraw(article_id(number), act)  # type: ignore[arg-type]
        case "silence":
            record.silence("today-2026-03-02" if which else article_id(number))
        case "late clip" if number in late:
            record.clip(replace(late[number], digest=digest))
        case "compose":
            parts = [one for one in map(Archive().edition, map(article_id, NUMBERS)) if one]
            assert not parts or record.clip(replace(composed(*parts), digest=digest))
    if live is None:
        return
    match act:
        case "fix body":
            record.add(replace(live, body=(Paragraph((Run(f"It happened {which} times."),)),)))
        case "fix headline":
            record.add(replace(live, headline=f"Story, {which}"))
        case "re-tag":
            record.add(replace(live, section=(HARBOUR, COURTS)[which]))
        case "clip":
            late[number] = clip_of(live, digest=digest)
            assert record.clip(late[number])


def _what_is_heard_is_what_is_read() -> None:
    archive = Archive()
    heard = {clip.of: clip for clip in clips.standing()}
    articles = {of: clip for of, clip in heard.items() if not clip.parts}
    for of, clip in articles.items():
        edition = archive.edition(of)
        assert edition and spoken.digest(edition) == clip.spoken
    for clip in heard.values():
        cards = archive.cards([part.article for part in clip.parts])
        assert all(clips.says(cards[part.article]) == part.spoken for part in clip.parts)
        assert not archive.silenced(clip.digest)
    assert set(archive.composed()) == heard.keys() - articles.keys()
    assert set(record.articles_in(AUDIO)) == articles.keys()
    assert {str(row.article) for row in clips.awaiting()} == _live() - articles.keys()


def _live() -> set[str]:
    return {str(article) for article in CardRow.objects.filter(state="live").values_list("article", flat=True)}
