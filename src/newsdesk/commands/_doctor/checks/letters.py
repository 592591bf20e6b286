"""Whether readers who ask for letters can be mailed to confirm."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.commands._doctor.finding import Finding, ok, warn

NEEDS_NEWSROOM = True
REMEDIES = {
    False: "mend NEWSDESK_EMAIL_URL or the mail server; these readers have to ask again",
    True: "nothing, where a few were mistyped; many of one kind say that the server minds us",
}


def check() -> Iterator[Finding]:
    from newsdesk.newsletter.asking import giving_up

    told = False
    for refused, what in ((False, "could not be mailed"), (True, "have addresses that were refused")):
        for row in giving_up.lately(refused=refused)[:5]:
            told = True
            why = f"{row.code} {row.reply}".strip()
            yield warn(f"{row.count} who asked for letters {what} ({row.day}: {why})", REMEDIES[refused])
    if not told:
        yield ok("readers who ask for letters are mailed")
