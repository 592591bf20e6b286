"""Writes ``docs/settings.md`` from the table of settings: ``python -m checks.settings_page``."""

from __future__ import annotations

from bootstrap.places import ROOT
from newsdesk.settings_env.setting import Setting
from newsdesk.settings_env.table import SETTINGS

PAGE = ROOT / "docs" / "settings.md"
HEAD = """# Settings

All settings come from the environment; there is no settings file to keep in step. A value that cannot be understood is
refused at start with one line that names the setting, the value and what is accepted (exit status 2). An empty value
stands for the default.

This page is written by `python -m checks.settings_page` from `src/newsdesk/settings_env/table.py`; a test compares
the two.
"""
IN_A_FILE = "May be given in a file, named by `{name}_FILE`. Never logged."


def page() -> str:
    """The page as it should be."""
    return HEAD + "".join(_section(setting) for setting in SETTINGS)


def _section(setting: Setting[object]) -> str:
    default = f"`{setting.default}`" if setting.default else "empty"
    secret = f"\n\n{IN_A_FILE.format(name=setting.name)}" if setting.secret else ""
    return f"\n## `{setting.name}`\n\n{setting.help}\n\nDefault: {default}{secret}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
