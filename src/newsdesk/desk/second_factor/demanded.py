"""Of which roles a second factor is demanded: a chief says so, on the desk."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db import models


class FactorDemand(models.Model):
    """Whoever is in this group sets a second factor up before anything else."""

    group = models.OneToOneField(Group, on_delete=models.CASCADE, primary_key=True, related_name="+")

    def __str__(self) -> str:
        return str(self.group)


def is_demanded_of(user: Any) -> bool:
    return FactorDemand.objects.filter(group__user=user).exists()


def demand(groups: Any) -> None:
    """Demands a second factor of these groups and no others."""
    FactorDemand.objects.exclude(group__in=groups).delete()
    for group in groups:
        FactorDemand.objects.get_or_create(group=group)
