"""Cloudflare, by tags; the address is ``https://api.cloudflare.com/client/v4/zones/<zone id>``. It purges hard only.

https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-tags/
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from newsdesk.net import Answer, Ask

AT_ONCE = 30


def purge(url: str, token: str, words: Sequence[str], hard: bool) -> Ask:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    return Ask("POST", f"{url.rstrip('/')}/purge_cache", headers, json.dumps({"tags": list(words)}).encode())


def problem(answer: Answer) -> str:
    """It can answer 200 and say in words that nothing was done."""
    try:
        done = answer.status == 200 and json.loads(answer.body).get("success") is True
    except (ValueError, AttributeError):
        done = False
    return "" if done else f"Cloudflare answered {answer.status}, and that it did not purge"
