"""Whether the keys that letters are signed with can be found (RFC 6376, RFC 8463)."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

from newsdesk.newsletter.dkim import Key
from newsdesk.newsletter.doctor.finding import Finding
from newsdesk.newsletter.doctor.records import Records, tags

ABOUT = "DKIM"
SHORTEST, LONG_ENOUGH = 1024, 2048


def check(domain: str, selector: str, records: Records, keys: Sequence[Key] = ()) -> list[Finding]:
    """``keys`` are our own; without any the mail server or service signs, with one at ``selector``."""
    if not keys:
        return [_looked(f"{selector}._domainkey.{domain}", records)]
    return [_looked(f"{key.selector}._domainkey.{key.domain}", records, key, keys) for key in keys]


def _looked(name: str, records: Records, key: Key | None = None, keys: Sequence[Key] = ()) -> Finding:
    found = [text for text in records.of(name, "TXT") if "p=" in text]
    record = f'{name}. TXT "v=DKIM1; k={kind(key)}; p={public(key)}"' if key else ""
    if not found:
        words = f"There is no key at {name}: letters are unsigned for those who get them."
        remedy = "Add:" if record else "Give the selector with --selector, or add the record your mail service names."
        return Finding("bad", ABOUT, words, remedy, record)
    if len(found) > 1:
        return Finding("bad", ABOUT, f"There are {len(found)} keys at {name}.", "Leave one of them.")
    said = tags(found[0])
    held = said.get("p", "").replace(" ", "")
    if not held:
        return Finding("bad", ABOUT, f"The key at {name} is withdrawn (p= is empty).", "Add a new one.", record)
    if key and (said.get("k", "rsa"), held) != (kind(key), public(key)):
        return Finding("bad", ABOUT, f"The key at {name} is not the one letters are signed with.", "Replace:", record)
    return _judged(name, said.get("k", "rsa"), held, keys)


def _judged(name: str, kind_said: str, held: str, keys: Sequence[Key]) -> Finding:
    if kind_said == "rsa":
        return _measured(name, held)
    if "rsa" in map(kind, keys):
        return Finding("good", ABOUT, f"Letters can be signed: the key at {name} is {kind_said}, beside one of RSA.")
    words = f"The key at {name} is {kind_said}; some servers know RSA only."
    return Finding("doubt", ABOUT, words, "Sign with an RSA key as well, under another selector.")


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


def kind(key: Key) -> str:
    """What a record calls the kind of key."""
    return "rsa" if isinstance(key.private, RSAPrivateKey) else "ed25519"


def public(key: Key) -> str:
    """The public half of a key, as a record holds it."""
    half = key.private.public_key()
    if isinstance(half, RSAPublicKey):
        return b64encode(half.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode("ascii")
    return b64encode(half.public_bytes_raw()).decode("ascii")
