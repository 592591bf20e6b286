"""Listings as rows of leaves: entries ordered by first publication, closed ranges of that order, and their serials."""

from django.db import models

from newsdesk.archive.models.card import CardRow


class ListingRow(models.Model):
    name = models.CharField(max_length=80, unique=True)
    next_serial = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.name


class LeafRow(models.Model):
    """Covers ``(since, until]`` of the order by time and card; a null ``since`` reaches back for ever."""

    listing = models.ForeignKey(ListingRow, on_delete=models.CASCADE, related_name="leaves")
    serial = models.PositiveIntegerField()
    since = models.DateTimeField(null=True)
    since_card = models.BigIntegerField(default=0)
    until = models.DateTimeField()
    until_card = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["listing", "serial"], name="leaf_serial_once"),
            models.UniqueConstraint(fields=["listing", "until", "until_card"], name="leaf_until_once"),
        ]

    def __str__(self) -> str:
        return f"{self.listing} {self.serial}"


class EntryRow(models.Model):
    """A card's place in a listing; no leaf means the front."""

    listing = models.ForeignKey(ListingRow, on_delete=models.CASCADE, related_name="entries", db_index=False)
    card = models.ForeignKey(CardRow, on_delete=models.CASCADE, related_name="entries")
    at = models.DateTimeField()
    leaf = models.ForeignKey(LeafRow, null=True, on_delete=models.SET_NULL, related_name="entries", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["listing", "card"], name="entry_once")]
        indexes = [models.Index(fields=["listing", "leaf", "at", "card"], name="entry_order")]

    def __str__(self) -> str:
        return f"{self.listing}: {self.card}"
