"""Ports held before they are served (socket(7), SO_REUSEPORT), and how many connections a process may have."""

from __future__ import annotations

import resource
import socket
from contextlib import suppress

from newsdesk.settings_env.refused import Refused

_OPEN_FILES = 65_536


def hold_port(host: str, port: int, remedy: str = "choose another with --port N") -> socket.socket:
    """A socket that keeps ``port`` for us and takes no connection; 0 finds a free one. ``Refused`` where it is in use.

    First bound alone, which fails if anybody has the port; then so that our own workers may share it (SO_REUSEPORT).
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as alone:
            alone.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            alone.bind((host, port))
            port = alone.getsockname()[1]
        holder = socket.socket(family, socket.SOCK_STREAM)
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        holder.bind((host, port))
    except OSError as error:
        raise Refused(f"cannot listen on {host}:{port}: {error.strerror}; {remedy}") from None
    return holder


def allow_many_files() -> None:
    """Each reader is an open file; the usual soft limit of 1,024 is for programs that use select(2)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, _OPEN_FILES)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def listens(host: str, port: int) -> bool:
    """Whether somebody takes connections there."""
    with suppress(OSError), socket.create_connection((host, port), timeout=1):
        return True
    return False
