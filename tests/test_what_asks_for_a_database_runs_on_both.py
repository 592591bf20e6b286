"""What asks for the test database, in whichever way, is marked for the run on PostgreSQL; nothing else is."""

from __future__ import annotations

import pytest
from django.test import TestCase


def marked(request: pytest.FixtureRequest) -> bool:
    return request.node.get_closest_marker("database") is not None


@pytest.fixture
def newsroom(db: None) -> None:
    pass


@pytest.mark.django_db
def test_a_marked_test_is(request: pytest.FixtureRequest) -> None:
    assert marked(request)


def test_a_test_whose_fixtures_ask_is(request: pytest.FixtureRequest, newsroom: None) -> None:
    assert marked(request)


class TestOfDjango(TestCase):
    @pytest.fixture(autouse=True)
    def asked(self, request: pytest.FixtureRequest) -> None:
        self.marked = marked(request)

    def test_a_case_of_django_is(self) -> None:
        assert self.marked


def test_a_test_without_a_database_is_not(request: pytest.FixtureRequest) -> None:
    assert not marked(request)
