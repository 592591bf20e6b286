"""The parent of a newsroom's processes: one port, children that come back, and none that outlives it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsdesk.processes import hold_port
from newsdesk.settings_env.refused import Refused

# A house whose children write their process id to a file and wait, each in its own manner.
HOUSE = """
import sys
from pathlib import Path
from newsdesk.processes.house import Child, House
folder = Path(sys.argv[1])
def child(name, then):
    noted = f"open({str(folder)!r} + '/{name}', 'a').write(str(os.getpid()) + '\\\\n')"
    code = f"import os, sys, time, signal; {noted}; {then}"
    return Child(name, ("-c", code), nice=10 if name == "heavy" else 0)
children = [child(*words.split("=", 1)) for words in sys.argv[2:]]
noted = lambda file: file.exists() and file.read_text().endswith("\\n")
ready = lambda: all(noted(folder / one.name) and one.name != "never" for one in children)
sys.exit(House(children, ready, lambda: print("ready", flush=True)).keep())
"""
WAITS = "time.sleep(60)"
DEAF = "signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
SPAWNS = "__import__('subprocess').run([sys.executable, '-c', 'import time; time.sleep(60)'])"


@contextmanager
def house(folder: Path, *children: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOUSE, str(folder), *children], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as parent:
        try:
            yield parent
        finally:
            parent.kill()


def pids(folder: Path, name: str) -> list[int]:
    file = folder / name
    return (
        [int(line) for line in file.read_text().splitlines(keepends=True) if line[-1] == "\n"] if file.exists() else []
    )


def alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):  # gone before, or while it was read
        return False


def until(what: Callable[[], bool]) -> None:
    for _ in range(1000):
        if what():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come about")


def said_ready(parent: subprocess.Popen[str]) -> None:
    assert parent.stdout is not None
    assert parent.stdout.readline() == "ready\n"


def test_sigterm_takes_all_children_along(tmp_path: Path) -> None:
    with house(tmp_path, f"a={WAITS}", f"heavy={WAITS}") as parent:
        said_ready(parent)
        children = [*pids(tmp_path, "a"), *pids(tmp_path, "heavy")]
        assert os.getpriority(os.PRIO_PROCESS, children[1]) == 10
        parent.terminate()
        assert parent.wait(20) == 0
        assert not any(map(alive, children))


def test_killed_parent_takes_all_children_along(tmp_path: Path) -> None:
    with house(tmp_path, f"a={WAITS}", f"b={WAITS}") as parent:
        said_ready(parent)
        children = [*pids(tmp_path, "a"), *pids(tmp_path, "b")]
        parent.send_signal(signal.SIGKILL)
        until(lambda: not any(map(alive, children)))


def test_dead_child_starts_again_with_growing_pauses(tmp_path: Path) -> None:
    with house(tmp_path, f"a={WAITS}", f"b={WAITS}") as parent:
        said_ready(parent)
        for times in (1, 2):
            os.kill(pids(tmp_path, "a")[-1], signal.SIGKILL)
            until(lambda times=times: len(pids(tmp_path, "a")) == times + 1)  # type: ignore[misc]
        assert len(pids(tmp_path, "b")) == 1
        parent.terminate()
        _, errors = parent.communicate(timeout=20)
    assert errors.splitlines() == [
        "newsdesk: the a ended with status -9; it starts again in 0.5 s",
        "newsdesk: the a ended with status -9; it starts again in 1.0 s",
    ]


def test_second_ctrl_c_does_not_wait_for_a_deaf_child(tmp_path: Path) -> None:
    with house(tmp_path, f"a={DEAF}") as parent:
        said_ready(parent)
        time.sleep(0.1)
        parent.send_signal(signal.SIGINT)
        time.sleep(0.3)
        parent.send_signal(signal.SIGINT)
        assert parent.wait(30) == 0  # the child is deaf for a minute
        assert not alive(pids(tmp_path, "a")[0])


def test_child_that_refuses_its_settings_ends_the_start(tmp_path: Path) -> None:
    with house(tmp_path, f"a={WAITS}", "never=sys.exit(2)") as parent:
        assert parent.wait(20) == 2
        assert not any(map(alive, pids(tmp_path, "a")))


def test_grandchildren_of_a_dead_child_do_not_stay(tmp_path: Path) -> None:
    with house(tmp_path, f"a={SPAWNS}") as parent:
        said_ready(parent)
        first = pids(tmp_path, "a")[0]
        below = Path(f"/proc/{first}/task/{first}/children")
        until(lambda: bool(below.read_text()))
        grandchild = int(below.read_text())
        os.kill(first, signal.SIGKILL)
        until(lambda: not alive(grandchild))


READER = """
import sys
from newsdesk.processes.children import newsroom
from newsdesk.processes.house import House
from newsdesk.processes.ports import listens
port = int(sys.argv[1])
readers = newsroom("127.0.0.1", port, 2, 9)[:2]
sys.exit(House(readers, lambda: listens("127.0.0.1", port), lambda: print("ready", flush=True)).keep())
"""


def descendants(pid: int) -> list[int]:
    below = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [*below, *(further for child in below for further in descendants(child))]


def test_readers_with_open_connections_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    with hold_port("127.0.0.1", 0) as held:
        port = held.getsockname()[1]
        environment = {**os.environ, "NEWSDESK_DATA": str(tmp_path)}
        command = [sys.executable, "-c", READER, str(port)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as parent:
            said_ready(parent)
            until(lambda: len(descendants(parent.pid)) >= 2)
            family = descendants(parent.pid)
            with socket.create_connection(("127.0.0.1", port), timeout=10) as reader:
                reader.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                assert reader.recv(15) == b"HTTP/1.1 200 OK"
                parent.kill()
                until(lambda: not any(map(alive, family)))


def test_port_in_use_is_refused_in_one_line() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Refused, match=rf"127.0.0.1:{port}: Address already in use; choose another with --port"):
            hold_port("127.0.0.1", port)


def test_held_port_is_ours_alone_but_for_our_workers() -> None:
    with hold_port("127.0.0.1", 0) as held:
        port = held.getsockname()[1]
        with pytest.raises(Refused):
            hold_port("127.0.0.1", port)
        with socket.socket() as worker:
            worker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            worker.bind(("127.0.0.1", port))
            worker.listen()
            with socket.create_connection(("127.0.0.1", port), timeout=5):
                worker.accept()[0].close()


def test_port_in_use_ends_the_command_with_2(tmp_path: Path) -> None:
    with hold_port("127.0.0.1", 0) as held:
        done = subprocess.run(
            [sys.executable, "-m", "newsdesk.processes", "--port", str(held.getsockname()[1])],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
            env={**os.environ, "NEWSDESK_DATA": str(tmp_path)},
        )
    assert done.returncode == 2
    assert done.stderr.startswith("newsdesk: cannot listen on") and done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_parent_loads_no_django() -> None:
    code = "import sys, newsdesk.processes, newsdesk.press.serve; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_desks_port_in_use_names_its_setting(tmp_path: Path) -> None:
    with hold_port("127.0.0.1", 0) as held:
        port = str(held.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "newsdesk.processes", "--port", "0", "--desk-port", port],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
            env={**os.environ, "NEWSDESK_DATA": str(tmp_path)},
        )
    assert done.returncode == 2
    assert f"127.0.0.1:{port}: Address already in use; name another in NEWSDESK_DESK_PORT" in done.stderr
