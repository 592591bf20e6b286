"""What is to become of mail that only pretends to be the domain's (RFC 9989), and whose it is by a walk up the tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdesk.newsletter.doctor.finding import Finding
from newsdesk.newsletter.doctor.records import Records, plain, tags

ABOUT = "DMARC"
LONGEST_WALK = 8
POLICIES = ("none", "quarantine", "reject")
REMOVED = ("pct", "rf", "ri")


def check(domain: str, aligned: Sequence[str], records: Records) -> list[Finding]:
    """``aligned`` are the domains of the return path and the signature, one of which must be the sender's own."""
    return [*_policy(domain, records), *_alignment(domain, aligned, records)]


def walk(domain: str, records: Records) -> list[tuple[str, dict[str, str]]]:
    """The policies on the way up from the domain: itself, then at most seven names, the longest first (4.10)."""
    labels = plain(domain).split(".")
    starts = [0, *range(max(1, len(labels) - LONGEST_WALK + 1), len(labels))]
    names = [".".join(labels[start:]) for start in starts]
    return [(name, policy) for name in names if (policy := policy_of(name, records)) is not None]


def policy_of(name: str, records: Records) -> dict[str, str] | None:
    found = [tags(text) for text in records.of(f"_dmarc.{name}", "TXT") if _is_policy(text)]
    return found[0] if len(found) == 1 else None


def organisation(domain: str, records: Records) -> str:
    """The organisational domain: what says it is none of a public suffix, else what stands below one, else the
    shortest name that has a policy; without any, the domain itself.
    """
    found, labels = walk(domain, records), plain(domain).split(".")
    for name, policy in found:
        if policy.get("psd", "u") == "n":
            return name
        if policy.get("psd", "u") == "y" and name != plain(domain):
            return ".".join(labels[-name.count(".") - 2 :])
    return found[-1][0] if found else plain(domain)


def _policy(domain: str, records: Records) -> Iterator[Finding]:
    found = walk(domain, records)
    record = f'_dmarc.{domain}. TXT "v=DMARC1; p=none; rua=mailto:dmarc@{domain}"'
    if not found:
        words = f"Neither {domain} nor what stands above it has a policy; large providers want one."
        yield Finding("bad", ABOUT, words, "Add, and read the reports before you ask for more:", record)
        return
    own = found[0][0] == plain(domain)
    name, policy = found[0] if own else _of_organisation(found, organisation(domain, records))
    wish = policy.get("p", "") if own else policy.get("sp", policy.get("p", ""))
    yield from _wish(name, wish, policy)


def _of_organisation(found: list[tuple[str, dict[str, str]]], name: str) -> tuple[str, dict[str, str]]:
    return next(((at, policy) for at, policy in found if at == name), found[-1])


def _wish(name: str, wish: str, policy: dict[str, str]) -> Iterator[Finding]:
    gone = [tag for tag in REMOVED if tag in policy]
    if gone:
        words = f"The policy at _dmarc.{name} has {', '.join(gone)}, which RFC 9989 took out."
        yield Finding("doubt", ABOUT, words, "Take it out; for a trial use t=y.")
    if wish.lower() not in POLICIES:
        words = f"The policy at _dmarc.{name} asks for nothing that is known."
        yield Finding("doubt", ABOUT, words, f"Give p one of {', '.join(POLICIES)}.")
    elif wish.lower() == "none" and "rua" not in policy:
        words = f"The policy at _dmarc.{name} asks for nothing, and nobody gets the reports."
        yield Finding("doubt", ABOUT, words, f"Add rua=mailto:dmarc@{name} to it.")
    else:
        trial = " It is marked as a trial (t=y)." if policy.get("t") == "y" else ""
        yield Finding("good", ABOUT, f"_dmarc.{name} says what is to become of mail that pretends: {wish}.{trial}")


def _alignment(domain: str, aligned: Sequence[str], records: Records) -> Iterator[Finding]:
    mine = organisation(domain, records)
    others = [each for each in aligned if each and organisation(each, records) != mine]
    if aligned and len(others) == len(aligned):
        words = f"Neither the signature nor the return path belongs to {domain} ({', '.join(others)})."
        yield Finding("bad", ABOUT, words, f"Sign for {domain}, or let bounces go to an address there.")


def _is_policy(text: str) -> bool:
    return text.partition(";")[0].replace(" ", "").lower() == "v=dmarc1"
