"""A certificate for a newsroom that has none: an authority of its own, and what it vouches for, which signs.

It proves that a file comes from where other files of this newsroom come from, and was not changed; who the newsroom is,
it cannot prove, and says so in its name. The profile is that of C2PA 2.2, section 14.5 (RFC 5280 underneath): the key
for signatures only, the extended use for e-mail, ten years. The authority's key is forgotten once it has been used.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

YEARS = 10
SELF_SIGNED = "self-signed"
_LONGEST_NAME = 64  # characters (RFC 5280, ub-organization-name)
_EARLIER = timedelta(days=1)  # clocks differ


def make(newsroom: str, now: datetime | None = None) -> tuple[str, str]:
    """A chain of two certificates in ``newsroom``'s name, and the key of the first, both PEM."""
    begin = (now or datetime.now(UTC)) - _EARLIER
    authority, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    issuer, subject = _name(newsroom, f"Newsdesk, {SELF_SIGNED}"), _name(newsroom, f"Newsdesk audio, {SELF_SIGNED}")
    root = _root(_begun(issuer, issuer, authority.public_key(), authority, begin)).sign(authority, SHA256())
    leaf = _leaf(_begun(subject, issuer, key.public_key(), authority, begin)).sign(authority, SHA256())
    chain = leaf.public_bytes(Encoding.PEM) + root.public_bytes(Encoding.PEM)
    return chain.decode(), key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def _name(newsroom: str, common: str) -> x509.Name:
    organization = x509.NameAttribute(NameOID.ORGANIZATION_NAME, newsroom[:_LONGEST_NAME])
    return x509.Name([organization, x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    authority: ec.EllipticCurvePrivateKey,
    begin: datetime,
) -> x509.CertificateBuilder:
    """What both certificates have in common."""
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(begin).not_valid_after(begin + timedelta(days=365.25 * YEARS))
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    issued = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.public_key())
    return builder.add_extension(issued, critical=False)


def _root(builder: x509.CertificateBuilder) -> x509.CertificateBuilder:
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    return builder.add_extension(_usage(certificates=True), critical=True)


def _leaf(builder: x509.CertificateBuilder) -> x509.CertificateBuilder:
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(_usage(certificates=False), critical=True)
    return builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=True)


def _usage(*, certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not certificates,
        key_cert_sign=certificates,
        crl_sign=certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
