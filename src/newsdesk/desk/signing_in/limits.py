"""Which counts hold for somebody who tries a password or a code, and what becomes of them when it was right."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from django.http import HttpRequest

from newsdesk.desk.signing_in import attempts, device, marks
from newsdesk.desk.signing_in.attempts import Paused
from newsdesk.desk.signing_in.pauses import ACCOUNT, CODE, DEVICE, MAIL, NETWORK, PAIR, Rule

logger = logging.getLogger(__name__)


def try_password(request: HttpRequest, name: str) -> None:
    """Before a password is looked at, for any name, there or not; raises ``Paused``."""
    _try("password", _for_password(request, name))


def try_code(name: str) -> None:
    """Before a code is looked at; raises ``Paused``."""
    _try("code", {marks.of_account(name, "code"): CODE})


def try_mail(request: HttpRequest, address: str) -> None:
    """Before a new password is sent for, to an address of ours or not; raises ``Paused``."""
    _try("mail", {marks.of_account(address.lower(), "mail"): MAIL, marks.of_network(request, "mail"): NETWORK})


def wrong_codes(name: str) -> int:
    """How many there were in a day, besides the one that is being looked at."""
    return max(0, attempts.failures(marks.of_account(name, "code")) - 1)


def was_right(request: HttpRequest, name: str) -> None:
    """Password and code were right: this device and this network are known, and owe nothing."""
    if nonce := device.nonce(request, name):
        attempts.clear(marks.of_device(nonce))
    attempts.forget(marks.of_pair(name, request))
    attempts.give_back(marks.of_account(name), marks.of_account(name, "code"), marks.of_network(request))


def pardon(name: str) -> None:
    """A chief or the terminal has helped: the account itself owes nothing."""
    attempts.clear(marks.of_account(name), marks.of_account(name, "code"))


def _for_password(request: HttpRequest, name: str) -> Mapping[str, Rule]:
    if nonce := device.nonce(request, name):
        return {marks.of_device(nonce): DEVICE}
    pair = marks.of_pair(name, request)
    rules = {pair: PAIR, marks.of_network(request): NETWORK}
    return rules if attempts.is_known(pair) else rules | {marks.of_account(name): ACCOUNT}


def _try(what: str, rules: Mapping[str, Rule]) -> None:
    try:
        attempts.count(rules)
    except Paused as paused:
        logger.info("attempts to sign in are slowed down", extra={"what": what, "seconds": paused.seconds})
        raise
