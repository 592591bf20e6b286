"""A mail address as a reader types it (RFC 5321, RFC 6531, RFC 5891): what is wrong with it, or how to write to it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import idna
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LONGEST = 254
LONGEST_LOCAL = 64

ROLES = frozenset(
    [
        "abuse",
        "admin",
        "administrator",
        "bounce",
        "bounces",
        "contact",
        "daemon",
        "do-not-reply",
        "donotreply",
        "help",
        "hostmaster",
        "info",
        "listmaster",
        "mailer-daemon",
        "no-reply",
        "noc",
        "noreply",
        "office",
        "postmaster",
        "root",
        "sales",
        "security",
        "spam",
        "support",
        "usenet",
        "webmaster",
        "www",
    ]
)
_ATOM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\x80-\U0010ffff-]+")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"}


class Unusable(ValueError):
    """No address mail can go to; ``why`` says so in a reader's words, and the address is in neither."""

    def __init__(self, why: str | Promise) -> None:
        super().__init__("no usable address")
        self.why = why


@dataclass(frozen=True, slots=True)
class Address:
    """``domain`` is in its ASCII form, as servers are asked for it."""

    local: str
    domain: str

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    @property
    def canonical(self) -> str:
        """By which the address is looked up; two that differ in case only are one reader's."""
        return unicodedata.normalize("NFC", str(self).lower())

    @property
    def needs_utf8(self) -> bool:
        """Whether only servers that speak SMTPUTF8 can take mail for it."""
        return not self.local.isascii()

    @property
    def role(self) -> bool:
        """Whether it is an office's and no person's."""
        return self.local.lower().partition("+")[0] in ROLES


def parse(typed: str) -> Address:
    """The address in what somebody typed, with blanks around it or ``mailto:`` before it; raises ``Unusable``."""
    words = unicodedata.normalize("NFC", typed).strip()
    words = words[len("mailto:") :] if words.lower().startswith("mailto:") else words
    _look(words)
    local, _at, domain = words.partition("@")
    address = Address(_local(local), _domain(domain))
    if len(str(address).encode()) > LONGEST:
        raise Unusable(_("This address is too long: mail servers take at most 254 characters."))
    return address


def canonical(typed: str) -> str:
    """As ``Address.canonical``; raises ``Unusable``."""
    return parse(typed).canonical


def _look(words: str) -> None:
    if not words:
        raise Unusable(_("Please write your mail address."))
    if len(words) > LONGEST:
        raise Unusable(_("This address is too long: mail servers take at most 254 characters."))
    if any(unicodedata.category(c) in _UNSEEN for c in words):
        raise Unusable(_("A mail address has no spaces and no invisible characters in it."))
    if "@" not in words:
        raise Unusable(_("There is no @ in this address."))
    if words.count("@") > 1:
        raise Unusable(_("There is more than one @ in this address; please write one address."))


def _local(local: str) -> str:
    if not local:
        raise Unusable(_("There is nothing before the @."))
    if len(local.encode()) > LONGEST_LOCAL:
        raise Unusable(_("What stands before the @ is too long: mail servers take at most 64 characters."))
    if not all(_ATOM.fullmatch(atom) for atom in local.split(".")):
        raise Unusable(_("What stands before the @ has a character or a full stop that no mail server takes."))
    return local


def _domain(domain: str) -> str:
    """The IDNA 2008 form; raises ``Unusable``."""
    try:
        ascii_form = idna.encode(domain.rstrip("."), uts46=True).decode().lower()
    except (idna.IDNAError, UnicodeError):
        ascii_form = ""
    labels = ascii_form.split(".")
    if len(labels) < 2 or labels[-1].isdigit() or not all(_LABEL.fullmatch(label) for label in labels):
        raise Unusable(_("What stands after the @ is no name of a mail server, such as example.org."))
    return ascii_form
