"""Accounts of the desk: who may sign in, and in which role."""

from __future__ import annotations

import secrets
from typing import Any

from newsdesk.settings_env.refused import Refused

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def new_password() -> str:
    """Four groups of four letters and digits, easy to read out: 80 bits of chance."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def add(name: str, role: str, email: str = "", password: str = "") -> str:
    """Makes an account in a role; returns its password; raises ``Refused`` where the name is taken or no name."""
    from django.core.exceptions import ValidationError
    from django.db import transaction

    user = _user_model()(username=name, email=email)
    password = password or new_password()
    user.set_password(password)
    try:
        user.full_clean()
    except ValidationError as wrong:
        raise Refused(f"{name!r} cannot be added: {' '.join(wrong.messages)}") from None
    with transaction.atomic():
        user.save()
        user.groups.add(_group(role))
    return password


def change_password(name: str, password: str = "") -> str:
    """Gives an account a new password and returns it; raises ``Refused`` where there is no such account."""
    from newsdesk.desk.signing_in.limits import pardon

    user = _called(name)
    password = password or new_password()
    user.set_password(password)
    user.is_active = True
    user.save()
    pardon(name)
    return password


def take_factor(name: str) -> None:
    """Takes an account's second factor away; raises ``Refused`` where there is no such account, or no factor."""
    from newsdesk.desk.second_factor import acts
    from newsdesk.desk.second_factor.check import has_factor
    from newsdesk.desk.signing_in.limits import pardon

    user = _called(name)
    if not has_factor(user):
        raise Refused(f"{name} has no second factor; to sign in with a new password: newsdesk user password {name}")
    acts.take_away(user, by=None)
    pardon(name)


def everyone() -> list[tuple[str, str]]:
    """Names and roles of all accounts, by name."""
    users = _user_model().objects.order_by("username").prefetch_related("groups")
    return [(user.get_username(), ", ".join(group.name for group in user.groups.all()) or "no role") for user in users]


def _called(name: str) -> Any:
    user = _user_model().objects.filter(username=name).first()
    if user is None:
        raise Refused(f"nobody is called {name!r} here; see: newsdesk user list")
    return user


def _group(role: str) -> Any:
    from django.contrib.auth.models import Group

    from newsdesk.desk import roles

    name = {
        "reporter": roles.REPORTER,
        "editor": roles.EDITOR,
        "chief": roles.CHIEF,
        "picture-editor": roles.PICTURE_EDITOR,
    }
    return Group.objects.get(name=name[role])


def _user_model() -> Any:
    from django.contrib.auth import get_user_model

    return get_user_model()
