"""Which composed clips speak of an article."""

from django.db import models


class ClipPartRow(models.Model):
    """``of`` is the composed clip's name, as in ``clip:<of>``."""

    article = models.UUIDField(db_index=True)
    of = models.CharField(max_length=80, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "of"], name="clip_part_once")]

    def __str__(self) -> str:
        return f"{self.of}: {self.article}"
