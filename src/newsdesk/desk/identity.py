"""What the desk and the archive both have a name for: a UUID, and the only thing that crosses between them."""

import uuid

from django.db import models


class Identified(models.Model):
    """``uuid`` never changes and is never copied."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

    @property
    def archive_id(self) -> str:
        """The id under which the archive knows it."""
        return str(self.uuid)


class Printed(Identified):
    """What an edition shows beside its text: ``printed`` is set at the first filing, for good, and forbids deletion."""

    printed = models.BooleanField(default=False, editable=False)

    class Meta:
        abstract = True
