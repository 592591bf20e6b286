"""Varnish with xkey, configured as in ``press/serving/samples/varnish.vcl``; or whatever else heeds these headers.

https://github.com/varnish/varnish-modules/blob/master/src/vmod_xkey.vcc
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.net import Answer, Ask

AT_ONCE = 128
"""Words of 14 letters: 2 kB of a header, of which Varnish takes 8."""


def purge(url: str, token: str, words: Sequence[str], hard: bool) -> Ask:
    headers = {"Surrogate-Key": " ".join(words)}
    headers |= {} if hard else {"Soft-Purge": "1"}
    headers |= {"Authorization": f"Bearer {token}"} if token else {}
    return Ask("PURGE", url, headers)


def problem(answer: Answer) -> str:
    return "" if 200 <= answer.status < 300 else f"it answered {answer.status}"
