"""Fastly; the address is ``https://api.fastly.com/service/<service id>``.

https://www.fastly.com/documentation/reference/api/purging/
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.net import Answer, Ask

AT_ONCE = 256


def purge(url: str, token: str, words: Sequence[str], hard: bool) -> Ask:
    headers = {"Fastly-Key": token, "Surrogate-Key": " ".join(words), "Accept": "application/json"}
    return Ask("POST", f"{url.rstrip('/')}/purge", headers | ({} if hard else {"Fastly-Soft-Purge": "1"}))


def problem(answer: Answer) -> str:
    return "" if answer.status == 200 else f"Fastly answered {answer.status}"
