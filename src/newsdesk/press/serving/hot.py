"""The sheets most asked for, with their answers ready: bounded in bytes, the least recently used go first."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from . import rules
from .heads import head
from .rules import Headers
from .stock import Copy, Found, Stock

CHECK_EVERY = 0.2
_OVERHEAD = 4096


@dataclass(frozen=True, slots=True)
class Answer:
    """All there is to say about one copy; ``not_modified`` are the headers of a 304, the heads are ready to be sent."""

    copy: Copy
    status: int
    headers: Headers
    not_modified: Headers
    head: bytes
    not_modified_head: bytes


class Shown:
    """A found sheet with its answers by coding, and when it was last known to be fresh (monotonic seconds)."""

    __slots__ = ("answers", "checked", "found", "weight")

    def __init__(self, found: Found, answers: dict[str, Answer], checked: float) -> None:
        self.found = found
        self.answers = answers
        self.checked = checked
        self.weight = _OVERHEAD + sum(len(answer.copy.body or b"") for answer in answers.values())

    def best(self, codings: tuple[str, ...]) -> Answer:
        """The first answer that a client takes; there is always an identity."""
        for coding in codings:
            if coding in self.answers:
                return self.answers[coding]
        return self.answers["identity"]


class Hot:
    """At most ``limit`` bytes of shown sheets by path."""

    def __init__(self, stock: Stock, limit: int) -> None:
        self._stock = stock
        self._limit = limit
        self._shown: OrderedDict[str, Shown] = OrderedDict()
        self.weight = 0

    def get(self, path: str, now: float) -> Shown | None:
        """The sheet, looked at again on the shelf if that was not done for 200 ms; None where it must be read."""
        shown = self._shown.get(path)
        if shown is None:
            return None
        if now - shown.checked > CHECK_EVERY:
            if not self._stock.fresh(shown.found):
                self.drop(path)
                return None
            shown.checked = now
        self._shown.move_to_end(path)
        return shown

    def put(self, path: str, shown: Shown) -> None:
        """Keep it, and let go of what was not asked for the longest."""
        self.drop(path)
        self._shown[path] = shown
        self.weight += shown.weight
        while self.weight > self._limit and self._shown:
            self.weight -= self._shown.popitem(last=False)[1].weight

    def drop(self, path: str) -> None:
        """Forget it."""
        gone = self._shown.pop(path, None)
        if gone is not None:
            self.weight -= gone.weight


def answers(path: str, found: Found, status: int, recipe: str, secure: bool) -> dict[str, Answer]:
    """An answer for each copy. A sheet whose body its notice does not vouch for is shown by its status alone."""
    copies = found.copies if "identity" in found.copies else {"identity": _withheld(found)}
    kept = [*rules.keeping(path, status, recipe), *([("Vary", "accept-encoding")] if len(copies) > 1 else [])]
    said = [("Content-Type", found.content_type), *rules.safety(found.content_type, secure), *kept]
    if found.location:
        said.append(("Location", rules.ascii_url(found.location)))
    return {coding: _answer(copy, status, said, kept) for coding, copy in copies.items()}


def _answer(copy: Copy, status: int, said: Headers, kept: Headers) -> Answer:
    etag = ("ETag", copy.etag)
    own = [("Content-Length", str(copy.size))]
    if copy.coding != "identity":
        own.append(("Content-Encoding", copy.coding))
    if status == 200:
        own.append(etag)
    if status == 200 and copy.coding == "identity":
        own.append(("Accept-Ranges", "bytes"))
    whole, known = [*said, *own], [etag, *kept]
    return Answer(copy, status, whole, known, head(status, whole), head(304, known))


def _withheld(found: Found) -> Copy:
    return Copy("identity", 0, '""', found.stamps[0] or (0, 0, 0, 0), b"")
