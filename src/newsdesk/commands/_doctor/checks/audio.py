"""Whether the voices that the rules choose can work here, and how long the audio can still be signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from newsdesk.commands._doctor.finding import Finding, fail, ok, warn

NEEDS_NEWSROOM = True
SOON = timedelta(days=60)


def check() -> Iterator[Finding]:
    from newsdesk.audio.models import AudioRules, VoiceRule

    rules = AudioRules.current()
    if not rules.on:
        yield ok("articles are not read aloud: the rules for audio say so")
        return
    for name in sorted({rules.voice, *VoiceRule.objects.values_list("voice", flat=True)}):
        yield _voice(name)
    yield _certificate()


def _voice(name: str) -> Finding:
    from django.conf import settings

    from newsdesk.audio import voices

    try:
        problem = voices.named(name).problem(settings)
    except KeyError:
        return fail(f"the rules for audio choose the voice {name}, which is not there", "choose another on the desk")
    if problem:
        return fail(f"the rules for audio choose the voice {name}, which cannot work", problem)
    return ok(f"the voice {name} can read")


def _certificate() -> Finding:
    from cryptography import x509

    from newsdesk.audio import signers
    from newsdesk.audio.sound.failed import SoundFailed

    try:
        chain = x509.load_pem_x509_certificates(signers.current().certificate.encode())
    except (SoundFailed, ValueError):
        return fail("the certificate that signs audio cannot be read", "check NEWSDESK_C2PA_CERTIFICATE")
    ends = min(one.not_valid_after_utc for one in chain)
    remedy = "get a new one (NEWSDESK_C2PA_CERTIFICATE), or delete c2pa.pem in the data folder for one of our own"
    if ends < datetime.now(UTC):
        return fail(f"the certificate that signs audio ended on {ends:%Y-%m-%d}", remedy)
    if ends < datetime.now(UTC) + SOON:
        return warn(f"the certificate that signs audio ends on {ends:%Y-%m-%d}", remedy)
    return ok(f"audio is signed by a certificate that is good until {ends:%Y-%m-%d}")
