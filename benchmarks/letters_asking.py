"""Readers ask for a letter at once, each from a network of their own; then all from one.

They come by the reader's workers as they do by a proxy on the machine, while the worker takes up what was asked.
``wrk`` runs on the same machine and takes its share of the processors.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks import ground
from benchmarks.house import processor, serving

WARMING = 3
SCRIPT = """
local n = 0
local id = 0
function setup(thread) thread:set("id", id); id = id + 1 end
function request()
  n = n + 1
  local from = "2001:db8:" .. string.format("%x:%x", n % 60000 + 1, n) .. "::1"
  if ONE then from = "203.0.113.7" end
  return wrk.format("POST", "/letters/sign-up/", {["Content-Type"] = "application/x-www-form-urlencoded",
    ["X-Forwarded-For"] = from}, "address=r" .. n .. "-" .. id .. "@reader.example")
end
"""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks letters_asking", description=__doc__)
    parser.add_argument("--seconds", type=int, default=10, help="how long readers ask")
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument(
        "--straight", type=int, default=0, metavar="PORT", help="ask the desk, which is to listen there"
    )
    options = parser.parse_args(arguments)
    if not shutil.which("wrk"):
        print("needs wrk: apt-get install wrk")
        return 2
    print(f"{ground.machine()}; load {os.getloadavg()[0]:.1f} at the start")
    with ground.newsroom(NEWSDESK_LOG_LEVEL="error") as folder, serving(folder, options.straight) as house:
        port = options.straight or house.port
        _run(folder, port, WARMING, options.connections, one=True)  # the first sheets are drawn, the network is known
        for one in (False, True):
            before = processor(house.pid)
            said = _run(folder, port, options.seconds, options.connections, one=one)
            print(f"from {'one network' if one else 'many networks'}: {said}; the desk answers: {house.answers()}")
            used = ", ".join(f"{kind} {ms / 1000:.1f} s" for kind, ms in (processor(house.pid) - before).items())
            print(f"  of processor: {used}")
        print(f"asks noted: {_count()}")
    return 0


def _run(folder: Path, port: int, seconds: int, connections: int, one: bool) -> str:
    script = folder / "asking.lua"
    script.write_text(f"ONE = {str(one).lower()}\n{SCRIPT}")
    url = f"http://127.0.0.1:{port}/letters/sign-up/"
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", str(script), url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = {name: re.search(pattern, said) for name, pattern in _PATTERNS.items()}
    return ", ".join(f"{name} {match[1]}" for name, match in found.items() if match)


_PATTERNS = {
    "a second": r"Requests/sec:\s+([\d.]+)",
    "requests": r"(\d+) requests in",
    "p99": r"99%\s+(\S+)",
    "no 200": r"Non-2xx or 3xx responses: (\d+)",
}


def _count() -> int:
    from newsdesk.newsletter.models import Ask, Consent

    return Ask.objects.count() + Consent.objects.count()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
