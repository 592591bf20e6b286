"""Whether the way to the mail server is safe (RFC 3207); opens a connection and says nothing but hello."""

from __future__ import annotations

from ssl import SSLContext, create_default_context

from newsdesk.newsletter.doctor.finding import Finding
from newsdesk.newsletter.posts import PostError
from newsdesk.newsletter.posts._smtp.line import Line

HERE = ("127.0.0.1", "::1", "localhost")


def check(host: str, port: int, *, ssl: bool = False, context: SSLContext | None = None) -> Finding:
    context = context or create_default_context()
    try:
        line = Line.to(host, port, context if ssl else None)
    except PostError as error:
        return Finding("bad", "TLS", f"The mail server {host}:{port} does not answer ({error.reply}).", "Start it.")
    try:
        return _looked(line, host, ssl, context)
    except PostError as error:
        words = f"The mail server {host} offers TLS, which does not come about ({error.reply})."
        return Finding("bad", "TLS", words, "Give it a certificate that is valid for its name.")
    finally:
        line.quit()


def _looked(line: Line, host: str, ssl: bool, context: SSLContext) -> Finding:
    line.greet("localhost")
    if not ssl and host in HERE:
        return Finding("good", "TLS", "The mail server is on this machine; how mail goes on is in its own settings.")
    if not ssl and not line.offers("STARTTLS"):
        words = f"The mail server {host} offers no TLS: passwords and letters travel in clear."
        return Finding("bad", "TLS", words, "Switch TLS on there, and use submission:// in NEWSDESK_EMAIL_URL.")
    if not ssl:
        line.start_tls(context, host)
    return Finding("good", "TLS", f"The way to {host} is safe, and its certificate is valid.")
