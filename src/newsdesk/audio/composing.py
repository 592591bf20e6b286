"""The job of the day's news: once a day the headlines of its articles, and what each is about, in one clip.

It falls with any of its articles, and is then composed again of what is left, for a week.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, override

from newsdesk.archive import clips
from newsdesk.archive.reader import Archive
from newsdesk.article import links, spoken
from newsdesk.article.card import Card
from newsdesk.article.clip import SOURCE_TYPES, Clip, Part, VoiceKind
from newsdesk.audio import leftovers, manner, sounding, voiced
from newsdesk.audio.attempts import attempt, may_begin, taken
from newsdesk.audio.failed import AudioFailed
from newsdesk.audio.models import AudioRules, Composition, Narration
from newsdesk.audio.script import composed
from newsdesk.audio.script.language import base
from newsdesk.audio.sound.failed import SoundFailed
from newsdesk.audio.sound.order import Tags
from newsdesk.audio.sounding import Narrated
from newsdesk.audio.wishes import voice_for

WORDS = 750
"""Five minutes, at 150 words a minute."""
AGAIN = timedelta(days=7)


def due(limit: int) -> list[date]:
    """The days whose news is to be composed: today's once it is time, and lately composed ones that fell."""
    rules, now = AudioRules.current(), timezone.localtime()
    if not rules.on or rules.today_at is None:
        return []
    lately = _lately()
    days = set(lately.filter(may_begin()).values_list("day", flat=True))
    if now.time() >= rules.today_at and not lately.filter(day=now.date()).exists():
        days.add(now.date())
    standing = Archive().composed() if days else ()
    return [day for day in sorted(days, reverse=True) if _name(day) not in standing and _cards(day)][: min(limit, 1)]


def compose(day: date) -> None:
    """Has the news of a day spoken and offered; a failure is noted on its row."""
    row, _ = Composition.objects.get_or_create(day=day)
    cards = _cards(day)
    if cards and Archive().clip(_name(day)) is None and (composition := taken(row)):
        attempt(composition, lambda: _narrate(day, cards))


def failed() -> list[Composition]:
    """The days whose news could not be spoken and is still to be, the newest first."""
    rows, standing = _lately().exclude(error="").order_by("-day"), Archive().composed()
    return [row for row in rows if _name(row.day) not in standing and _cards(row.day)]


def title(day: date) -> str:
    """What a day's news is called, in the newsroom's language."""
    with override(settings.LANGUAGE_CODE):
        return f"{gettext('Today in five minutes')}, {date_format(day)}"


def chosen(cards: list[Card]) -> list[Card]:
    """The most urgent cards first, as many as five minutes have room for; of equals the newest."""
    room, some = WORDS, []
    for card in sorted(cards, key=lambda card: (card.urgency, -card.first_published.timestamp(), card.article)):
        words = len(f"{card.headline} {card.summary}".split())
        if words <= room:
            some.append(card)
            room -= words
    return some


def _lately() -> QuerySet[Composition]:
    return Composition.objects.filter(day__gt=timezone.localtime().date() - AGAIN)


def _cards(day: date) -> list[Card]:
    """What is read of a day: in the newsroom's language, and nothing that is not to be heard."""
    since, until = (timezone.make_aware(datetime.combine(one, time())) for one in (day, day + timedelta(days=1)))
    cards = [one for one in clips.published(since, until) if base(one.language) == base(settings.LANGUAGE_CODE)]
    silent = Narration.objects.filter(article__in=[card.article for card in cards]).exclude(silent_because="")
    kept = set(map(str, silent.values_list("article", flat=True)))
    return chosen([card for card in cards if card.article not in kept])


@contextmanager
def _narrate(day: date, cards: list[Card]) -> Iterator[Narrated]:
    with TemporaryDirectory(prefix=leftovers.CLIP) as place:
        try:
            narrated = _narrated(day, cards, Path(place))
        except SoundFailed as failed:
            raise AudioFailed.of(failed) from failed
        yield narrated


def _narrated(day: date, cards: list[Card], place: Path) -> Narrated:
    rules, language = AudioRules.current(), settings.LANGUAGE_CODE
    voice = voiced.voice(voice_for("", language))
    heard = manner.manner(rules, voice.KIND, language)
    said = composed(title(day), [(card.headline, card.summary) for card in cards], heard, language)
    sounded = sounding.by_a_voice(voice, said, _tags(day, heard.disclosure, voice.KIND), None, place)
    parts = tuple(Part(card.article, clips.says(card)) for card in cards)
    clip = Clip(of=_name(day), spoken=spoken.digest_of([part.spoken for part in parts]), parts=parts, **sounded.facts)
    words = sounding.words(said.utterances, sounded.times, place)
    return Narrated(clip, sounded.files | words, sounded.characters, sounded.cost)


def _tags(day: date, disclosure: str, kind: VoiceKind) -> Tags:
    return Tags(
        title=title(day),
        authors=(),
        site=settings.NEWSDESK_SITE_NAME,
        date=day.isoformat(),
        url=settings.NEWSDESK_SITE_URL.rstrip("/") + links.LISTEN,
        language=settings.LANGUAGE_CODE,
        comment=disclosure,
        source_type=SOURCE_TYPES[kind],
    )


def _name(day: date) -> str:
    return f"today-{day}"
