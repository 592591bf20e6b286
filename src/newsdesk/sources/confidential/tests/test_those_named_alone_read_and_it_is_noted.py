"""Who may do what with an identity, and the rows that say it was done; neither role nor rank is a way around."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import transaction
from pytest_django import Settings

from newsdesk.sources import merging
from newsdesk.sources.confidential import acts
from newsdesk.sources.confidential.carrying import BothTold
from newsdesk.sources.confidential.keys import NoKey
from newsdesk.sources.confidential.resealing import Tally, reseal
from newsdesk.sources.confidential.seal import Unreadable
from newsdesk.sources.models import HandlingRow, IdentityRow, OnlyAdded, SourceRow

pytestmark = pytest.mark.django_db
WHO = "Zilwyra Quorn, the harbour master's clerk"
OLD, NEW = b"o" * 32, b"n" * 32


@pytest.fixture(autouse=True)
def key(settings: Settings) -> None:
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (OLD,)


@pytest.fixture
def source() -> SourceRow:
    return SourceRow.objects.create(kind="anonymous", name="a clerk")


@pytest.fixture
def rosa() -> User:
    return User.objects.create_user("rosa")


@pytest.fixture
def edgar() -> User:
    return User.objects.create_user("edgar")


@pytest.fixture
def chief() -> User:
    user = User.objects.create_user("clara")
    user.user_permissions.add(Permission.objects.get(codename="see_handlings"))
    return user


@pytest.fixture
def told(source: SourceRow, rosa: User) -> SourceRow:
    acts.tell(source, WHO, [rosa], rosa)
    return source


def noted() -> list[tuple[str, str]]:
    return [(row.name, row.act) for row in HandlingRow.objects.order_by("pk")]


def test_whoever_is_named_reads_it_and_it_is_noted(told: SourceRow, rosa: User) -> None:
    assert acts.read(told, rosa) == WHO
    assert noted() == [("rosa", "told"), ("rosa", "read")]


@pytest.mark.parametrize("act", [acts.read, lambda source, by: acts.retell(source, "Somebody else", by),
    lambda source, by: acts.name_readers(source, [by], by)], ids=["read", "retell", "name"])  # fmt: skip
@pytest.mark.parametrize("who", ["edgar", "clara", "root"])
def test_nobody_else_reads_or_changes_it(
    told: SourceRow, rosa: User, edgar: User, chief: User, who: str, act: Any
) -> None:
    User.objects.create_superuser("root")
    with pytest.raises(acts.NotNamed):
        act(told, User.objects.get(username=who))
    assert noted() == [("rosa", "told")]
    assert acts.read(told, rosa) == WHO


def test_a_superuser_who_is_named_reads_it(source: SourceRow) -> None:
    root = User.objects.create_superuser("root")
    acts.tell(source, WHO, [root], root)
    assert acts.read(source, root) == WHO


def test_those_named_name_others_and_who_is_left_out_reads_no_more(told: SourceRow, rosa: User, edgar: User) -> None:
    acts.name_readers(told, [edgar], rosa)
    assert acts.read(told, edgar) == WHO
    with pytest.raises(acts.NotNamed):
        acts.read(told, rosa)
    assert HandlingRow.objects.get(act="named").readers == "edgar"


def test_a_closed_account_reads_no_more(told: SourceRow, rosa: User) -> None:
    rosa.is_active = False
    rosa.save()
    with pytest.raises(acts.NotNamed):
        acts.read(told, rosa)


def test_somebody_must_be_able_to_read_it(source: SourceRow, rosa: User) -> None:
    with pytest.raises(acts.NobodyNamed):
        acts.tell(source, WHO, [], rosa)
    assert not IdentityRow.objects.exists()


def test_what_was_recorded_is_not_recorded_over_unasked(told: SourceRow, rosa: User, edgar: User) -> None:
    with pytest.raises(acts.AlreadyTold):
        acts.tell(told, "Somebody else", [edgar], edgar)
    assert acts.read(told, rosa) == WHO


def test_recorded_anew_it_reads_anew(told: SourceRow, rosa: User) -> None:
    acts.retell(told, "Ilmar Quorn", rosa)
    assert acts.read(told, rosa) == "Ilmar Quorn"


@pytest.mark.parametrize(("who", "may"), [("rosa", True), ("clara", True), ("edgar", False)])
def test_those_named_and_a_chief_destroy_it(
    told: SourceRow, edgar: User, chief: User, settings: Settings, who: str, may: bool
) -> None:
    settings.NEWSDESK_CONFIDENTIAL_KEYS = ()
    by = User.objects.get(username=who)
    if not may:
        with pytest.raises(acts.NotNamed):
            acts.destroy(told, by)
        return
    acts.destroy(told, by)
    assert not IdentityRow.objects.exists()
    assert noted()[-1] == (who, "destroyed")


def test_nothing_is_noted_where_nothing_was_opened(told: SourceRow, rosa: User, settings: Settings) -> None:
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (NEW,)
    with pytest.raises(Unreadable):
        acts.read(told, rosa)
    assert noted() == [("rosa", "told")]


def test_without_a_key_nothing_is_recorded(source: SourceRow, rosa: User, settings: Settings) -> None:
    settings.NEWSDESK_CONFIDENTIAL_KEYS = ()
    with pytest.raises(NoKey):
        acts.tell(source, WHO, [rosa], rosa)
    assert not IdentityRow.objects.exists() and not noted()


def test_bytes_moved_to_another_source_stay_shut(told: SourceRow, rosa: User) -> None:
    other = SourceRow.objects.create(kind="anonymous", name="another clerk")
    acts.tell(other, "Ilmar", [rosa], rosa)
    IdentityRow.objects.filter(source=other).update(box=IdentityRow.objects.get(source=told).box)
    with pytest.raises(Unreadable):
        acts.read(other, rosa)


@pytest.mark.django_db(transaction=True)
def test_it_is_not_read_where_the_note_could_be_rolled_back() -> None:
    rosa = User.objects.create_user("rosa")
    source = SourceRow.objects.create(kind="anonymous", name="a clerk")
    acts.tell(source, WHO, [rosa], rosa)
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        acts.read(source, rosa)


CHANGES: dict[str, Callable[[HandlingRow], object]] = {
    "save": lambda row: row.save(),
    "delete": lambda row: row.delete(),
    "update several": lambda row: HandlingRow.objects.filter(pk=row.pk).update(name="nobody"),
    "delete several": lambda row: HandlingRow.objects.all().delete(),
    "bulk": lambda row: HandlingRow.objects.bulk_update([row], ["name"]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_was_noted_stays(told: SourceRow, change: Callable[[HandlingRow], object]) -> None:
    with pytest.raises(OnlyAdded), transaction.atomic():
        change(HandlingRow.objects.get())
    assert noted() == [("rosa", "told")]


def test_notes_outlive_the_account_they_name(told: SourceRow, rosa: User) -> None:
    rosa.delete()
    assert noted() == [("rosa", "told")]


def test_a_new_key_takes_over_and_the_old_one_is_needed_no_more(
    told: SourceRow, rosa: User, settings: Settings
) -> None:
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (NEW, OLD)
    assert acts.read(told, rosa) == WHO
    assert (reseal(), reseal()) == (Tally(kept=0, done=1, shut=0), Tally(kept=1, done=0, shut=0))
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (NEW,)
    assert acts.read(told, rosa) == WHO


def test_what_cannot_be_opened_is_left_as_it_is(told: SourceRow, rosa: User, settings: Settings) -> None:
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (NEW,)
    assert reseal() == Tally(kept=0, done=0, shut=1)
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (OLD,)
    assert acts.read(told, rosa) == WHO


def test_a_merged_source_takes_its_identity_along(told: SourceRow, rosa: User, edgar: User) -> None:
    into = SourceRow.objects.create(kind="group", name="people at the harbour")
    merging.merge(told, into, edgar)
    assert acts.read(into, rosa) == WHO
    with pytest.raises(acts.NotNamed):
        acts.read(told, rosa)
    assert ("edgar", "carried") in noted()


def test_a_source_of_which_it_is_recorded_takes_another_in(told: SourceRow, rosa: User) -> None:
    other = SourceRow.objects.create(kind="anonymous", name="another clerk")
    merging.merge(other, told)
    assert acts.read(told, rosa) == WHO


@pytest.mark.parametrize("hindrance", ["both", "no key"])
def test_two_identities_never_become_one_and_none_is_lost(
    told: SourceRow, rosa: User, settings: Settings, hindrance: str
) -> None:
    into = SourceRow.objects.create(kind="anonymous", name="another clerk")
    if hindrance == "both":
        acts.tell(into, "Ilmar", [rosa], rosa)
    else:
        settings.NEWSDESK_CONFIDENTIAL_KEYS = ()
    with pytest.raises((BothTold, Unreadable)):
        merging.merge(told, into)
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (OLD,)
    told.refresh_from_db()
    assert told.merged_into is None
    assert acts.read(told, rosa) == WHO
