"""A Postfix of our own for one test: its own settings and queue, on loopback, a child that is stopped by its id.

https://www.postfix.org/postconf.5.html; Postfix starts as root only, and runs its parts as its own user.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

POSTFIX = "/usr/sbin/postfix"
MASTER = Path("/usr/lib/postfix/sbin/master")
MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
mail_owner = postfix
setgid_group = postdrop
myhostname = relay.example
mydestination =
alias_maps =
local_recipient_maps =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
relayhost = [127.0.0.1]:{onward}
disable_dns_lookups = yes
smtpd_relay_restrictions = permit_mynetworks, reject
smtp_tls_security_level = none
smtpd_tls_security_level = none
smtputf8_enable = yes
maillog_file = {folder}/data/log
maillog_file_prefixes = {folder}
"""
SERVICES = """\
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


def usable() -> bool:
    return MASTER.exists() and os.geteuid() == 0


@contextmanager
def relaying(port: int, onward: int) -> Iterator[Path]:
    """Takes mail on ``port`` and hands it on to ``onward``; gives the file of its log."""
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-postfix-"))
    folder.chmod(0o755)
    try:
        settings = _settings(folder, port, onward)
        subprocess.run([POSTFIX, "-c", str(settings), "check"], check=True, capture_output=True, timeout=60)
        master = subprocess.Popen([str(MASTER), "-s", "-c", str(settings)], start_new_session=True)
        try:
            _wait(port)
            yield folder / "data" / "log"
        finally:
            master.terminate()  # it ends its own children
            master.wait(20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _settings(folder: Path, port: int, onward: int) -> Path:
    settings = folder / "settings"
    for each in (settings, folder / "queue", folder / "data"):
        each.mkdir()
    shutil.chown(folder / "data", "postfix")
    (settings / "main.cf").write_text(MAIN.format(folder=folder, onward=onward))
    (settings / "master.cf").write_text(SERVICES.format(port=port))
    return settings


def _wait(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("Postfix does not answer")
