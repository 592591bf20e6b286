"""How the text of a setting becomes a value; a ``ValueError`` says what would have been accepted."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from newsdesk.settings_env.mail import service
from newsdesk.settings_env.themes import folders_of

ON, OFF = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
HOST = re.compile(r"\.?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[?[0-9a-f:]*:[0-9a-f:]*\]?", re.IGNORECASE)
LOOPBACK = ("127.0.0.1", "::1", "localhost")
HERE = Path(__file__).parents[1]
PACKAGE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*")


def flag(text: str) -> bool:
    """``on`` or ``off``, in any of the usual spellings."""
    if text.lower() in ON:
        return True
    if text.lower() in OFF:
        return False
    raise ValueError("on or off")


def number(lowest: int, highest: int) -> Callable[[str], int]:
    """A parser of whole numbers in a closed range."""

    def parse(text: str) -> int:
        if re.fullmatch(r"\d{1,9}", text) and lowest <= int(text) <= highest:
            return int(text)
        raise ValueError(f"a whole number from {lowest} to {highest}")

    return parse


def amount(highest: int) -> Callable[[str], Decimal]:
    """A parser of amounts from 0, with a point before at most six decimals."""

    def parse(text: str) -> Decimal:
        if re.fullmatch(r"\d{1,9}(\.\d{1,6})?", text, re.ASCII) and Decimal(text) <= highest:
            return Decimal(text)
        raise ValueError(f"an amount from 0 to {highest}, such as 0.015")

    return parse


def one_of(*accepted: str) -> Callable[[str], str]:
    """A parser of one of a few words."""

    def parse(text: str) -> str:
        if text in accepted:
            return text
        raise ValueError(f"one of {', '.join(accepted)}")

    return parse


def file_in(folder: str) -> Callable[[str], str]:
    """A parser of nothing, or the name of one of the modules in a folder of ours, found by being there."""

    def parse(text: str) -> str:
        names = sorted(file.stem for file in (HERE / folder).glob("[a-z]*.py"))
        return one_of(*names)(text) if text else text

    return parse


def words(text: str) -> str:
    """One line of printable text."""
    if text and text.isprintable():
        return text
    raise ValueError("a line of printable text")


def words_or_none(text: str) -> str:
    """Nothing, or one line of printable text."""
    return words(text) if text else text


def secret(text: str) -> str:
    """Nothing, or at least 32 characters."""
    if not text or len(text) >= 32:
        return text
    raise ValueError("at least 32 characters long")


def keys(text: str) -> tuple[bytes, ...]:
    """Nothing, or keys of 32 bytes in base 64, with blanks or lines between them."""
    try:
        found = [b64decode(word, altchars=b"-_", validate=True) for word in text.split()]
    except ValueError:
        found = [b""]
    if all(len(key) == 32 for key in found):
        return tuple(found)
    raise ValueError("keys as `newsdesk confidential key FILE` writes them")


def pem_key(text: str) -> str:
    """Nothing, or a private key in PEM."""
    if not text or re.fullmatch(
        r"-----BEGIN ([A-Z]+ )?PRIVATE KEY-----\s.+-----END ([A-Z]+ )?PRIVATE KEY-----", text, re.S
    ):
        return text
    raise ValueError("a private key in PEM, without a password")


def signing_keys(text: str) -> str:
    """Nothing, or a private key in PEM; letters may have two, one of each kind."""
    blocks = re.findall(r"-----BEGIN .+?-----END [A-Z ]+-----", text, re.S)
    if not text or (blocks and all(_signs_mail(block) for block in blocks)):
        return text
    raise ValueError("a private key in PEM, without a password: RSA of at least 2,048 bits, or Ed25519")


def host_label(text: str) -> str:
    """What can stand between two dots of a host's name."""
    if re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?", text):
        return text
    raise ValueError("a short name of small letters, digits and hyphens, such as newsdesk")


