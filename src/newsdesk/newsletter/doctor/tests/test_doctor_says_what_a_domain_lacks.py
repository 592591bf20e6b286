"""A domain as it should be, and each thing it can lack: named in plain words, with the record to add."""

from __future__ import annotations

from base64 import b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from newsdesk.newsletter.doctor import dmarc, tls
from newsdesk.newsletter.doctor.records import Given
from newsdesk.newsletter.doctor.round import Sending, look
from newsdesk.newsletter.posting.tests.server import Server, serving

SENDER = "192.0.2.25"


def key(bits: int = 2048) -> str:
    half = generate_private_key(65537, bits).public_key()
    return b64encode(half.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()


GOOD = {
    "spf": 'news.example. 3600 IN TXT "v=spf1 include:relay.example -all"',
    "relay": 'relay.example. TXT "v=spf1 ip4:192.0.2.0/24 ~all"',
    "dkim": f'newsdesk._domainkey.news.example. TXT "v=DKIM1; k=rsa; p={key()}"',
    "dmarc": '_dmarc.news.example. TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@news.example"',
    "mx": "news.example. MX 10 mail.news.example.",
    "a": "mail.news.example. A 192.0.2.25",
    "ptr": "25.2.0.192.in-addr.arpa. PTR mail.news.example.",
}


def found(**other: str) -> list[tuple[str, str, str]]:
    """What is not good with these records in place of the good ones."""
    records = Given((GOOD | other).values())
    sending = Sending("news.example", "news.example", "news.example", "newsdesk", (), (SENDER,))
    return [(each.state, each.about, each.record) for each in look(sending, records) if each.state != "good"]


def test_domain_as_it_should_be() -> None:
    assert not found()


@pytest.mark.parametrize(
    ("other", "state", "about", "record"),
    [
        ({"spf": ""}, "bad", "SPF", 'news.example. TXT "v=spf1 ip4:192.0.2.25 -all"'),
        ({"relay": 'relay.example. TXT "v=spf1 ip4:198.51.100.0/24 -all"'}, "bad", "SPF", "ip4:192.0.2.25 include"),
        ({"relay": ""}, "bad", "SPF", ""),
        ({"spf": 'news.example. TXT "v=spf1 ip4:192.0.2.25 +all"'}, "bad", "SPF", "-all"),
        ({"spf": 'news.example. TXT "v=spf1 include:news.example -all"'}, "bad", "SPF", ""),
        ({"more": 'news.example. TXT "v=spf1 -all"'}, "bad", "SPF", ""),
        ({"dkim": ""}, "bad", "DKIM", ""),
        ({"dkim": 'newsdesk._domainkey.news.example. TXT "v=DKIM1; p="'}, "bad", "DKIM", ""),
        ({"dkim": 'newsdesk._domainkey.news.example. TXT "v=DKIM1; p=nonsense"'}, "bad", "DKIM", ""),
        ({"dkim": f'newsdesk._domainkey.news.example. TXT "p={key(1024)}"'}, "doubt", "DKIM", ""),
        ({"dmarc": ""}, "bad", "DMARC", '_dmarc.news.example. TXT "v=DMARC1; p=none'),
        ({"dmarc": '_dmarc.news.example. TXT "v=DMARC1; p=none"'}, "doubt", "DMARC", ""),
        ({"dmarc": '_dmarc.news.example. TXT "v=DMARC1; p=reject; pct=50"'}, "doubt", "DMARC", ""),
        ({"mx": ""}, "bad", "MX", "news.example. MX 10 mail.news.example."),
        ({"mx": "news.example. MX 0 ."}, "bad", "MX", ""),
        ({"ptr": ""}, "bad", "PTR", "25.2.0.192.in-addr.arpa. PTR"),
        ({"ptr": "25.2.0.192.in-addr.arpa. PTR other.example."}, "bad", "PTR", "other.example. A 192.0.2.25"),
    ],
)
def test_what_it_lacks_is_named(other: dict[str, str], state: str, about: str, record: str) -> None:
    said = found(**other)
    assert any((state, about) == each[:2] and record in each[2] for each in said), said


def test_policy_of_a_domain_above_counts_below() -> None:
    records = Given(['_dmarc.example.org TXT "v=DMARC1; p=reject; sp=quarantine; rua=mailto:d@example.org"'])
    assert dmarc.organisation("a.b.c.d.e.f.g.h.i.example.org", records) == "example.org"
    said = dmarc.check("news.example.org", ["bounces.example.org"], records)
    assert [each.state for each in said] == ["good"] and "quarantine" in said[0].said


def test_public_suffix_ends_the_walk_above_the_domain() -> None:
    records = Given(
        ['_dmarc.gov.example TXT "v=DMARC1; p=reject; psd=y"', '_dmarc.x.gov.example TXT "v=DMARC1; p=none"']
    )
    assert dmarc.organisation("news.x.gov.example", records) == "x.gov.example"
    strange = dmarc.check("x.gov.example", ["y.gov.example"], records)
    assert any(each.state == "bad" for each in strange)  # a neighbour under the same suffix is nobody of ours


def test_server_without_tls_is_told() -> None:
    with serving(Server()) as server:
        assert tls.check("127.0.0.1", server.port).state == "good"  # on this machine
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(tls, "HERE", ())
            found = tls.check("127.0.0.1", server.port)
    assert found.state == "bad" and "clear" in found.said
    assert tls.check("127.0.0.1", server.port).state == "bad"  # nobody there
