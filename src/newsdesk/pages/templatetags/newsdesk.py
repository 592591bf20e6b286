"""What a theme's templates can say beyond Django's own tags: pictures, and parts drawn once for a whole run."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache

from django.template import Context, Engine, Library
from django.template.base import Template

from newsdesk.pages import web
from newsdesk.pages.contexts import Html, Image
from newsdesk.pages.images import markup
from newsdesk.press.frame import Frame

register = Library()

CYRILLIC = frozenset({"be", "bg", "mk", "ru", "sr", "uk"})


@register.simple_tag
def picture(image: Image, use: str, first: bool = False, alt: bool = True) -> Html:
    """``{% picture teaser.image "third" %}``: the element for an image, alone, in the room called ``use``."""
    return markup(image, use, first=first, alt=alt)


@register.simple_tag
def figure(image: Image, use: str, cls: str = "", first: bool = False) -> Html:
    """The image with its caption and credit."""
    return Html(web.figure(image, use, first=first, cls=cls))


@register.simple_tag(takes_context=True)
def framed(context: Context, name: str, current: str = "") -> Html:
    """A part that depends on nothing but the frame and the path of the current section: drawn once, then remembered."""
    return _drawn(name, "current", current, _Once.of(context))


@register.simple_tag(takes_context=True)
def once(context: Context, name: str, item: Hashable) -> Html:
    """A part that depends on nothing but the frame and ``item``, a frozen value: drawn once for it, then remembered."""
    return _drawn(name, "item", item, _Once.of(context))


@register.filter
def script(language: str) -> str:
    """The script a language is written in, as the theme's fonts are named: ``latin`` or ``cyrillic``."""
    return "cyrillic" if language.partition("-")[0] in CYRILLIC else "latin"


@register.filter
def at(assets: Mapping[str, str], name: str) -> str:
    """``{{ frame.assets|at:"css/site.css" }}``: where a file of the theme is served; else ``KeyError``."""
    return assets[name]


class _Once:
    """A frame and the engine that draws for it, equal where the frame's fingerprint is.

    A frame has no hash, for it holds a mapping; its fingerprint is taken once, not for every sheet.
    """

    _last: tuple[Frame, str] | None = None

    def __init__(self, frame: Frame, engine: Engine) -> None:
        if _Once._last is None or _Once._last[0] is not frame:
            _Once._last = frame, frame.fingerprint
        self.frame, self.engine = frame, engine
        self.key = (_Once._last[1], id(engine))

    @classmethod
    def of(cls, context: Context) -> _Once:
        template: Template = context.template  # type: ignore[assignment]
        return cls(context["frame"], template.engine)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Once) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(maxsize=4096)
def _drawn(name: str, called: str, value: Hashable, once: _Once) -> Html:
    template = once.engine.get_template(name)
    return Html(template.render(Context({"frame": once.frame, called: value})))
