"""Where the sentences of a text end, by the stops of its language; pure, linear in the text's length, never raises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LONGEST = 1500
"""Characters after which a text without stops is cut all the same, so that a voice may breathe."""

CLOSERS = "\"'”’»›“)]"
CLOSING = f"[{re.escape(CLOSERS)}]*"
STOP = re.compile(
    rf"(?P<break>[\n\r\u2028\u2029]+)|(?P<full>[。！？]+[」』）]*{CLOSING})|(?P<stop>(?<![.!?…])[.!?…]+{CLOSING})(?=\s)"
)
WORD = re.compile(r"[^\W_](?:[\w.’'-]*\w)?$")
WORD_BEFORE, WORD_AFTER = 24, 40
NEXT = re.compile(r"[\W_]*(?P<word>[\w’'-]*)")
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Stops:
    """``abbreviations`` never end a sentence, ``numbered`` do not before a figure, ``ending`` do before a starter.

    ``closing`` do before any capital but that of a word that ``follows`` them. ``lone`` are capitals that are names by
    themselves, as X is, and no initials after a small word or before a title or a starter.
    """

    abbreviations: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    ending: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    follows: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LANGUAGES: Mapping[str, Stops] = {
    "en": Stops(
        abbreviations=_words(
            "mr mrs ms mx dr prof sen sens rep reps gov govs lt col gen capt cmdr maj sgt adm rev hon st pres vs v "
            "dept messrs supt asst det cpl pvt insp amb fr brig cllr cdr cpt lieut msgr ven mt ft e.g i.e cf approx "
            "viz esq cllrs profs drs atty"
        ),
        numbered=_words(
            "no nos p pp art sec fig vol ch para jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu "
            "thur thurs fri sat sun c ca"
        ),
        ending=_words(
            "inc co corp ltd bros assn jr sr ave blvd rd calif fla pa ill conn ariz colo mich minn "
            "tenn va u.s u.n u.k e.u d.c b.c a.d ph.d jan feb mar apr jun jul aug sept oct nov dec"
        ),
        starters=_words(
            "the a an he she it they we i in on at but and this that these those his her their its our my according as "
            "for after when if while there however meanwhile asked both no one some many not what who how why where "
            "so yet still since with to from by all most more two three several officials "
            "nobody everyone everybody someone nothing each every her him you your because although though since once "
            "during before until despite among under over earlier later then now also instead"
        ),
        closing=_words("a.m p.m am pm etc"),
        follows=_words(
            "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
            "august september october november december jan feb mar apr jun jul aug sept oct nov dec mon tue wed thu "
            "fri sat sun gmt utc est edt et cet cest eet eest bst eastern central pacific kyiv moscow local london"
        ),
        lone=_words("x"),
    ),
    "uk": Stops(
        abbreviations=_words(
            "ім вул просп пр пров бул обл м с смт гр проф акад канд зам див напр ген полк підполк майор кап лейт сер "
            "св оз о в тов п пп ч т.ч ред перекл т.зв т.з т.в.о в.о нар деп поч ген.-лейт ген.-полк"
        ),
        numbered=_words("ст ч п № р тел рис табл том розд січ лют бер квіт трав черв лип серп вер жовт лист груд"),
        ending=_words("р рр ст тис млн млрд грн коп ін год хв сек км кг т.ін н.е дол руб"),
        starters=_words(
            "а але він вона вони воно ми я це цей ця ці у в на за до після коли якщо проте однак також як водночас тим "
            "інші деякі усі всі та і й ще з із від про під його її їх їхні раніше нагадаємо зокрема там тут тоді "
            "ніхто всього загалом президент росія україна київ москва зараз нині потім отже тож бо так ні хоча попри"
        ),
        closing=_words("т.д т.п"),
        lone=_words("x"),
    ),
}
"""What each language's abbreviations are; another language is another entry, and one that has none gets none."""


def spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of ``text``, without the spaces around; none without a letter or a figure."""
    stops = LANGUAGES.get(language.lower().replace("_", "-").split("-")[0], Stops())
    start = 0
    for end in _ends(text, stops):
        yield from _trimmed(text, start, end)
        start = end


def whole(text: str) -> Iterator[tuple[int, int]]:
    """A headline or a name as one sentence whatever stops it has; cut all the same where it is far too long."""
    return _trimmed(text, 0, len(text))


def _ends(text: str, stops: Stops) -> Iterator[int]:
    for found in STOP.finditer(text):
        if found["stop"] is None or _ends_here(text, found, stops):
            yield found.end()
    yield len(text)


def _ends_here(text: str, found: re.Match[str], stops: Stops) -> bool:
    after = _word_after(text, found.end())
    if not after or after[0].islower():
        return not after
    if found["stop"].rstrip(CLOSERS) != ".":
        return True
    before = WORD.search(text[max(0, found.start() - WORD_BEFORE) : found.start()])
    if before is None or _is_a_name(before, after, stops):
        return True
    return _may_end(before.group(), after, stops)


def _is_a_name(before: re.Match[str], after: str, stops: Stops) -> bool:
    """Whether a capital alone is a whole name: "owns X. Ukraine", but not "Francis X. Suarez"."""
    if before.group().lower() not in stops.lone:
        return False
    word_behind = before.string[: before.start()].split()[-1:]
    return any(map(str.islower, word_behind)) or after.lower() in stops.starters | stops.abbreviations


def _may_end(word: str, after: str, stops: Stops) -> bool:
    """Whether a full stop after ``word`` ends the sentence where ``after`` comes next."""
    low = word.lower()
    if low in stops.closing:
        return after.lower() not in stops.follows
    if low in stops.numbered and after[0].isdigit():
        return False
    if low in stops.abbreviations and "." in low:
        return False
    if low in stops.ending or (len(word) > 1 and INITIALS.fullmatch(word)):
        return after.lower() in stops.starters or (low in stops.numbered and low not in stops.abbreviations)
    return low not in stops.abbreviations and not (len(word) == 1 and word.isupper())


def _word_after(text: str, at: int) -> str:
    """The next word within sight; empty where there is none on this line."""
    ahead = text[at : at + WORD_AFTER]
    found = NEXT.match(ahead)
    return found["word"] if found else ""


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield from _without_spaces(text, start, cut)
        start = cut
    yield from _without_spaces(text, start, end)


def _without_spaces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    last = start + len(piece.rstrip())
    if any(map(str.isalnum, piece)):
        yield first, last
