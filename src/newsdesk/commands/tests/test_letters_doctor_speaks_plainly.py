"""The doctor of a sending domain at the terminal: a line each, the record to add, and a status for scripts."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from newsdesk.commands import letters
from newsdesk.settings_env.refused import Refused

ZONE = """\
; as exported
news.example. 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"
_dmarc.news.example. TXT "v=DMARC1; p=none; rua=mailto:dmarc@news.example"
"""


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    letters.add_arguments(parser)
    return letters.run(parser.parse_args(["doctor", "news.example", *words]))


def test_doctor_speaks_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "zone"
    file.write_text(ZONE)
    assert run("--records", str(file), "--from", "192.0.2.25") == 1
    told = capsys.readouterr().out
    assert "ok  SPF: news.example says which machines" in told
    assert "!!  MX: No mail reaches news.example" in told and "news.example. MX 10 mail.news.example." in told
    assert "!!  DKIM: There is no key at newsdesk._domainkey.news.example" in told


@pytest.mark.parametrize("words", ["news.example TXT", "\0", ""])
def test_file_that_holds_no_records_is_refused_or_empty(tmp_path: Path, words: str) -> None:
    file = tmp_path / "zone"
    file.write_text(words)
    if words == "":
        assert run("--records", str(file)) == 1
        return
    with pytest.raises(Refused):
        run("--records", str(file))


def test_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        run("--records", str(tmp_path / "none"))
