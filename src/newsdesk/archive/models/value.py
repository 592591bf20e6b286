"""Plain values by their key: authors, subjects, pictures, standing pages, menus, placements, the hour."""

from django.db import models


class ValueRow(models.Model):
    key = models.CharField(max_length=200, unique=True)
    data = models.JSONField()

    def __str__(self) -> str:
        return self.key
