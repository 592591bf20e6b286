"""Signs finished files by C2PA, so that anybody can see who made them and that nobody changed them since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import c2pa
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from newsdesk.audio.sound.failed import SoundFailed, gettext_noop
from newsdesk.audio.sound.manifest import manifest
from newsdesk.audio.sound.order import Signer, Tags

KINDS = {"mp3": "audio/mpeg", "mp4": "audio/mp4"}
GOOD = ("Valid", "Trusted")
"""What c2pa says of a file that nobody changed; trusted are certificates that it knows."""

_CURVES = {256: c2pa.C2paSigningAlg.ES256, 384: c2pa.C2paSigningAlg.ES384, 521: c2pa.C2paSigningAlg.ES512}

_KEY = gettext_noop("The audio cannot be signed: the newsroom's certificate or key is not one that C2PA takes.")
_CHECK = gettext_noop("Check NEWSDESK_C2PA_CERTIFICATE and NEWSDESK_C2PA_KEY.")
_TIME = gettext_noop("The audio cannot be signed: the authority that countersigns the time does not answer.")
_LATER = gettext_noop("It is tried again; check NEWSDESK_C2PA_TIMESTAMP_URL.")


def sign(file: Path, signed: Path, tags: Tags, signer: Signer) -> None:
    """Writes ``file`` signed, and reads it back. Raises ``SoundFailed``."""
    kind = KINDS[file.suffix[1:]]
    try:
        with (
            _signer(signer) as hand,
            c2pa.Builder(manifest(tags)) as builder,
            file.open("rb") as source,
            signed.open("w+b") as out,
        ):
            builder.sign(hand, kind, source, out)
        with signed.open("rb") as written, c2pa.Reader(kind, written) as reader:
            state = reader.get_validation_state()
    except c2pa.C2paError as error:
        if not signer.timestamp_url:
            raise SoundFailed(_KEY, _CHECK) from error
        sign(file, signed, tags, replace(signer, timestamp_url=""))  # raises where it is not the authority's fault
        raise SoundFailed(_TIME, _LATER, permanent=False) from error
    if state not in GOOD:
        raise SoundFailed(_KEY, _CHECK)


def _signer(signer: Signer) -> c2pa.Signer:
    certificate, key, url = signer.certificate, signer.key, signer.timestamp_url or None
    try:
        return c2pa.Signer.from_info(c2pa.C2paSignerInfo(_algorithm(key), certificate.encode(), key.encode(), url))
    except ValueError as error:
        raise SoundFailed(_KEY, _CHECK) from error


def _algorithm(key: str) -> c2pa.C2paSigningAlg:
    """The one algorithm that goes with a kind of key."""
    loaded = load_pem_private_key(key.encode(), password=None)
    if isinstance(loaded, ec.EllipticCurvePrivateKey):
        return _CURVES[loaded.key_size]
    return c2pa.C2paSigningAlg.ED25519 if isinstance(loaded, ed25519.Ed25519PrivateKey) else c2pa.C2paSigningAlg.PS256
