"""A letter readers can ask for: what it is called, who it is from, and by which rule its issues come to be."""

from __future__ import annotations

import uuid

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsdesk.article.letter import DOORS


def no_door(slug: str) -> None:
    """Refuses what would hide the letter behind a page of asking or leaving."""
    if slug in DOORS:
        raise ValidationError(_("This word is taken by a page of the site."))


class Letter(models.Model):
    """``by`` says how its issues are made: composed by hand, by the rule at ``at`` on ``weekdays`` (digits of ISO 8601,
    1 is Monday), or *breaking*, from one article.

    A rule's issue has the picks and the ``most`` most urgent of the time since the last, needs ``at_least`` cards, and
    carries no card again within ``again_after`` days. ``a_day`` is the brake of a breaking letter, ``second_yes``
    whether somebody else than whoever wrote its news lets it go.

    With ``counted``, links go through redirects that are the same for every reader, and visits to these are counted.
    Readers who gave no sign for ``still_after`` months (0: nobody looks) are asked whether they still want it; it ends
    for those who do not answer within ``answer_within`` days.
    """

    class By(models.TextChoices):
        HAND = "hand", _("composed by hand")
        RULE = "rule", _("composed by a rule, and looked at")
        BREAKING = "breaking", _("breaking news, from one article")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("slug"), max_length=80, unique=True, validators=[no_door])
    description = models.CharField(_("what readers get, and how often"), max_length=240)
    language = models.CharField(_("language"), max_length=12)
    from_name = models.CharField(_("from, the name"), max_length=80)
    from_address = models.EmailField(_("from, the address"))
    reply_to = models.EmailField(_("where answers go"), blank=True)
    by = models.CharField(_("how issues are made"), max_length=8, choices=By.choices, default=By.HAND)
    at = models.TimeField(_("at"), null=True, blank=True)
    weekdays = models.CharField(_("on"), max_length=7, default="1234567")
    at_least = models.PositiveSmallIntegerField(_("at least so many cards"), default=3)
    most = models.PositiveSmallIntegerField(_("at most so many cards"), default=8)
    again_after = models.PositiveSmallIntegerField(_("no card again for so many days"), default=7)
    a_day = models.PositiveSmallIntegerField(_("issues a day"), default=2)
    second_yes = models.BooleanField(_("a second person agrees to breaking news"), default=True)
    counted = models.BooleanField(_("links are counted"), default=False)
    still_after = models.PositiveSmallIntegerField(_("months without a sign until readers are asked"), default=0)
    answer_within = models.PositiveSmallIntegerField(
        _("days they have to answer"), default=30, validators=[MinValueValidator(7)]
    )
    open = models.BooleanField(_("readers can ask for it"), default=True)

    @property
    def domain(self) -> str:
        """Of the address it is from, in lower case: that of its Message-IDs, and who signs."""
        return self.from_address.rpartition("@")[2].lower()

    def __str__(self) -> str:
        return self.name
