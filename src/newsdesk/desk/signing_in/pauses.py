"""How long to wait after so many failures; pure.

Guesses are counted for each account and network together, for each network, and for each account wherever they come
from; from a device that has signed in to the account before, for that device alone, so that nobody can shut an editor
out of their own (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

FORGOTTEN = timedelta(hours=24)
"""After so long without a failure, all is as if there had been none."""
LONGEST = 3600


@dataclass(frozen=True, slots=True)
class Rule:
    """``free`` failures cost nothing, the next one ``first`` seconds, each further one twice as much."""

    free: int
    first: int

    def pause(self, failures: int) -> int:
        """Seconds, an hour at most."""
        over = failures - self.free
        return min(LONGEST, self.first * 2 ** min(over - 1, 12)) if over > 0 else 0


PAIR = Rule(free=5, first=10)
NETWORK = Rule(free=30, first=10)
ACCOUNT = Rule(free=20, first=30)
"""Slower, because a stranger can bring it about; it does not hold for known devices and networks."""
DEVICE = Rule(free=5, first=10)
MAIL = Rule(free=3, first=60)
"""Asking for a new password by mail: each time counts, for the address and for the network, whoever has an account."""
CODE = Rule(free=10, first=30)
"""Of a million codes three are right at a time: at this pace a guesser needs years. It holds on every device: whoever
gets as far as a code has the password, and the cure for that is another one.
"""


@dataclass(frozen=True, slots=True)
class Count:
    """Failures so far, and when the last one was."""

    failures: int
    last: datetime

    def at(self, now: datetime) -> Count:
        """As it counts now; where the clock was set back, the last failure was just now and not in the future."""
        if now - self.last >= FORGOTTEN:
            return Count(0, now)
        return Count(self.failures, min(self.last, now))

    def wait(self, rule: Rule, now: datetime) -> int:
        """Seconds that are left of the pause."""
        left = rule.pause(self.failures) - (now - self.last).total_seconds()
        return max(0, ceil(left))
