"""How often one network, and one address, may ask within an hour; held in the desk's memory, by mark only."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field

from newsdesk.newsletter.asking import network
from newsdesk.press.serving.networks import network_of

NETWORK_AN_HOUR = 100
ADDRESS_AN_HOUR = 5
WAITING = 20_000
"""Asks that may wait for the worker before nobody can ask any more."""
COME_BACK_AFTER = 60
"""Seconds after which somebody who was refused may ask whether there is room again."""
_HOUR = 3600.0
_MARKS = 100_000


@dataclass(slots=True)
class Knocks:
    """Counts within the hour at hand; forgets all of it when the hour is over, or when it knows too many."""

    counts: Counter[str] = field(default_factory=Counter)
    hour: float = 0.0

    def again(self, mark: str) -> int:
        """One knock more; how many there were with it."""
        hour = time.monotonic() // _HOUR
        if hour != self.hour or len(self.counts) >= _MARKS:
            self.counts.clear()
            self.hour = hour
        self.counts[mark] += 1
        return self.counts[mark]


knocks = Knocks()


def too_many_from(client: str) -> bool:
    """Whether the network of ``client`` asked too often; counts this time."""
    return knocks.again(network.mark(network_of(client), network.today())) > NETWORK_AN_HOUR


def too_many_for(canonical: str) -> bool:
    """Whether this address was asked for too often; counts this time."""
    return knocks.again(network.mark(canonical, network.today())) > ADDRESS_AN_HOUR
