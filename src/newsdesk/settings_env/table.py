"""Every setting of ours, in the order of ``docs/settings.md``, which a test holds to this table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsdesk.settings_env import parsers
from newsdesk.settings_env.setting import Setting

DATA = Setting(
    "NEWSDESK_DATA",
    "data",
    "The folder that holds the newsroom; all other folders stand in it. A relative path starts at the working folder.",
    parsers.folder,
)
SITE_NAME = Setting("NEWSDESK_SITE_NAME", "The Newsroom", "What the paper is called.", parsers.words)
TAGLINE = Setting("NEWSDESK_TAGLINE", "", "A few words under the paper's name; may be empty.", parsers.words_or_none)
SITE_URL = Setting(
    "NEWSDESK_SITE_URL",
    "http://127.0.0.1:8000",
    "Where readers find the paper, without a path. With https, the desk's cookies are sent over https only.",
    parsers.site_url,
)
TIME_ZONE = Setting("NEWSDESK_TIME_ZONE", "UTC", "The newsroom's time zone, by its IANA name.", parsers.zone)
LANGUAGE = Setting("NEWSDESK_LANGUAGE", "en", "The newsroom's language: `en` or `uk`.", parsers.one_of("en", "uk"))
THEME = Setting(
    "NEWSDESK_THEME",
    "",
    "The dotted name of an installed theme; its templates and files go before our own. Empty for ours.",
    parsers.package,
)
DATABASE_URL = Setting(
    "NEWSDESK_DATABASE_URL",
    "",
    "`postgresql://user:password@host/name`, or `sqlite:///path`. Empty for an SQLite file in the data folder.",
    parsers.database_url,
    secret=True,
)
DATABASE_POOL = Setting(
    "NEWSDESK_DATABASE_POOL",
    "8",
    "How many PostgreSQL connections each process may hold, 1 to 100; SQLite needs none.",
    parsers.number(1, 100),
)
EMAIL_URL = Setting(
    "NEWSDESK_EMAIL_URL",
    "console:",
    "How mail leaves: `smtp://host:25`, `submission://user:password@host:587` (with TLS), `file:///folder`, or "
    "`console:`, which prints it.",
    parsers.email_url,
    secret=True,
)
EMAIL_FROM = Setting(
    "NEWSDESK_EMAIL_FROM",
    "",
    "Who the desk's mail is from. Empty for `desk@` and the host of the site's address.",
    parsers.mail_address,
)
POST = Setting(
    "NEWSDESK_POST",
    "",
    "How letters leave: `smtp`, `anymail` (a mail service's API, `NEWSDESK_ESP_URL`) or `file`, for trying. Empty for "
    "`smtp` where `NEWSDESK_EMAIL_URL` names a server, else `file`.",
    parsers.file_in("newsletter/posts"),
)
ESP_URL = Setting(
    "NEWSDESK_ESP_URL",
    "",
    "The mail service, as `name://?setting=value`, with django-anymail's name of the service and its settings: "
    "`postmark://?server_token=…&webhook_secret=name:word`, `mailgun://?api_key=…&webhook_signing_key=…`. A `_` in the "
    "name is written `-`: `amazon-ses://?webhook_secret=name:word`, which also needs the package boto3 and Amazon's "
    "own `AWS_…` variables.",
    parsers.service_url,
    secret=True,
)
DKIM_KEY = Setting(
    "NEWSDESK_DKIM_KEY",
    "",
    "Signs letters (DKIM): an RSA key of at least 2,048 bits in PEM, and after it, if you like, an Ed25519 key; better "
    "in a file. Empty where the mail server or service signs.",
    parsers.signing_keys,
    secret=True,
)
DKIM_SELECTOR = Setting(
    "NEWSDESK_DKIM_SELECTOR",
    "newsdesk",
    "What that key is called in DNS, before `._domainkey.`; the Ed25519 key has `-ed25519` added.",
    parsers.host_label,
)
DKIM_DOMAIN = Setting(
    "NEWSDESK_DKIM_DOMAIN",
    "",
    "The domain letters are signed for. Empty for that of each letter's sender.",
    parsers.domain,
)
POSTAL_ADDRESS = Setting(
    "NEWSDESK_POSTAL_ADDRESS",
    "",
    "Who sends the letters and where they are, such as `The Courier, 1 Quay, Odesa`; stands at the foot of each. Many "
    "countries ask for it.",
    parsers.words_or_none,
)
RETURN_PATH = Setting(
    "NEWSDESK_RETURN_PATH",
    "",
    "Where bounces go: an address such as `bounces@news.paper.example`, whose mailbox also gets `bounces+…@`. Each "
    "letter has an address of its own there. Empty, and bounces go to the letter's sender, who cannot tell whose they "
    "are.",
    parsers.bare_address,
)
BOUNCES_URL = Setting(
    "NEWSDESK_BOUNCES_URL",
    "",
    "That mailbox: `imaps://user:password@host/INBOX`. What was read is moved to the folder `Read` beside it. Empty "
    "where a mail service tells of bounces itself.",
    parsers.mailbox_url,
    secret=True,
)
MAIL_PACE = Setting(
    "NEWSDESK_MAIL_PACE",
    "600",
    "The most letters a minute to readers of one mail domain, 0 to 100000; 0 for as many as the server takes.",
    parsers.number(0, 100_000),
)
MAIL_FIRST_DAY = Setting(
    "NEWSDESK_MAIL_FIRST_DAY",
    "0",
    "Warms up a new sending domain: so many letters to one mail domain on the first day, twice as many on each further "
    "day, 0 to 1000000; 0 where the domain is known already.",
    parsers.number(0, 1_000_000),
)
SECRET_KEY = Setting(
    "NEWSDESK_SECRET_KEY",
    "",
    "Signs sessions; at least 32 characters. Empty for the one that `newsdesk init` writes to `secret.key` in the data "
    "folder.",
    parsers.secret,
    secret=True,
)
SEAL_KEY = Setting(
    "NEWSDESK_SEAL_KEY",
    "",
    "Seals what must not lie open in the database or a backup, such as the secrets of second factors; at least 32 "
    "characters. Empty for the one that `newsdesk init` writes to `seal.key` in the data folder. Keep a copy: with "
    "another key, what was sealed stays shut.",
    parsers.secret,
    secret=True,
)
HOSTS = Setting(
    "NEWSDESK_HOSTS",
    "",
    "Further host names the desk answers to, between commas; the site's own and this machine's are known.",
    parsers.hosts,
)
CONFIDENTIAL_KEY = Setting(
    "NEWSDESK_CONFIDENTIAL_KEY",
    "",
    "Seals who an unnamed source is: one or more keys, made by `newsdesk confidential key FILE`; the first seals, all "
    "open. Better in a file, outside the data folder and whatever is backed up with it. Empty, and no identity can be "
    "recorded or read. **Whoever loses the key loses the identities.**",
    parsers.keys,
    secret=True,
)
SHELF = Setting(
    "NEWSDESK_SHELF", "shelf", "Where the press puts sheets; a relative path starts in the data folder.", parsers.folder
)
ORIGINALS = Setting(
    "NEWSDESK_ORIGINALS",
    "originals",
    "Where photographs are kept as they came, without their location; a relative path starts in the data folder.",
    parsers.folder,
)
UPLOAD_MEGABYTES = Setting(
    "NEWSDESK_UPLOAD_MEGABYTES", "40", "The largest file an editor may upload, 1 to 200.", parsers.number(1, 200)
)
UPLOAD_MEGAPIXELS = Setting(
    "NEWSDESK_UPLOAD_MEGAPIXELS",
    "100",
    "The largest photograph, in millions of pixels, 1 to 400.",
    parsers.number(1, 400),
)
READER_WORKERS = Setting(
    "NEWSDESK_READER_WORKERS", "2", "How many processes serve readers, 1 to 64.", parsers.number(1, 64)
)
DESK_PORT = Setting(
    "NEWSDESK_DESK_PORT",
    "0",
    "On which port of this machine alone the desk's process listens, so that a web server before it can find it; 0 for "
    "any that is free.",
    parsers.number(0, 65_535),
)
READER_MEGABYTES = Setting(
    "NEWSDESK_READER_MEGABYTES",
    "32",
    "How much each of these processes keeps of the sheets most asked for, in megabytes, 1 to 100000.",
    parsers.number(1, 100_000),
)
FORWARD_AT_ONCE = Setting(
    "NEWSDESK_FORWARD_AT_ONCE",
    "64",
    "How many requests each of these processes passes on to the desk at once, 1 to 10000; the next is told to come "
    "back.",
    parsers.number(1, 10_000),
)
FORWARD_SECONDS = Setting(
    "NEWSDESK_FORWARD_SECONDS",
    "120",
    "How long the desk may take for one request, upload and answer included, 1 to 86400.",
    parsers.number(1, 86_400),
)
PURGE_CDN = Setting(
    "NEWSDESK_PURGE_CDN",
    "",
    "What is told of each sheet that changed: `varnish`, `fastly` or `cloudflare`; empty where there is no CDN. Needs "
    "the next two.",
    parsers.file_in("press/purge/cdns"),
)
PURGE_URL = Setting(
    "NEWSDESK_PURGE_URL",
    "",
    "Where it is told: Varnish's own address; `https://api.fastly.com/service/<id>`; "
    "`https://api.cloudflare.com/client/v4/zones/<id>`.",
    parsers.web_address,
)
PURGE_TOKEN = Setting(
    "NEWSDESK_PURGE_TOKEN",
    "",
    "The token that may purge there, and should be able to do nothing else; at least 16 characters. Varnish may need "
    "none.",
    parsers.token,
    secret=True,
)
C2PA_CERTIFICATE = Setting(
    "NEWSDESK_C2PA_CERTIFICATE",
    "",
    "A PEM file with the certificates that the newsroom signs audio with, its own first, as C2PA wants them. Empty for "
    "the self-signed one that Newsdesk makes and keeps in `c2pa.pem` in the data folder.",
    parsers.words_or_none,
)
C2PA_KEY = Setting(
    "NEWSDESK_C2PA_KEY",
    "",
    "The key of that certificate, PEM and without a password; better in a file.",
    parsers.pem_key,
    secret=True,
)
C2PA_TIMESTAMP_URL = Setting(
    "NEWSDESK_C2PA_TIMESTAMP_URL",
    "",
    "An authority that countersigns when audio was signed (RFC 3161), so that signatures outlive the certificate. "
    "Empty for none. While it does not answer, no audio is published.",
    parsers.web_address,
)
PIPER_MODELS = Setting(
    "NEWSDESK_PIPER_MODELS",
    "voices",
    "Where the models of the voice `piper` are, each `NAME.onnx` beside its `NAME.onnx.json`; a relative path starts "
    "in the data folder.",
    parsers.folder,
)
PIPER_URL = Setting(
    "NEWSDESK_PIPER_URL",
    "https://huggingface.co/rhasspy/piper-voices/resolve/main",
    "Where `newsdesk voice get` finds models: the address of the folder that holds `voices.json`.",
    parsers.safe_address,
)
SPEECH_URL = Setting(
    "NEWSDESK_SPEECH_URL",
    "",
    "Where the voice `http` sends what is to be spoken: an address that ends with `/audio/speech` (as OpenAI has it) "
    "or `/text-to-speech` (as ElevenLabs has it). With https, unless it is on this machine. Empty for no such voice.",
    parsers.speech_address,
)
SPEECH_KEY = Setting(
    "NEWSDESK_SPEECH_KEY",
    "",
    "The key it asks for; at least 16 characters. A server of your own may need none.",
    parsers.token,
    secret=True,
)
SPEECH_MODEL = Setting("NEWSDESK_SPEECH_MODEL", "", "Which of its models speaks.", parsers.words_or_none)
SPEECH_VOICE = Setting("NEWSDESK_SPEECH_VOICE", "", "Which of its voices speaks.", parsers.words_or_none)
SPEECH_COST = Setting(
    "NEWSDESK_SPEECH_COST",
    "0",
    "What it asks for 1,000 characters, such as `0.015`, in whatever money you pay; 0 to 1000.",
    parsers.amount(1_000),
)
ACCESS_LOG = Setting(
    "NEWSDESK_ACCESS_LOG",
    "log/access.jsonl",
    "Where each request of a reader is noted: a file, `-` for standard error, or `off`. A relative path starts in the "
    "data folder.",
    parsers.log,
)
ERROR_LOG = Setting(
    "NEWSDESK_ERROR_LOG",
    "-",
    "Where is noted what went wrong in serving readers: a file, `-` for standard error, or `off`. A relative path "
    "starts in the data folder.",
    parsers.log,
)
LOG_ADDRESSES = Setting(
    "NEWSDESK_LOG_ADDRESSES", "off", "Whether logs show the addresses of readers: `on` or `off`.", parsers.flag
)
LOG_LEVEL = Setting(
    "NEWSDESK_LOG_LEVEL",
    "info",
    "What is logged: `debug`, `info`, `warning` or `error`, and what is graver.",
    parsers.one_of("debug", "info", "warning", "error"),
)
DEBUG = Setting(
    "NEWSDESK_DEBUG",
    "off",
    "Developers only: tracebacks in the browser. Never where others can reach it.",
    parsers.flag,
)

SETTINGS: tuple[Setting[Any], ...] = (
    DATA, SITE_NAME, TAGLINE, SITE_URL, TIME_ZONE, LANGUAGE, THEME, DATABASE_URL, DATABASE_POOL, EMAIL_URL,
    EMAIL_FROM, POST, ESP_URL, DKIM_KEY, DKIM_SELECTOR, DKIM_DOMAIN, POSTAL_ADDRESS, RETURN_PATH, BOUNCES_URL,
    MAIL_PACE, MAIL_FIRST_DAY, SECRET_KEY, SEAL_KEY, HOSTS, CONFIDENTIAL_KEY, SHELF, ORIGINALS, UPLOAD_MEGABYTES,
    UPLOAD_MEGAPIXELS,
    READER_WORKERS, DESK_PORT, READER_MEGABYTES, FORWARD_AT_ONCE, FORWARD_SECONDS, PURGE_CDN, PURGE_URL, PURGE_TOKEN,
    C2PA_CERTIFICATE, C2PA_KEY, C2PA_TIMESTAMP_URL,
    PIPER_MODELS, PIPER_URL, SPEECH_URL, SPEECH_KEY, SPEECH_MODEL, SPEECH_VOICE, SPEECH_COST, ACCESS_LOG,
    ERROR_LOG, LOG_ADDRESSES, LOG_LEVEL, DEBUG,
)  # fmt: skip


def refuse_nonsense() -> None:
    """Reads every setting, also those that only some process needs; raises ``Refused``."""
    for setting in SETTINGS:
        setting.value()


def unknown(names: Iterable[str]) -> list[str]:
    """Names that begin as ours do and are none: most likely misspelt."""
    known = {setting.name for setting in SETTINGS} | {f"{setting.name}_FILE" for setting in SETTINGS if setting.secret}
    return sorted(name for name in names if name.startswith("NEWSDESK_") and name not in known)
