"""Every published version of every article; rows are only ever added."""

from django.db import models


class EditionRow(models.Model):
    article = models.UUIDField()
    number = models.PositiveIntegerField()
    filed_at = models.DateTimeField(auto_now_add=True)
    data = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="edition_number_once")]

    def __str__(self) -> str:
        return f"{self.article} edition {self.number}"
