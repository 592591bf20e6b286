"""A mailbox for tests: enough of IMAP4rev1 (RFC 3501) for imaplib to read from and to move in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread


@dataclass
class Box:
    """``folders`` hold messages by their uid."""

    folders: dict[str, dict[int, bytes]] = field(default_factory=lambda: {"INBOX": {}})
    deleted: set[int] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)
    port: int = 0

    def does(self, words: list[str]) -> tuple[bytes, str]:
        """What is sent before the end, and the end."""
        match [word.upper() for word in words[:2]]:
            case ["CAPABILITY"]:
                return b"* CAPABILITY IMAP4rev1\r\n", "OK"
            case ["CREATE", _]:
                self.folders[words[1]] = {}
            case ["SELECT", _]:
                return b"* %d EXISTS\r\n" % len(self.folders["INBOX"]), "OK"
            case ["UID", "SEARCH"]:
                return b"* SEARCH " + " ".join(map(str, self.folders["INBOX"])).encode() + b"\r\n", "OK"
            case ["UID", "FETCH"]:
                return self._fetch(int(words[2]), " ".join(words[3:])), "OK"
            case ["UID", "COPY"]:
                if words[3] not in self.folders:
                    return b"", "NO [TRYCREATE]"
                self.folders[words[3]][int(words[2])] = self.folders["INBOX"][int(words[2])]
            case ["UID", "STORE"]:
                self.deleted.add(int(words[2]))
            case ["EXPUNGE"]:
                for uid in self.deleted:
                    self.folders["INBOX"].pop(uid, None)
        return b"", "OK"

    def _fetch(self, uid: int, what: str) -> bytes:
        if "PEEK" not in what:
            self.seen.add(uid)
        most = int(re.findall(r"<0\.(\d+)>", what)[0])
        part = self.folders["INBOX"][uid][:most]
        return b"* 1 FETCH (UID %d BODY[]<0> {%d}\r\n%s)\r\n" % (uid, len(part), part)


@contextmanager
def serving(box: Box) -> Iterator[Box]:
    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"* OK here\r\n")
            while line := self.rfile.readline().decode().split():
                before, end = box.does([word.strip('"') for word in line[1:]])
                self.wfile.write(before + f"{line[0]} {end} done\r\n".encode())
                if line[1].upper() == "LOGOUT":
                    break

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as listening:
        box.port = listening.server_address[1]
        thread = Thread(target=listening.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield box
        finally:
            listening.shutdown()
            thread.join(10)