def domain(text: str) -> str:
    """Nothing, or a domain as DNS knows it."""
    if not text or re.fullmatch(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", text):
        return text
    raise ValueError("a domain such as news.paper.example")


def token(text: str) -> str:
    """Nothing, or at least 16 characters that can stand in a header."""
    if not text or re.fullmatch(r"[!-~]{16,}", text):
        return text
    raise ValueError("at least 16 characters long, without spaces")


def folder(text: str) -> Path:
    """A path, with ``~`` understood."""
    if text and "\0" not in text:
        return Path(text).expanduser()
    raise ValueError("the path of a folder")


def log(text: str) -> str:
    """The path of a file, ``-`` for standard error; empty for ``off``."""
    if text in OFF:
        return ""
    if text and text.isprintable() and not text.endswith("/"):
        return text
    raise ValueError("the path of a file, - or off")


def zone(text: str) -> str:
    """A name of the IANA time zone database."""
    try:
        return ZoneInfo(text).key
    except (KeyError, ValueError, OSError):  # unknown, no name at all, a folder of the database
        raise ValueError("a time zone such as Europe/Kyiv or UTC") from None


def site_url(text: str) -> str:
    """``https://paper.example`` or ``http://127.0.0.1:8000``: no path, no closing slash."""
    parts = _split(text)
    if parts and _is_site(parts):
        return f"{parts.scheme}://{parts.netloc}"
    raise ValueError("an address such as https://paper.example, without a path")


def web_address(text: str) -> str:
    """Nothing, or an address with or without a path: ``https://api.example/zones/1``."""
    parts = _split(text)
    if not text or (parts and parts.scheme in ("http", "https") and parts.hostname and not parts.query):
        return text
    raise ValueError("an address such as https://api.example/zones/1")


def safe_address(text: str) -> str:
    """Nothing, or an address that nobody on the way can read: https, or on this machine."""
    parts = _split(web_address(text))
    if not text or (parts and not parts.username and (parts.scheme == "https" or parts.hostname in LOOPBACK)):
        return text
    raise ValueError("an address with https, without a name or password, such as https://api.example/v1")


def speech_address(text: str) -> str:
    """Nothing, or a safe address of one of the two kinds that the voice ``http`` knows."""
    if not text or safe_address(text).rstrip("/").endswith(("/audio/speech", "/text-to-speech")):
        return text
    raise ValueError("an address such as https://api.example/v1/audio/speech or https://api.example/v1/text-to-speech")


def hosts(text: str) -> tuple[str, ...]:
    """Host names between commas; a leading dot stands for all below it."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if all(HOST.fullmatch(name) for name in names):
        return names
    raise ValueError("host names between commas, such as desk.paper.example, .paper.example")


def mail_address(text: str) -> str:
    """Nothing, an address, or a name with an address in angle brackets."""
    if not text or (text.isprintable() and re.fullmatch(r"[^@<>]+@[^@<>\s]+|[^<>]*<[^@<>\s]+@[^@<>\s]+>", text)):
        return text
    raise ValueError("an address such as desk@paper.example or The Paper <desk@paper.example>")


def bare_address(text: str) -> str:
    """Nothing, or one address and nothing else, to which ``+…`` can be added."""
    if not text or re.fullmatch(r"[A-Za-z0-9._-]{1,30}@[A-Za-z0-9.-]+", text):
        return text
    raise ValueError("an address such as bounces@news.paper.example")


def mailbox_url(text: str) -> str:
    """Nothing, or ``imaps://user:password@host/INBOX``; ``imap://`` on this machine only."""
    parts = _split(text)
    if not text or (parts and parts.hostname and parts.username and _is_private(parts)):
        return text
    raise ValueError("an address such as imaps://user:password@mail.paper.example/INBOX")


def service_url(text: str) -> str:
    """Nothing, or ``name://?setting=value``, as django-anymail names services and their settings."""
    name, parts = service(text), _split(text)
    known = {file.stem for folder in folders_of("anymail") for file in (folder / "backends").glob("[a-z]*.py")}
    if name == "amazon_ses" and not folders_of("boto3"):
        raise ValueError("for amazon-ses, the package boto3 installed beside Newsdesk")
    if not text or (parts and name in known and parts.query):
        return text
    raise ValueError("a service and its settings, such as postmark://?server_token=…")


def package(text: str) -> str:
    """Nothing, or the dotted name of a package that is installed."""
    if not text or (PACKAGE.fullmatch(text) and folders_of(text)):
        return text
    raise ValueError("the dotted name of an installed theme, such as paper_theme")


def database_url(text: str) -> str:
    """Nothing (SQLite in the data folder), ``sqlite:///path`` or ``postgresql://user:password@host/name``."""
    parts = _split(text)
    if not text or (parts and _is_database(parts)):
        return text
    raise ValueError("sqlite:///path or postgresql://user:password@host:port/name")


def email_url(text: str) -> str:
    """``console:``, ``dummy:``, ``file:///folder``, ``smtp://host:25`` or ``submission://user:password@host:587``."""
    parts = _split(text)
    if parts and (parts.scheme in ("console", "dummy") or (parts.scheme == "file" and parts.path.strip("/"))):
        return text
    if parts and parts.scheme in ("smtp", "submission") and parts.hostname:
        return text
    raise ValueError("console:, file:///folder, smtp://host:25 or submission://user:password@host:587")


def _is_site(parts: SplitResult) -> bool:
    bare = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username)
    return bare and parts.scheme in ("http", "https") and bool(HOST.fullmatch(parts.hostname or ""))


def _is_private(parts: SplitResult) -> bool:
    return parts.scheme == "imaps" or (parts.scheme == "imap" and parts.hostname in ("127.0.0.1", "::1", "localhost"))


def _is_database(parts: SplitResult) -> bool:
    named = len(parts.path) > 1
    return named and (parts.scheme in ("postgres", "postgresql") or (parts.scheme == "sqlite" and not parts.netloc))


def _signs_mail(pem: str) -> bool:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError):  # no key at all; one with a password
        return False
    return isinstance(key, Ed25519PrivateKey) or (isinstance(key, RSAPrivateKey) and key.key_size >= 2048)


def _split(text: str) -> SplitResult | None:
    """The parts of a URL, or None where it has none or its port is no port."""
    try:
        parts = urlsplit(text)
        return parts if parts.port is None or parts.port > 0 else None
    except ValueError:
        return None
