"""What readers are served has no cookie; the desk's go to the desk only, and over https where the site has it."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client

PROBE = """
import json
from newsdesk import settings as s
print(json.dumps([s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.ALLOWED_HOSTS, s.CSRF_TRUSTED_ORIGINS]))
"""


@pytest.mark.django_db
def test_the_sign_in_page_sets_its_cookie_for_the_desk() -> None:
    cookies = Client().get("/desk/login/").cookies
    assert cookies
    for cookie in cookies.values():
        assert cookie["path"] == "/desk/"
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


@pytest.mark.django_db
def test_a_stranger_sees_no_file_of_the_desk() -> None:
    for path in ("/desk/media/original_images/source.jpg", "/desk/papers/1/contract.pdf"):
        answer = Client().get(path)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/desk/login/")


def test_https_makes_cookies_secure_and_names_the_origin() -> None:
    environment = {**os.environ, "NEWSDESK_SITE_URL": "https://paper.example"}
    told = subprocess.run(
        [sys.executable, "-c", PROBE], env=environment, capture_output=True, text=True, check=True
    ).stdout
    assert json.loads(told) == [
        True,
        True,
        ["paper.example", "localhost", "127.0.0.1", "[::1]"],
        ["https://paper.example"],
    ]


def test_requests_hold_no_transaction() -> None:
    assert not settings.DATABASES["default"].get("ATOMIC_REQUESTS")
