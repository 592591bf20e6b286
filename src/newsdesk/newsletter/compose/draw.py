"""Draws an issue once for all who get it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from css_inline import CSSInliner
from django.template.loader import render_to_string
from django.utils.translation import get_language_info, gettext, override

from newsdesk.article.body import Body, RelatedCard, fold
from newsdesk.newsletter.compose import plain, web
from newsdesk.newsletter.compose.look import Look
from newsdesk.newsletter.compose.rendered import LEAVE, PREFERENCES, Rendered

STYLES = Path(__file__).with_name("letter.css")
_BLANK_LINES = re.compile(r"\n\s*\n+")


@dataclass(frozen=True, slots=True)
class Particulars:
    """What stands around the blocks; ``web_path`` is the issue's web edition, ``imprint`` who answers for it."""

    letter: str
    language: str
    postal_address: str
    web_path: str = ""
    imprint: str = ""


def draw(subject: str, preview: str, body: Body, about: Particulars, look: Look, version: int = 1) -> Rendered:
    """The issue in the letter's language, with today's cards; an article that is not live leaves no trace."""
    with override(about.language):
        around = _around(subject, preview, about, look)
        blocks = [block for block in fold(body, web.writers(look)) if block]
        html = _inlined(render_to_string("letters/issue.html", {**around, "blocks": blocks}))
        words = [part for part in fold(body, plain.writers(look)) if part]
        text = _text(words, around)
    return Rendered(subject, preview, html, text, version, tuple(_cards(body, look)), tuple(look.counts))


def _around(subject: str, preview: str, about: Particulars, look: Look) -> dict[str, object]:
    info = get_language_info(about.language)
    return {
        "subject": subject,
        "preview": preview,
        "about": about,
        "direction": "rtl" if info["bidi"] else "ltr",
        "frame": look.frame,
        "web_url": look.frame.url(about.web_path) if about.web_path else "",
        "leave": LEAVE,
        "preferences": PREFERENCES,
        "why": gettext("You get this because you asked for %(letter)s and confirmed it.") % {"letter": about.letter},
    }


def _text(words: Iterable[str], around: dict[str, object]) -> str:
    """The text part; ``-- `` begins what a mail program may fold away (RFC 3676, section 4.3)."""
    about, web_url = around["about"], around["web_url"]
    foot = [
        around["why"],
        f"{gettext('Leave this letter')}:\n{LEAVE}",
        f"{gettext('Change what you get')}:\n{PREFERENCES}",
        "\n".join(line for line in (about.imprint, about.postal_address) if line),  # type: ignore[attr-defined]
    ]
    head = [str(around["subject"]), f"{gettext('Read on the web')}:\n{web_url}" if web_url else ""]
    return "\n\n".join(str(part) for part in (*head, *words, "-- ", *foot) if part) + "\n"


def _cards(body: Body, look: Look) -> Iterable[tuple[str, int]]:
    """The articles shown and the numbers of their editions."""
    for block in body:
        if isinstance(block, RelatedCard) and (edition := look.archive.edition(block.article)):
            yield block.article, edition.number


def _inlined(html: str) -> str:
    return _BLANK_LINES.sub("\n", _inliner().inline(html))


@cache
def _inliner() -> CSSInliner:
    """Keeps what cannot be written on an element: dark mode, and narrow screens; fetches nothing."""
    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False, extra_css=STYLES.read_text())
