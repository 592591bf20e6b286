"""Nouns to JSON and back; defaults are left out, blocks carry their kind.

Written by cattrs (https://catt.rs), so that a noun gets a field by being given one.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, TypeVar, cast

from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

from newsdesk.article.body import Block

T = TypeVar("T")

_converter = make_converter(omit_if_default=True)
configure_tagged_union(Block, _converter, tag_generator=lambda block: str(block.__dict__["kind"]), tag_name="kind")


def encode(noun: Any, shape: Any = None) -> Any:
    """The noun as plain JSON values; ``shape`` for what is no class of its own, such as a ``Body``."""
    return _converter.unstructure(noun, unstructure_as=shape)


def decode(data: Any, noun: type[T]) -> T:
    """The noun again; raises ``cattrs.BaseValidationError`` where the data are not of its shape."""
    return _converter.structure(data, noun)


def read(text: str, noun: type[T]) -> T:
    """The noun out of JSON text; remembered, for a full bake reads the same card in half a dozen leaves."""
    return cast(T, _read(text, cast(Any, noun)))


@lru_cache(maxsize=4096)
def _read(text: str, noun: Any) -> Any:
    return decode(json.loads(text), noun)
