"""Pictures as pages show them: what exists of them, in the room they get, with words for those who do not see them.

https://html.spec.whatwg.org/multipage/images.html#responsive-images
"""

from __future__ import annotations

from html import escape

from newsdesk.archive.reader import Archive
from newsdesk.article.body import PictureUse
from newsdesk.article.picture import Picture, file_path, social_path
from newsdesk.pages.contexts import Html, Image, ImageSource, SocialImage
from newsdesk.press.frame import Frame

MEDIA = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
SOCIAL_SIZE = (1200, 630)

SIZES = {
    "lead": "(min-width: 80em) 44rem, (min-width: 60em) 58vw, calc(100vw - 3rem)",
    "front": "(min-width: 80em) 34rem, (min-width: 60em) 44vw, calc(100vw - 3rem)",
    "third": "(min-width: 60em) 18rem, (min-width: 40em) 30vw, 8rem",
    "half": "(min-width: 60em) 28rem, (min-width: 40em) 50vw, calc(100vw - 3rem)",
    "small": "8rem",
    "portrait": "4rem",
}
"""The room a use of an image gets, for the browser's choice of a file before it knows the layout."""


def image(archive: Archive, use: PictureUse | None) -> Image | None:
    """A picture with the words this use gives it; None where there is none (any more)."""
    found = archive.picture(use.picture) if use else None
    if found is None or use is None:
        return None
    return of_picture(found, alt=use.alt, caption=use.caption)


def portrait(archive: Archive, id: str) -> Image | None:
    """A portrait stands beside the name it shows, so that it says nothing to those who hear the page."""
    found = archive.picture(id) if id else None
    return of_picture(found, alt="") if found and found.widths else None


def of_picture(picture: Picture, *, alt: str | None, caption: str = "") -> Image:
    sources = tuple(
        ImageSource(MEDIA[format], _srcset(picture, format)) for format in picture.formats if picture.widths
    )
    biggest = file_path(picture.digest, max(picture.widths), picture.formats[-1]) if sources else ""
    x, y = (round(part * 4) * 25 for part in picture.focal_point)
    return Image(
        alt=picture.alt if alt is None else alt or picture.alt,
        width=picture.width,
        height=picture.height,
        src=biggest,
        sources=sources,
        focus=f"x{x} y{y}",
        caption=caption or picture.caption,
        credit=picture.credit,
    )


def social(archive: Archive, use: PictureUse | None, frame: Frame) -> SocialImage | None:
    """The crop other sites show; None until it exists."""
    found = archive.picture(use.picture) if use else None
    if found is None or not found.widths:
        return None
    return SocialImage(frame.url(social_path(found.digest)), *SOCIAL_SIZE, alt=(use and use.alt) or found.alt)


FIRST = 'fetchpriority="high"'
LATER = 'loading="lazy" decoding="async"'
"""A portrait in the byline is seen at once too, and is still not what anybody came for."""


def markup(shown: Image, use: str, *, first: bool = False, alt: bool = True) -> Html:
    """The element for an image in the room called ``use``; ``first`` for what readers see before they scroll.

    Where no file exists yet, a quiet box holds its place in the same proportions.
    """
    words = escape(shown.alt) if alt else ""
    if not shown.sources:
        return _waiting(shown, words)
    *others, last = shown.sources
    sizes = SIZES[use]
    sources = "".join(f'<source type="{one.type}" srcset="{one.srcset}" sizes="{sizes}">' for one in others)
    loading = FIRST if first else LATER + (' fetchpriority="low"' if use == "portrait" else "")
    return Html(
        f'<picture>{sources}<img class="{shown.focus}" src="{shown.src}" srcset="{last.srcset}" sizes="{sizes}" '
        f'width="{shown.width}" height="{shown.height}" alt="{words}" {loading}></picture>'
    )


def _waiting(shown: Image, words: str) -> Html:
    told = f'role="img" aria-label="{words}"' if words else 'aria-hidden="true"'
    return Html(f'<svg class="waiting" viewBox="0 0 {shown.width} {shown.height}" {told}></svg>')


def _srcset(picture: Picture, format: str) -> str:
    return ", ".join(f"{file_path(picture.digest, width, format)} {width}w" for width in picture.widths)
