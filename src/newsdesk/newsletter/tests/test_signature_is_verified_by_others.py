from __future__ import annotations

import json
import shutil
import subprocess
from base64 import b64encode
from itertools import product

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from newsdesk.newsletter import dkim
from newsdesk.newsletter.message import build
from newsdesk.newsletter.tests.makers import envelope, rendered

RSA = rsa.generate_private_key(65537, 2048)
ED = ed25519.Ed25519PrivateKey.generate()
needs_dkimpy = pytest.mark.skipif(not shutil.which("dkimverify"), reason="no dkimpy")
KEYS = [dkim.Key("news.example", "r", RSA), dkim.Key("news.example", "e", ED)]
PERL = """
use Mail::DKIM::Verifier; use Mail::DKIM::PublicKey;
my $public = Mail::DKIM::PublicKey->parse($ARGV[0]);
{ no warnings; *Mail::DKIM::Signature::get_public_key = sub { $public }; }
my $verifier = Mail::DKIM::Verifier->new();
while (<STDIN>) { $verifier->PRINT($_) } $verifier->CLOSE; print $verifier->result;
"""


DKIMPY = """
import dkim, json, sys
from dkim.canonicalization import Relaxed
asked = json.load(sys.stdin)
record = lambda name, timeout=5: asked["records"][name[:1].decode()].encode()
def holds(message, index):
    try:
        return dkim.DKIM(message.encode()).verify(index, dnsfunc=record)
    except dkim.DKIMException:
        return False
ok = [[holds(m, index) for index in range(m.count("DKIM-Signature:"))] for m in asked["messages"]]
print(json.dumps([ok, [Relaxed.canonicalize_body(b.encode()).decode() for b in asked["bodies"]]]))
"""
RECORDS = {
    "r": b"v=DKIM1; k=rsa; p="
    + b64encode(RSA.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)),
    "e": b"v=DKIM1; k=ed25519; p=" + b64encode(ED.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)),
}


def dkimpy(messages: list[bytes] = (), bodies: list[bytes] = ()) -> tuple[list[list[bool]], list[str]]:  # type: ignore[assignment]
    """What Debian's dkimpy says: of each message whether its signatures hold, of each body its canonical form."""
    asked = {
        "records": {name: record.decode() for name, record in RECORDS.items()},
        "messages": [message.decode() for message in messages],
        "bodies": [body.decode() for body in bodies],
    }
    command = ["/usr/bin/python3", "-c", DKIMPY]
    done = subprocess.run(command, input=json.dumps(asked).encode(), capture_output=True, check=True)
    return json.loads(done.stdout)


def message(**fields: str) -> bytes:
    return build(rendered(**fields), envelope())


def tags(signed: bytes) -> list[str]:
    head = signed.partition(b"\r\nFrom:")[0].replace(b"\r\n ", b"").replace(b" ", b"").decode()
    return next(part[2:] for part in head.split(";") if part.startswith("h=")).split(":")


@needs_dkimpy
def test_dkimpy_verifies_both_signatures() -> None:
    texts = ["It happened.\n", "Сталося\n\n\n", "a  b \t c  \n\n"]
    verdicts, _ = dkimpy([dkim.sign(message(text=text), KEYS) for text in texts])
    assert verdicts == [[True, True]] * 3


@needs_dkimpy
def test_neither_a_second_subject_nor_other_words_can_be_added() -> None:
    signed = dkim.sign(message(), KEYS[:1])
    verdicts, _ = dkimpy([b"Subject: another\r\n" + signed, signed.replace(b"It happened", b"It happened not")])
    assert verdicts == [[False], [False]]


def test_the_ways_to_leave_are_signed_and_who_writes_what_is_signed_twice() -> None:
    names = tags(dkim.sign(message(), KEYS[:1]))
    assert {"list-unsubscribe", "list-unsubscribe-post"} <= set(names)
    assert names.count("from") == names.count("subject") == 2


@pytest.mark.skipif(not shutil.which("perl"), reason="no Perl")
def test_mail_dkim_verifies_it() -> None:
    if subprocess.run(["perl", "-MMail::DKIM", "-e1"], capture_output=True, check=False).returncode:  # noqa: S607
        pytest.skip("no Mail::DKIM")
    command = ["perl", "-e", PERL, RECORDS["r"].decode()]
    done = subprocess.run(command, input=dkim.sign(message(), KEYS[:1]), capture_output=True, check=True)
    assert done.stdout == b"pass"


@needs_dkimpy
def test_bodies_are_made_canonical_as_dkimpy_does() -> None:
    parts = [b" ", b"\t", b"\r\n", b"a"]
    bodies = [b"".join(some) + b"\r\n" for length in range(6) for some in product(parts, repeat=length)]
    _, canonical = dkimpy(bodies=bodies)
    assert [dkim.canonical_body(body).decode() for body in bodies] == canonical


def test_a_short_key_is_refused() -> None:
    short = rsa.generate_private_key(65537, 1024)  # noqa: S505
    pem = short.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with pytest.raises(ValueError, match="2048"):
        dkim.key(pem, "news.example", "r")
