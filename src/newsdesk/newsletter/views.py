"""What readers reach of the desk: asking for letters, confirming, choosing, leaving.

No cookie is set and none is read, so there is nothing a request forged elsewhere could use: these doors are exempt
from the check for that. Each changes something on POST only (RFC 9110 section 9.2.1, RFC 8058).
"""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from newsdesk.article.text import storable
from newsdesk.newsletter.addresses import Unusable
from newsdesk.newsletter.asking import choosing, confirming, drawing, limits, signing_up, still_wanted, tokens
from newsdesk.newsletter.asking.leaving import leave as leave_letter
from newsdesk.newsletter.links import NotOurs, Signed, unsign
from newsdesk.newsletter.models import Letter, Subscriber, Subscription, Token
from newsdesk.newsletter.posting.acts import arrived

HONEYPOT = "website"

_open: Callable[..., Callable[..., HttpResponse]] = lambda view: csrf_exempt(  # noqa: E731
    require_http_methods(["GET", "HEAD", "POST"])(view)
)


@_open
def sign_up(request: HttpRequest) -> HttpResponse:
    """The form on its own; and what every form of the site is sent to."""
    if request.method != "POST":
        return _form("form")
    if request.POST.get(HONEYPOT):
        return drawing.answer("asked")
    try:
        address = signing_up.usable(request.POST.get("address", ""))
    except Unusable as bad:
        return _form("wrong", status=400, why=str(bad.why))
    letters = signing_up.letters_named(request.POST.getlist("letter")[:50])
    if not letters:
        return _form("none", status=400)
    try:
        signing_up.ask(address, letters, client_of(request), storable(request.POST.get("form", "")))
    except signing_up.TooMany:
        return _later("many")
    except signing_up.Full:
        return _later("full")
    return drawing.answer("asked")


@_open
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Looking confirms nothing: mail scanners look at every link. The button does."""
    found = tokens.find(token)
    if found is None:
        return drawing.answer("late", status=404)
    if request.method == "POST":
        return drawing.answer(confirming.confirm(found).value)
    return drawing.answer("confirm", action=request.path, letters=_letters_of(found), agreed=found.consent.words)


@_open
def not_me(request: HttpRequest, token: str) -> HttpResponse:
    """For whoever was signed up by somebody else."""
    found = tokens.find(token)
    if found is None:
        return drawing.answer("past", status=404)
    if request.method == "POST":
        return drawing.answer(confirming.not_me(found).value)
    step = "not this" if confirming.is_reader(found) else "not me"
    return drawing.answer(step, action=request.path)


@_open
def leave(request: HttpRequest, signed: str) -> HttpResponse:
    """The page with its button, and the one click of a mail program; what a POST carries makes no difference."""
    try:
        link = _opened(signed)
    except NotOurs:
        return drawing.answer("unknown", status=404)
    if request.method == "POST":
        leave_letter(link, "link")
        return drawing.answer("left")
    letters = tuple((letter, True) for letter in Letter.objects.filter(pk=link.letter))
    return drawing.answer("leave", action=request.path, letters=letters)


@_open
def keep(request: HttpRequest, signed: str) -> HttpResponse:
    """For whoever was asked whether they still want a letter; again it is the button that counts."""
    try:
        link = _opened(signed)
    except NotOurs:
        return drawing.answer("unknown", status=404)
    if request.method == "POST":
        return drawing.answer("kept" if still_wanted.keep(link) else "ended")
    confirmed = Subscription.objects.filter(subscriber__key=link.subscriber, state=Subscription.State.CONFIRMED)
    letters = tuple((one.letter, True) for one in confirmed.filter(letter=link.letter).select_related("letter"))
    return drawing.answer("keep", action=request.path, letters=letters) if letters else drawing.answer("ended")


@_open
def preferences(request: HttpRequest, signed: str) -> HttpResponse:
    """Which letters a reader gets, to be changed at once."""
    try:
        link = _opened(signed)
    except NotOurs:
        return drawing.answer("unknown", status=404)
    subscriber = Subscriber.objects.filter(key=link.subscriber).first()
    if subscriber is None:
        return drawing.answer("left")
    step = "choose"
    if request.method == "POST":
        shown, wanted = request.POST.getlist("shown"), request.POST.getlist("letter")
        step = "chosen" if choosing.choose(subscriber, shown, wanted, link) else "barred"
    letters = tuple(choosing.offered(subscriber))
    return drawing.answer(step, action=request.path, letters=letters, agreed=signing_up.words())


def client_of(request: HttpRequest) -> str:
    """The address of whoever asks, which the reader process passes on: it alone reaches us, from this machine."""
    peer = str(request.META.get("REMOTE_ADDR", ""))
    try:
        local = ip_address(peer).is_loopback
    except ValueError:
        local = not peer
    told = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    return told if local and told else peer


def _opened(signed: str) -> Signed:
    """What a link says; whoever has it, has the letter that it came by. Raises ``NotOurs``."""
    link = unsign(signed)
    if link.delivery:
        arrived(link.delivery)
    return link


def _later(step: str) -> HttpResponse:
    """Until then the reader process says the same without asking us."""
    response = drawing.answer(step, status=429)
    response["Retry-After"] = str(limits.COME_BACK_AFTER)
    return response


def _form(step: str, status: int = 200, **more: str) -> HttpResponse:
    letters = tuple((letter, False) for letter in signing_up.letters_named(()))
    return drawing.answer(step, status, letters=letters, agreed=signing_up.words(), **more)


def _letters_of(token: Token) -> tuple[tuple[Letter, bool], ...]:
    return tuple((letter, True) for letter in Letter.objects.filter(pk__in=token.consent.letters).order_by("name"))
