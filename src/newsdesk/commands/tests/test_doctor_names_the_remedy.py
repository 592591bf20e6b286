"""Each finding is one line; what is wrong comes with what to do."""

import http.server
import os
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from pytest_django import Settings

from newsdesk.audio.models import AudioRules, VoiceRule
from newsdesk.audio.sound import certificate
from newsdesk.commands._doctor import port
from newsdesk.commands._doctor.checks import audio, disk, folders, letters, mail, purge, second_factor, worker
from newsdesk.commands._doctor.checks import settings as settings_check
from newsdesk.commands._doctor.finding import Finding
from newsdesk.commands._doctor.round import findings
from newsdesk.desk import newsroom, roles
from newsdesk.desk.second_factor.demanded import demand
from newsdesk.desk.tests.codes import given_factor
from newsdesk.desk.tests.conftest import person
from newsdesk.newsletter.models import GivenUp
from newsdesk.press.models import Purge, PurgeTrouble


def levels(found: list[Finding]) -> list[str]:
    return [one.level for one in found]


@pytest.mark.django_db
def test_every_finding_but_a_good_one_has_a_remedy() -> None:
    for found in findings():
        assert "\n" not in found.line()
        assert bool(found.remedy) is (found.level != "ok")


def test_a_misspelt_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSDESK_SITENAME", "The Packet")
    assert any("NEWSDESK_SITENAME is no setting" in found.what for found in settings_check.check())


def test_a_silent_worker_is_told(settings: Settings, tmp_path: Path) -> None:
    settings.NEWSDESK_DATA = tmp_path
    assert levels(list(worker.check())) == ["warn", "warn"]
    (tmp_path / "run").mkdir()
    for beat in ("worker.beat", "heavy.beat"):
        (tmp_path / "run" / beat).touch()
    assert levels(list(worker.check())) == ["ok", "ok"]
    os.utime(tmp_path / "run" / "worker.beat", (time.time() - 3600,) * 2)
    assert levels(list(worker.check())) == ["fail", "ok"]


def test_a_key_that_others_can_read_is_told(settings: Settings, tmp_path: Path) -> None:
    settings.NEWSDESK_DATA = settings.NEWSDESK_SHELF = settings.NEWSDESK_ORIGINALS = tmp_path
    (tmp_path / "secret.key").touch(mode=0o644)
    assert "chmod 600" in list(folders.check())[-2].remedy


@pytest.mark.django_db
def test_chiefs_without_a_second_factor_are_told(settings: Settings) -> None:
    newsroom.setup()
    chief = person("clara", roles.CHIEF)
    assert [found.what for found in second_factor.check()] == ["1 of 1 chiefs have no second factor"]
    given_factor(chief)
    assert [found.remedy for found in second_factor.check()] == ["demand it: Settings, Second factors"]
    demand(Group.objects.filter(name=roles.CHIEF))
    assert levels(list(second_factor.check())) == ["ok"]
    settings.NEWSDESK_SEAL_KEY = "a key that somebody made anew, on another machine"
    assert levels(list(second_factor.check())) == ["fail", "ok"]


@pytest.mark.django_db
def test_a_cdn_that_does_not_hear_is_told(settings: Settings) -> None:
    assert list(purge.check()) == []
    settings.NEWSDESK_PURGE_CDN = "varnish"
    assert levels(list(purge.check())) == ["ok"]
    Purge.objects.create(path="/")
    PurgeTrouble.objects.create(error="it answered 503", next_attempt_at=timezone.now())
    assert [found.what for found in purge.check()] == [
        "varnish does not hear what changed (it answered 503); sheets to go: 1"
    ]


@pytest.mark.django_db
def test_readers_who_could_not_be_mailed_are_told() -> None:
    assert levels(list(letters.check())) == ["ok"]
    GivenUp.objects.create(day=timezone.now(), refused=False, code="4.3.2", reply="not now", count=3)
    (found,) = letters.check()
    assert found.what.startswith("3 who asked for letters could not be mailed") and "4.3.2 not now" in found.what


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        disk.shutil, "disk_usage", lambda place: disk.shutil._ntuple_diskusage(10**12, 10**12 - 10**9, 10**9)
    )
    assert set(levels(list(disk.check()))) == {"fail"}


def test_mail_that_only_gets_printed_is_told(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert levels(list(mail.check())) == ["warn"]


def test_another_program_on_the_port_is_not_taken_for_the_newsroom() -> None:
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as stranger:
        serving = threading.Thread(target=stranger.serve_forever)
        serving.start()
        found = port.check(stranger.server_port)
        stranger.shutdown()
        serving.join()
    assert found.level == "fail"
    assert port.check(stranger.server_port).level == "warn"


@pytest.mark.django_db
def test_a_voice_that_cannot_work_is_told(settings: Settings, tmp_path: Path) -> None:
    settings.NEWSDESK_DATA = tmp_path
    AudioRules.objects.create(voice="http")
    VoiceRule.objects.create(language="uk", voice="gone")
    told = list(audio.check())
    assert levels(told) == ["fail", "fail", "ok"]
    assert "which is not there" in told[0].what and "NEWSDESK_SPEECH_URL" in told[1].remedy
    AudioRules.objects.update(on=False)
    assert levels(list(audio.check())) == ["ok"]


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "level"), [(-1, "fail"), (30, "warn"), (300, "ok")])
def test_a_certificate_that_ends_soon_is_told(settings: Settings, tmp_path: Path, days: int, level: str) -> None:
    settings.NEWSDESK_DATA = tmp_path
    begun = datetime.now(UTC) - timedelta(days=365.25 * certificate.YEARS - days)
    chain, key = certificate.make("The Packet", begun)
    (tmp_path / "c2pa.pem").write_text(key + chain)
    assert list(audio.check())[-1].level == level
