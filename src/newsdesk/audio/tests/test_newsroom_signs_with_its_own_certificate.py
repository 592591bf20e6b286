"""Without a certificate given, one is made once, kept for us alone, and says that nobody vouches for it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from newsdesk.audio import signers
from newsdesk.audio.sound import certificate
from newsdesk.audio.sound.failed import SoundFailed


def test_made_once_and_for_us_alone(tmp_path: Path) -> None:
    first = signers.provide(tmp_path, "The Newsroom")
    assert signers.provide(tmp_path, "Another name") == first
    (file,) = tmp_path.iterdir()
    assert file.name == signers.FILE
    assert file.stat().st_mode & 0o777 == 0o600


def test_two_that_make_it_at_once_sign_with_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = certificate.make

    def overtaken(newsroom: str) -> tuple[str, str]:
        monkeypatch.setattr(certificate, "make", make)
        signers.provide(tmp_path, "The other")
        return make(newsroom)

    monkeypatch.setattr(certificate, "make", overtaken)
    assert "The other" in _leaf(signers.provide(tmp_path, "The Newsroom").certificate).subject.rfc4514_string()


def test_missing_one_is_made_when_it_is_needed(settings: Any, tmp_path: Path) -> None:
    settings.NEWSDESK_DATA, settings.NEWSDESK_SITE_NAME = tmp_path, "Газета"
    settings.NEWSDESK_C2PA_CERTIFICATE = settings.NEWSDESK_C2PA_KEY = ""
    settings.NEWSDESK_C2PA_TIMESTAMP_URL = "https://time.example/"
    signer = signers.current()
    assert signer.timestamp_url == "https://time.example/"
    name = _leaf(signer.certificate).subject
    assert name.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value == "Газета"
    assert certificate.SELF_SIGNED in name.rfc4514_string()


def test_newsrooms_own_goes_before_ours(settings: Any, tmp_path: Path) -> None:
    chain, key = certificate.make("Its own")
    (tmp_path / "chain.pem").write_text(chain)
    settings.NEWSDESK_DATA = tmp_path / "data"
    settings.NEWSDESK_C2PA_CERTIFICATE, settings.NEWSDESK_C2PA_KEY = str(tmp_path / "chain.pem"), key
    assert (signers.current().certificate, signers.current().key) == (chain, key)
    settings.NEWSDESK_C2PA_CERTIFICATE = str(tmp_path / "gone.pem")
    with pytest.raises(SoundFailed, match="NEWSDESK_C2PA_CERTIFICATE"):
        signers.current()


def test_certificate_is_as_c2pa_wants_it() -> None:
    now = datetime(2026, 11, 25, tzinfo=UTC)
    chain, key = certificate.make("x" * 100, now)
    leaf, root = x509.load_pem_x509_certificates(chain.encode())
    leaf.verify_directly_issued_by(root)
    root.verify_directly_issued_by(root)
    loaded = load_pem_private_key(key.encode(), None)
    assert isinstance(loaded, ec.EllipticCurvePrivateKey)
    assert loaded.public_key() == leaf.public_key()
    usage = leaf.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert (usage.value.digital_signature, usage.value.key_cert_sign) == (True, False)
    extended = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(extended) == [ExtendedKeyUsageOID.EMAIL_PROTECTION]
    assert root.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert leaf.not_valid_before_utc < now
    assert leaf.not_valid_after_utc.year == 2036


def _leaf(chain: str) -> x509.Certificate:
    return x509.load_pem_x509_certificates(chain.encode())[0]
