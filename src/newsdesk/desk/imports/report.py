"""What an import did, and what it could not do and why."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Report:
    """Counts of articles and photographs by what became of them.

    ``skipped`` are files of which nothing was taken, ``held`` those that were taken but not published, or not whole;
    each with the reason and the remedy.
    """

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    published: int = 0
    scheduled: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)
    held: list[tuple[str, str]] = field(default_factory=list)

    def __str__(self) -> str:
        """Lines for a terminal: the counts, then each file with something to mend."""
        counts = {
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "published": self.published,
            "scheduled": self.scheduled,
            "not taken": len(self.skipped),
        }
        lines = [", ".join(f"{count} {what}" for what, count in counts.items() if count) or "nothing found"]
        lines += [f"not taken: {file}: {reason}" for file, reason in self.skipped]
        lines += [f"look at:   {file}: {reason}" for file, reason in self.held]
        return "\n".join(lines)
