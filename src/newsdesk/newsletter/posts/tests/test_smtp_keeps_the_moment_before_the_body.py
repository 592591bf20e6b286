"""The door to a mail server: what is said before the 354, the question after it, and the bytes that leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import socket
from ssl import PROTOCOL_TLS_SERVER, SSLContext, create_default_context
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from newsdesk.newsletter.posting.tests.server import Server, Session, serving
from newsdesk.newsletter.posts import NotHanded, PostLater, PostLost, PostRefused, smtp
from newsdesk.newsletter.posts.smtp import Server as Address
from newsdesk.newsletter.posts.smtp import SmtpPost, wire_form


@dataclass(frozen=True)
class Envelope:
    to: str = "ines@mail.example"
    return_path: str = "bounces+7@news.example"
    message_id: str = "<a=b+c@news.example>"


def post(server: Server) -> SmtpPost:
    return SmtpPost(Address("127.0.0.1", server.port))


def yes() -> bool:
    return True


@pytest.mark.parametrize("offers", [("PIPELINING", "DSN", "SIZE 1000000"), ("DSN",), ()])
def test_question_comes_after_the_354_and_before_the_body(offers: tuple[str, ...]) -> None:
    seen: list[tuple[list[str], int]] = []
    with serving(Server(offers=offers)) as server:
        door = post(server)

        def before_body() -> bool:
            seen.append((list(server.sessions[0].commands), len(server.messages)))
            return True

        handed = door.hand(b"Subject: x\r\n\r\nbody\r\n", Envelope(), before_body=before_body)
        door.close()
    commands, taken = seen[0]
    assert commands[-1] == "DATA" and not taken and len(server.messages) == 1 and handed.code == "2.0.0"
    mail, rcpt = (next(each for each in commands if each.startswith(word)) for word in ("MAIL", "RCPT"))
    assert ("ENVID=a+3Db+2Bc@news.example" in mail) == ("NOTIFY=FAILURE,DELAY" in rcpt) == ("DSN" in offers)
    assert server.sessions[0].commands[-1] == "QUIT"


def test_no_is_a_no_and_nothing_has_left() -> None:
    with serving(Server()) as server:
        door = post(server)
        with pytest.raises(NotHanded):
            door.hand(b"x", Envelope(), before_body=lambda: False)
        door.hand(b"Subject: y\r\n\r\n", Envelope(), before_body=yes)
        door.close()
    assert [b"Subject: y" in message for message in server.messages] == [True]


def test_connection_that_ended_meanwhile_is_opened_again_and_one_that_ends_after_the_question_is_not() -> None:
    asked: list[int] = []

    def script(command: str, session: Session) -> str | None:
        if command.startswith("MAIL") and session.number == 0 and session.taken == 1:
            return "drop"
        return "drop" if command == "BEFORE BODY" and session.number == 1 and session.taken == 1 else None

    def before_body() -> bool:
        asked.append(1)
        return True

    with serving(Server(script)) as server:
        door = post(server)
        door.hand(b"1\r\n", Envelope(), before_body=before_body)
        door.hand(b"2\r\n", Envelope(), before_body=before_body)
        with pytest.raises(PostLost):
            door.hand(b"3\r\n", Envelope(), before_body=before_body)
    assert len(server.sessions) == 2 and len(server.messages) == 2 and len(asked) == 3


@pytest.mark.parametrize("offers", [("PIPELINING",), ()])
@pytest.mark.parametrize(
    ("where", "said", "error", "reader"),
    [
        ("MAIL", "451 4.3.2 busy", PostLater, False),
        ("MAIL", "550 5.7.1 no", PostRefused, False),
        ("RCPT", "450 4.2.0 greylisted", PostLater, True),
        ("RCPT", "550 nobody <ines@mail.example> here", PostRefused, True),
        ("DATA", "421 4.3.2 enough", PostLater, False),
        ("BODY", "554 5.6.0 looks like spam", PostRefused, True),
        ("BODY", "drop", PostLost, False),
        ("CONNECT", "554 5.7.1 go away", PostRefused, False),
        ("CONNECT", "hello, I speak no SMTP", PostLost, False),
    ],
)
def test_refusals_say_whom_they_are_about(
    offers: tuple[str, ...], where: str, said: str, error: type[Any], reader: bool
) -> None:
    with serving(Server(lambda command, session: said if command.startswith(where) else None, offers)) as server:
        door = post(server)
        with pytest.raises(error) as raised:
            door.hand(b"x\r\n", Envelope(), before_body=yes)
        door.close()
    assert raised.value.reader is reader and "@" not in str(raised.value) and not server.messages


def test_354_after_a_refusal_is_ended_without_a_letter() -> None:
    """With PIPELINING a server may say 354 though it knows nobody; the next letter goes on the same connection."""
    with serving(Server(lambda command, session: "550 5.1.1 no" if "ines@" in command else None)) as server:
        door = post(server)
        with pytest.raises(PostRefused):
            door.hand(b"x\r\n", Envelope(), before_body=yes)
        door.hand(b"y\r\n", Envelope(to="olena@mail.example"), before_body=yes)
        door.close()
    assert len(server.sessions) == 1 and server.messages == [b"y\r\n"]


@pytest.mark.parametrize("to", ["x@y\r\nRCPT TO:<z@z>", "x@y> SIZE=1", "x y@z", "x@y\0"])
def test_address_cannot_hide_a_command(to: str) -> None:
    with serving(Server()) as server:
        door = post(server)
        with pytest.raises(PostRefused) as refused:
            door.hand(b"x", Envelope(to=to), before_body=yes)
        door.close()
    assert refused.value.reader and not any("RCPT" in each for each in server.sessions[0].commands)


def test_internationalised_address_goes_where_it_is_understood() -> None:
    olena = Envelope(to="олена@пошта.example")
    with serving(Server()) as server:
        door = post(server)
        door.hand(b"x", olena, before_body=yes)
        door.close()
    assert any("SMTPUTF8" in each for each in server.sessions[0].commands)
    with serving(Server(offers=())) as server:
        door = post(server)
        with pytest.raises(PostRefused) as refused:
            door.hand(b"x", olena, before_body=yes)
        door.close()
    assert refused.value.code == "5.6.7"


def test_lines_end_and_dots_stand_as_smtp_wants_them() -> None:
    assert wire_form(b".a\nb\rc\r\n..d\r\n.") == b"..a\r\nb\r\nc\r\n...d\r\n..\r\n.\r\n"
    assert wire_form(b"a\r\n") == b"a\r\n.\r\n"
    with serving(Server()) as server:
        door = post(server)
        door.hand(b"a\r\n.\r\nMAIL FROM:<x@y>\r\n", Envelope(), before_body=yes)
        door.close()
    assert server.messages == [b"a\r\n..\r\nMAIL FROM:<x@y>\r\n"]


def test_enough_letters_end_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "MOST_AT_ONCE", 3)
    with serving(Server()) as server:
        door = post(server)
        for _ in range(7):
            door.hand(b"x", Envelope(), before_body=yes)
        door.close()
    assert [session.taken for session in server.sessions] == [3, 3, 1]


class Taking:
    def __init__(self) -> None:
        self.taken: list[bytes] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.taken.append(envelope.content)
        return "250 2.0.0 thanks"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    key, now = generate_private_key(SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    signed = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), False).sign(key, SHA256())
    file = tmp_path / "pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + signed.public_bytes(Encoding.PEM))
    return file


def trusting(certificate: Path) -> SSLContext:
    return create_default_context(cafile=str(certificate))


def test_letters_go_over_tls_to_a_server_that_knows_us(certificate: Path) -> None:
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    taking, words = Taking(), b"very secret"

    def known(server: Any, session: Any, envelope: Any, mechanism: str, given: Any) -> AuthResult:
        return AuthResult(success=given.login == b"desk" and given.password == words, handled=False)

    options = {"tls_context": context, "authenticator": known, "auth_required": True, "require_starttls": True}
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(taking, hostname="127.0.0.1", port=port, **options)  # type: ignore[arg-type]
    controller.start()
    try:
        address = Address("localhost", port, "desk", words.decode(), tls=True, context=trusting(certificate))
        door = SmtpPost(address)
        assert door.hand(b"Subject: x\r\n\r\nbody\r\n", Envelope(), before_body=yes).reply == "2.0.0 thanks"
        door.close()
        wrong = Address("localhost", port, "desk", "wrong", tls=True, context=trusting(certificate))
        with pytest.raises(PostRefused) as refused:
            SmtpPost(wrong).hand(b"x", Envelope(), before_body=yes)
        assert not refused.value.reader and "wrong" not in str(refused.value)
        stranger = Address("localhost", port, tls=True)  # whose certificate nobody vouches for
        with pytest.raises(PostLost):
            SmtpPost(stranger).hand(b"x", Envelope(), before_body=yes)
    finally:
        controller.stop()
    assert len(taking.taken) == 1


def test_what_was_to_be_safe_is_not_sent_in_clear() -> None:
    with serving(Server()) as server, pytest.raises(PostRefused):
        SmtpPost(Address("127.0.0.1", server.port, "desk", "secret", tls=True)).hand(b"x", Envelope(), before_body=yes)
    assert server.sessions[0].commands == ["EHLO localhost"]
