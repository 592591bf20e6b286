"""Text as every file of ours can hold it: what XML, HTML and a database's JSON do not take is left out; pure.

https://www.w3.org/TR/xml/#charsets, https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
and https://www.postgresql.org/docs/current/datatype-json.html
"""

from __future__ import annotations

import re
from typing import Any

UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of surrogate pairs, and two that are no characters."""
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def storable(words: str) -> str:
    """``words`` without what no text may hold."""
    return UNSTORABLE.sub("", words)


def printable(words: str) -> str:
    """``words`` without what XML 1.0 cannot carry: whatever else a record holds, feeds stay whole."""
    return _UNPRINTABLE.sub("", words)


def storable_json(value: Any) -> Any:
    """The same for all text inside a value that JSON can hold; names of fields are left as they are."""
    match value:
        case str():
            return storable(value)
        case list():
            return [storable_json(one) for one in value]
        case dict():
            return {name: storable_json(one) for name, one in value.items()}
    return value


def unstorable_in(value: Any) -> int:
    """How many characters ``storable_json`` would leave out."""
    match value:
        case str():
            return len(UNSTORABLE.findall(value))
        case list():
            return sum(map(unstorable_in, value))
        case dict():
            return sum(map(unstorable_in, value.values()))
    return 0
