"""The doctor of a sending domain at the terminal: a line each, the record to add, and a status for scripts."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

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


@pytest.fixture
def signing(settings: Any) -> None:
    """Two keys of a name of its own, for a domain above that of the letters."""
    pair = generate_private_key(65537, 2048), Ed25519PrivateKey.generate()
    form = Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    settings.NEWSDESK_DKIM_KEY = "".join(each.private_bytes(*form).decode() for each in pair)
    settings.NEWSDESK_DKIM_SELECTOR, settings.NEWSDESK_DKIM_DOMAIN = "mail2026", "example"


@pytest.mark.usefixtures("signing")
def test_doctor_looks_for_the_keys_that_are_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "zone"
    file.write_text(ZONE)
    run("--records", str(file))
    told = capsys.readouterr().out
    missing = [line.strip() for line in told.splitlines() if "_domainkey" in line and "TXT" in line]
    assert [line.split(".")[0] for line in missing] == ["mail2026", "mail2026-ed25519"]
    assert all("._domainkey.example. TXT" in line for line in missing)
    file.write_text("\n".join([ZONE, *missing]))
    run("--records", str(file))
    assert capsys.readouterr().out.count("ok  DKIM") == 2
    file.write_text("\n".join([ZONE, *missing]).replace("k=ed25519", "k=rsa"))
    run("--records", str(file))
    assert "!!  DKIM: The key at mail2026-ed25519._domainkey.example is not the one" in capsys.readouterr().out


@pytest.mark.usefixtures("signing")
def test_doctor_may_be_told_another_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "zone"
    file.write_text(ZONE)
    run("--records", str(file), "--selector", "next")
    assert "There is no key at next-ed25519._domainkey.example" in capsys.readouterr().out
