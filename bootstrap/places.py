"""Where the set-up keeps things."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
HALF_MADE = VENV / "half-made"
WORK = ROOT / ".newsdesk"
LOG = WORK / "setup.log"
LOCK = WORK / "setup.lock"
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
