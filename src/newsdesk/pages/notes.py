"""Corrections and clarifications as readers see them."""

from __future__ import annotations

from django.utils.translation import pgettext

from newsdesk.article.correction import Correction
from newsdesk.pages.contexts import Note
from newsdesk.pages.moments import moment
from newsdesk.press.frame import Frame


def note(correction: Correction, frame: Frame) -> Note:
    if correction.kind == "correction":
        label = pgettext("a note on an article", "Correction")
    else:
        label = pgettext("a note on an article", "Clarification")
    return Note(correction.kind, label, correction.text, moment(correction.made_at, frame))
