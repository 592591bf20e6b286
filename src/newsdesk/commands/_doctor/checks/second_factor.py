"""Second factors: whether chiefs have one, and whether those there are can be opened."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.commands._doctor.finding import Finding, fail, ok, warn

NEEDS_NEWSROOM = True


def check() -> Iterator[Finding]:
    from newsdesk.desk.second_factor.authenticator import Authenticator

    shut = sum(not factor.opens() for factor in Authenticator.objects.all())
    if shut:
        yield fail(
            f"{shut} second factors were sealed with another key",
            "bring back the seal.key they were made under; or: newsdesk user take-factor NAME, for each",
        )
    yield _chiefs()


def _chiefs() -> Finding:
    from django.contrib.auth import get_user_model

    from newsdesk.desk.roles import CHIEF
    from newsdesk.desk.second_factor.authenticator import Authenticator
    from newsdesk.desk.second_factor.demanded import FactorDemand

    chiefs = get_user_model().objects.filter(is_active=True, groups__name=CHIEF)
    bare = chiefs.exclude(pk__in=Authenticator.objects.values("user")).count()
    if bare:
        return warn(f"{bare} of {chiefs.count()} chiefs have no second factor", "set it up: Account, Second factor")
    if not FactorDemand.objects.filter(group__name=CHIEF).exists():
        return warn("no second factor is demanded of chiefs", "demand it: Settings, Second factors")
    return ok("every chief has a second factor")
