"""``newsdesk letters doctor``: whether a domain may send letters, with the record to add."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsdesk.settings_env.refused import Refused

if TYPE_CHECKING:
    from newsdesk.newsletter.doctor.finding import Finding
    from newsdesk.newsletter.doctor.records import Records
    from newsdesk.newsletter.doctor.round import Sending

MARKS = {"good": "ok  ", "doubt": "?   ", "bad": "!!  "}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("domain", help="the domain letters are from: what stands after the @")
    parser.add_argument("--records", metavar="FILE", help="ask no name server; lines of: name kind value")
    parser.add_argument("--selector", help="the name of the signing key (default: NEWSDESK_DKIM_SELECTOR)")
    senders: dict[str, Any] = {"dest": "senders", "action": "append", "default": [], "metavar": "ADDRESS"}
    parser.add_argument("--from", help="an IP address letters leave from", **senders)


def run(options: argparse.Namespace) -> int:
    """Status 1 where something is bad."""
    from newsdesk.commands._newsroom.ready import set_up

    set_up()
    from django.conf import settings

    from newsdesk.newsletter.doctor import tls
    from newsdesk.newsletter.doctor.round import look

    findings = list(look(_sending(options), _records(options.records)))
    if not options.records and settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        findings.append(tls.check(settings.EMAIL_HOST, settings.EMAIL_PORT, ssl=settings.EMAIL_USE_SSL))
    return _print(findings)


def _sending(options: argparse.Namespace) -> Sending:
    """As letters from that domain would be sent."""
    from django.conf import settings

    from newsdesk.newsletter import signing
    from newsdesk.newsletter.doctor.round import Sending

    base = settings.NEWSDESK_RETURN_PATH.rpartition("@")[2]
    signed_for = signing.signed_for(options.domain)
    selector = options.selector or settings.NEWSDESK_DKIM_SELECTOR
    keys, senders = signing.keys(signed_for, selector), tuple(options.senders)
    return Sending(options.domain, base or options.domain, signed_for, selector, keys, senders)


def _records(file: str | None) -> Records:
    from newsdesk.newsletter.doctor.records import Dns, Given

    if file is None:
        return Dns()
    try:
        return Given(Path(file).read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise Refused(f"{file}: {error}") from None


def _print(findings: Iterable[Finding]) -> int:
    status = 0
    for finding in findings:
        print(f"{MARKS[finding.state]}{finding.about}: {finding.said}")
        for line in filter(None, (finding.remedy, finding.record)):
            print(f"     {line}")
        status = 1 if finding.state == "bad" else status
    return status
