"""Which machines may send for the domain (RFC 7208)."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsdesk.newsletter.doctor.finding import Finding
from newsdesk.newsletter.doctor.records import Records, addresses, plain

MOST_LOOKUPS = 10
ABOUT = "SPF"


@dataclass
class Reading:
    """What a policy allows, followed through its includes; ``lookups`` as RFC 7208, 4.6.4 counts them."""

    networks: list[str] = field(default_factory=list)
    lookups: int = 0
    ends: str = ""
    wrong: list[str] = field(default_factory=list)


def check(domain: str, senders: Sequence[str], records: Records) -> list[Finding]:
    """``domain`` is that of the return path; ``senders`` are addresses letters leave from, as far as they are known."""
    found = policies(domain, records)
    allow = " ".join(f"ip{ipaddress.ip_address(each).version}:{each}" for each in senders) or "a mx"
    record = f'{domain}. TXT "v=spf1 {allow} -all"'
    if not found:
        words = f"{domain} does not say which machines send its mail; many servers refuse it."
        return [Finding("bad", ABOUT, words, "Add:", record)]
    if len(found) > 1:
        words = f"{domain} has {len(found)} policies; servers then heed none."
        return [Finding("bad", ABOUT, words, "Make one of them, with all that is in them.")]
    reading = Reading()
    read(domain, found[0], records, reading, top=True)
    return list(_judged(domain, found[0], senders, reading))


def policies(domain: str, records: Records) -> list[str]:
    return [text for text in records.of(domain, "TXT") if text.lower().split(" ")[0] == "v=spf1"]


def read(domain: str, policy: str, records: Records, reading: Reading, *, top: bool) -> None:
    """Follows a policy as far as a server would."""
    for word in policy.lower().split()[1:]:
        if reading.lookups > MOST_LOOKUPS:
            return
        name, _, value = word.lstrip("+?~-").replace("=", ":", 1).partition(":")
        match name.partition("/")[0]:
            case "ip4" | "ip6":
                reading.networks += [value] if word[0] not in "?~-" else []
            case "a":
                reading.lookups += 1
                reading.networks += addresses(value.partition("/")[0] or domain, records)
            case "mx":
                reading.lookups += 1
                for host in records.of(value.partition("/")[0] or domain, "MX"):
                    reading.networks += addresses(plain(host.split()[-1]), records)
            case "include" | "redirect":
                _follow(value, records, reading, top=top and name == "redirect")
            case "exists" | "ptr":
                reading.lookups += 1
            case "all":
                reading.ends = word if top else reading.ends


def _follow(domain: str, records: Records, reading: Reading, *, top: bool) -> None:
    reading.lookups += 1
    found = policies(domain, records)
    if len(found) != 1:
        reading.wrong.append(domain)
        return
    read(domain, found[0], records, reading, top=top)


def _judged(domain: str, policy: str, senders: Sequence[str], reading: Reading) -> Iterator[Finding]:
    if reading.lookups > MOST_LOOKUPS:
        words = f"The policy of {domain} needs more than {MOST_LOOKUPS} look-ups; servers stop there and heed nothing."
        yield Finding("bad", ABOUT, words, "Take out includes of services that send nothing for you.")
    for name in reading.wrong:
        yield Finding("bad", ABOUT, f"The policy of {domain} includes {name}, which has none.", "Take it out.")
    if reading.ends in ("+all", "all", "?all"):
        words = f"The policy of {domain} ends in {reading.ends}: anybody may send in your name."
        yield Finding("bad", ABOUT, words, "End it in -all or ~all.", f'{domain}. TXT "{_closed(policy)}"')
    elif not reading.ends:
        yield Finding("doubt", ABOUT, f"The policy of {domain} has no end.", "Add -all as its last word.")
    missing = [each for each in senders if not _allows(reading.networks, each)]
    for each in missing:
        words = f"Letters leave from {each}, which the policy of {domain} does not allow."
        version = ipaddress.ip_address(each).version
        added = policy.replace("v=spf1", f"v=spf1 ip{version}:{each}", 1)
        yield Finding("bad", ABOUT, words, "Replace the policy by:", f'{domain}. TXT "{added}"')
    if reading.ends in ("-all", "~all") and not missing and not reading.wrong and reading.lookups <= MOST_LOOKUPS:
        yield Finding("good", ABOUT, f"{domain} says which machines send its mail.")


def _closed(policy: str) -> str:
    return " ".join(word for word in policy.split() if word.lstrip("+?") != "all") + " -all"


def _allows(networks: Sequence[str], address: str) -> bool:
    for network in networks:
        try:
            if ipaddress.ip_address(address) in ipaddress.ip_network(network, strict=False):
                return True
        except ValueError:
            continue
    return False
