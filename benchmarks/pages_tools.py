"""The judges of pages, from npm: Lighthouse, pa11y with axe and HTML_CodeSniffer, and the Nu HTML checker.

They are installed once, in pinned versions and without their scripts, into ``.newsdesk/page-tools``; the Nu checker
needs Java 11, and Node comes as a package. https://validator.github.io/validator/, https://pa11y.org/,
https://developer.chrome.com/docs/lighthouse/overview
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OURS = ROOT / "benchmarks" / "page_tools"
PLACE = ROOT / ".newsdesk" / "page-tools"
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync"
)
AUDITS = {"largest-contentful-paint": "LCP", "cumulative-layout-shift": "CLS"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")

UNLEARNT = ":highlight("
"""Marks the sentence that is read (https://www.w3.org/TR/css-highlight-api-1/); the Nu checker cannot parse it yet."""


def missing() -> list[str]:
    """What has to be installed by hand first."""
    return [name for name in ("npm", "java", "chromium") if not shutil.which(name)]


def install() -> None:
    """Puts the tools in place, where they are not there in these versions already."""
    PLACE.mkdir(parents=True, exist_ok=True)
    for file in OURS.iterdir():
        shutil.copyfile(file, PLACE / file.name)
    asked = (OURS / "package.json").read_text()
    stamp = PLACE / "installed"
    if stamp.exists() and stamp.read_text() == asked:
        return
    print("installing Lighthouse, pa11y and the Nu checker …", flush=True)
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]
    done = subprocess.run(["npm", "install", *options], cwd=PLACE, capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise SystemExit(done.stderr)
    stamp.write_text(asked)


def nu(files: Mapping[str, Path]) -> dict[str, list[str]]:
    """Errors and warnings in HTML and CSS files, by the name each file was given."""
    jar = PLACE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-Xmx512m", "-jar", jar, "--format", "json", "--also-check-css", "--exit-zero-always"]
    done = subprocess.run([*command, *files.values()], capture_output=True, text=True, check=True, timeout=300)
    names = {path.as_uri(): name for name, path in files.items()}
    found: dict[str, list[str]] = defaultdict(list)
    for said in json.loads(done.stderr)["messages"]:
        if UNLEARNT in said.get("extract", ""):
            continue
        if said["type"] != "info" or said.get("subType") == "warning":
            where = names.get(said.get("url", "").replace("file:/", "file:///").replace("file://///", "file:///"), "?")
            found[where].append(f"{said['message']} (line {said.get('lastLine', '?')})")
    return dict(found)


def access(addresses: Sequence[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Each address and colour scheme with what axe and HTML_CodeSniffer found, WCAG 2 AA."""
    command = [_node(), PLACE / "access.mjs", CHROMIUM, *addresses]
    with subprocess.Popen(command, cwd=PLACE, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            said = json.loads(line)
            yield said["address"], said["scheme"], said["found"]
    if process.returncode:
        raise SystemExit("pa11y failed")


def lighthouse(address: str) -> dict[str, float]:
    """The four scores in percent, ``LCP`` in ms and ``CLS`` of one run: a cheap phone on slow 4G, simulated."""
    script = PLACE / "node_modules" / "lighthouse" / "cli" / "index.js"
    options = ["--output=json", "--quiet", f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    command: list[Any] = [_node(), script, address, *options]
    said = json.loads(_tried(command, environment))
    scores = {name: round(said["categories"][name]["score"] * 100) for name in CATEGORIES}
    return scores | {short: said["audits"][audit]["numericValue"] for audit, short in AUDITS.items()}


def _tried(command: Sequence[Any], environment: Mapping[str, str]) -> str:
    """What a command prints; up to three tries, for on a busy machine Lighthouse misses its own start (NO_NAVSTART)."""
    for _ in range(3):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)
        if done.returncode == 0:
            return done.stdout
    raise SystemExit(done.stderr)


def _node() -> str:
    return str(PLACE / "node_modules" / ".bin" / "node")
