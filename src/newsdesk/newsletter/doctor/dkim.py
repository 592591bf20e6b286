"""Whether the key that letters are signed with can be found (RFC 6376)."""

from __future__ import annotations

from base64 import b64decode, b64encode

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
    load_pem_private_key,
)

from newsdesk.newsletter.doctor.finding import Finding
from newsdesk.newsletter.doctor.records import Records, tags

ABOUT = "DKIM"
SHORTEST, LONG_ENOUGH = 1024, 2048


def check(domain: str, selector: str, records: Records, key: str = "") -> list[Finding]:
    """``key`` is our private key as PEM, empty where the mail server or service signs."""
    name = f"{selector}._domainkey.{domain}"
    found = [text for text in records.of(name, "TXT") if "p=" in text]
    record = f'{name}. TXT "v=DKIM1; k=rsa; p={public(key)}"' if key else ""
    if not found:
        words = f"There is no key at {name}: letters are unsigned for those who get them."
        remedy = "Add:" if record else "Give the selector with --selector, or add the record your mail service names."
        return [Finding("bad", ABOUT, words, remedy, record)]
    if len(found) > 1:
        return [Finding("bad", ABOUT, f"There are {len(found)} keys at {name}.", "Leave one of them.")]
    return [_judged(name, tags(found[0]), key, record)]


def _judged(name: str, said: dict[str, str], key: str, record: str) -> Finding:
    held = said.get("p", "").replace(" ", "")
    if not held:
        return Finding("bad", ABOUT, f"The key at {name} is withdrawn (p= is empty).", "Add a new one.", record)
    if key and held != public(key):
        return Finding("bad", ABOUT, f"The key at {name} is not the one letters are signed with.", "Replace:", record)
    if said.get("k", "rsa") != "rsa":
        words = f"The key at {name} is {said['k']}; some servers know RSA only."
        return Finding("doubt", ABOUT, words, "Sign with an RSA key as well, under another selector.")
    return _measured(name, held)


def _measured(name: str, held: str) -> Finding:
    bits = _bits(held)
    if bits < SHORTEST:
        what = f"has {bits} bits" if bits else "cannot be read"
        return Finding("bad", ABOUT, f"The key at {name} {what}.", f"Make one of {LONG_ENOUGH} bits.")
    if bits < LONG_ENOUGH:
        return Finding("doubt", ABOUT, f"The key at {name} has {bits} bits.", f"Make one of {LONG_ENOUGH} bits.")
    return Finding("good", ABOUT, f"Letters can be signed: the key at {name} has {bits} bits.")


def _bits(held: str) -> int:
    try:
        loaded = load_der_public_key(b64decode(held, validate=True))
    except (ValueError, UnsupportedAlgorithm):
        return 0
    return loaded.key_size if isinstance(loaded, RSAPublicKey) else 0


def public(key: str) -> str:
    """The public half of a PEM private key, as a record holds it."""
    half = load_pem_private_key(key.encode(), None).public_key()
    return b64encode(half.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode("ascii")
