"""How the newsroom wants to be heard, what is wanted of each article, and what has been made."""

from __future__ import annotations

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _


class AudioRules(models.Model):
    """The newsroom's choices, one row. What is empty is said in our own words; none of it can be switched off.

    ``voice`` is the name of a file in ``voices/``. ``old_a_day`` is how many articles older than two days get a clip
    in a day. ``today_at`` is when the day's news is composed, empty for never.
    """

    on = models.BooleanField(_("articles are read aloud"), default=True)
    voice = models.CharField(_("voice"), max_length=40, default="espeak")
    disclosure = models.CharField(_("what is said first"), max_length=300, blank=True)
    formant_label = models.CharField(_("beside a synthetic voice"), max_length=120, blank=True)
    trained_label = models.CharField(_("beside an AI-generated voice"), max_length=120, blank=True)
    captions = models.BooleanField(_("captions are read"), default=False)
    drafts_leave = models.BooleanField(_("unpublished text may go to a voice elsewhere"), default=False)
    old_a_day = models.PositiveIntegerField(_("older articles a day"), default=50)
    today_at = models.TimeField(_("the day's news is composed at"), null=True, blank=True, default=time(17))

    class Meta:
        verbose_name = _("rules for audio")

    def __str__(self) -> str:
        return "audio"

    @classmethod
    def current(cls) -> AudioRules:
        """The newsroom's, or ours where it has chosen nothing yet."""
        return cls.objects.order_by("pk").first() or cls()


class VoiceRule(models.Model):
    """Which voice reads a section (by its id) in a language; what is empty stands for any."""

    section = models.CharField(_("section"), max_length=36, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    voice = models.CharField(_("voice"), max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["section", "language"], name="voice_rule_once")]

    def __str__(self) -> str:
        return f"{self.section or '*'} {self.language or '*'}: {self.voice}"


class Pronunciation(models.Model):
    """How the newsroom says a word, in texts of one language."""

    language = models.CharField(_("language"), max_length=12)
    word = models.CharField(_("word"), max_length=80)
    said = models.CharField(_("how it is said"), max_length=160)

    class Meta:
        ordering = ("language", "word")
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="pronunciation_once")]

    def __str__(self) -> str:
        return f"{self.word}: {self.said}"


class Attempted(models.Model):
    """How far something that is to be heard has come.

    ``next_attempt_at`` is when it may be tried (again), or until when a worker has it; ``began_at`` tells this worker's
    turn from another's, and is empty where something else was wished since. ``final``: trying again is of no use until
    somebody acts. ``shelving`` is the digest of files that may lie on the shelf without being offered.
    """

    attempts = models.PositiveIntegerField(default=0)
    began_at = models.DateTimeField(null=True)
    next_attempt_at = models.DateTimeField(null=True)
    final = models.BooleanField(default=False)
    error = models.TextField(blank=True)
    shelving = models.CharField(max_length=64, blank=True, db_index=True)

    class Meta:
        abstract = True


class Narration(Attempted):
    """What is wanted for one article; there is a row once there is something to note.

    ``voice`` is empty for what the rules say; ``silent_because`` is why it is not read, empty where it is.
    ``recording`` is the digest of an upload that ``reader`` spoke, ``recording_spoken`` the digest of the words as
    they stood then. ``tried`` is the number of the edition that was tried last: what failed for good is tried again
    with the next.
    """

    article = models.UUIDField(unique=True)
    voice = models.CharField(max_length=40, blank=True)
    silent_because = models.CharField(max_length=200, blank=True)
    recording = models.CharField(max_length=64, blank=True)
    recording_spoken = models.CharField(max_length=64, blank=True)
    reader = models.CharField(max_length=120, blank=True)
    tried = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.article)


class Composition(Attempted):
    """The news of one day in one clip; there is a row once it was due."""

    day = models.DateField(unique=True)

    def __str__(self) -> str:
        return f"today-{self.day}"


class Made(models.Model):
    """One clip that was made, for the day's cost and the day's limit; rows are only added, and swept after a year."""

    of = models.CharField(max_length=80)
    at = models.DateTimeField(db_index=True)
    voice = models.CharField(max_length=40)
    seconds = models.FloatField()
    characters = models.PositiveIntegerField()
    cost = models.DecimalField(max_digits=12, decimal_places=6, null=True)
    old = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.of} {self.at:%Y-%m-%d}"
