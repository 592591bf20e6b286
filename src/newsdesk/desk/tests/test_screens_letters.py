"""Letters at the desk: written as values, looked at as mailed, let go by those who may, and counted without a name."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from newsdesk.archive.codec import decode
from newsdesk.article.body import Body, RelatedCard
from newsdesk.desk import roles
from newsdesk.desk.filing_body import file_body
from newsdesk.desk.models import ArticlePage
from newsdesk.desk.screens.letters import board, waiting
from newsdesk.desk.screens.letters.blocks import IssueBody
from newsdesk.desk.screens.letters.unfiling import unfile
from newsdesk.desk.tests.conftest import Begin, person, signed_in
from newsdesk.newsletter import posts
from newsdesk.newsletter.making import acts, drawn
from newsdesk.newsletter.making.refused import Refused
from newsdesk.newsletter.models import (
    Delivery,
    GivenUp,
    Issue,
    Letter,
    Subscriber,
    Subscription,
    Suppression,
    Turn,
    Visits,
)
from newsdesk.newsletter.posting.tests import makers
from newsdesk.newsletter.suppression import lift, suppress, suppressed

State = Issue.State
NO_ARTICLE = "00000000-0000-0000-0000-000000000000"


@pytest.fixture
def chief(desk: None) -> User:
    return person("clara", roles.CHIEF)


@pytest.fixture
def at_chief(chief: User) -> Client:
    return signed_in(chief)


@pytest.fixture
def letter(desk: None) -> Letter:
    return makers.letter()


@pytest.fixture
def breaking(desk: None) -> Letter:
    return makers.letter(name="Breaking", slug="breaking", by=Letter.By.BREAKING, a_day=1)


def to(name: str, *args: Any) -> str:
    return reverse(f"newsdesk_letters:{name}", args=args)


def form(article: ArticlePage, subject: str = "Ferries today", **fields: Any) -> dict[str, Any]:
    body = [("related_card", str(article.pk)), ("paragraph", rich_text("<p>And <b>more</b>.</p>", features=["bold"]))]
    given = {"subject": subject, "preview": "All of them.", "due_at": "", "version": "", "body": streamfield(body)}
    return nested_form_data(given | fields)


def written(client: Client, letter: Letter, article: ArticlePage) -> Issue:
    answer = client.post(to("begin", letter.pk), form(article))
    issue = Issue.objects.get()
    assert answer["Location"] == to("preview", issue.pk)
    return issue


def let_go(client: Client, issue: Issue) -> Issue:
    """As the preview's button does."""
    seen = client.get(to("preview", issue.pk)).context["mark"]
    client.post(to("let_go", issue.pk), {"seen": seen})
    return Issue.objects.get(pk=issue.pk)


def test_issue_is_filed_as_values_with_the_editions_it_carries(
    at_editor: Client, letter: Letter, published: ArticlePage
) -> None:
    issue = written(at_editor, letter, published)
    assert [block["kind"] for block in issue.body] == ["related_card", "paragraph"]
    carried = issue.carried.get()
    assert (str(carried.article), carried.number, carried.lead) == (published.archive_id, 1, True)
    assert (issue.version, issue.made_by, issue.state) == (1, "edgar", State.DRAFT)


def test_each_change_makes_a_version_and_nobody_overwrites_another(
    at_editor: Client, letter: Letter, published: ArticlePage
) -> None:
    issue = written(at_editor, letter, published)
    at_editor.post(to("change", issue.pk), form(published, "Other", version=1))
    assert Issue.objects.get().version == 2
    at_editor.post(to("change", issue.pk), form(published, "Other", version=2))
    assert Issue.objects.get().version == 2, "nothing was changed"
    answer = at_editor.post(to("change", issue.pk), form(published, "Third", version=1))
    assert "Somebody changed this issue" in answer.content.decode()
    assert Issue.objects.get().subject == "Other"


def test_what_is_filed_can_be_edited_again_and_is_the_same(
    at_editor: Client, letter: Letter, published: ArticlePage
) -> None:
    body: Body = decode(written(at_editor, letter, published).body, Body)  # type: ignore[arg-type]
    assert file_body(IssueBody().normalize(unfile(body))) == body


def test_only_what_is_live_stands_in_a_letter(at_editor: Client, letter: Letter, begin: Begin) -> None:
    answer = at_editor.post(to("begin", letter.pk), form(begin("A draft")))
    assert answer.status_code == 200
    assert not Issue.objects.exists()


def test_preview_is_what_is_mailed(
    at_editor: Client, editor: User, letter: Letter, published: ArticlePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue, door = written(at_editor, letter, published), Door()
    monkeypatch.setattr(posts, "current", lambda: door)
    shown = at_editor.get(to("mail", issue.pk))
    at_editor.post(to("test", issue.pk))
    mails, rendered = door.mails, drawn.drawn(issue)
    assert [envelope.to for _bytes, envelope in mails] == [editor.email]
    assert shown.content.decode() == rendered.html
    assert "sandbox" in shown["Content-Security-Policy"]
    assert "script-src" not in shown["Content-Security-Policy"]
    whole = _html_of(mails[0][0])
    assert published.title in whole
    assert len(whole) >= len(rendered.html) - 10
    assert rendered.text in at_editor.get(to("preview", issue.pk)).context["rendered"].text


class Door:
    """Keeps what it is handed."""

    def __init__(self) -> None:
        self.mails: list[tuple[bytes, Any]] = []

    def hand(self, message: bytes, envelope: Any, *, before_body: Any) -> posts.Handed:
        assert before_body()
        self.mails.append((message, envelope))
        return posts.Handed("250", "ok")

    def close(self) -> None:
        pass


def _html_of(message: bytes) -> str:
    import email

    parts = [part for part in email.message_from_bytes(message).walk() if part.get_content_type() == "text/html"]
    return bytes(parts[0].get_payload(decode=True)).decode()  # type: ignore[arg-type]


def test_editors_compose_and_chiefs_let_go(
    at_editor: Client, at_chief: Client, letter: Letter, published: ArticlePage
) -> None:
    issue = written(at_editor, letter, published)
    assert let_go(at_editor, issue).state == State.DRAFT
    issue = let_go(at_chief, issue)
    assert (issue.state, issue.agreed_by) == (State.SCHEDULED, "clara")
    assert issue.due_at and issue.due_at <= timezone.now()


def test_nothing_goes_that_was_not_looked_at_as_it_is(
    at_editor: Client, at_chief: Client, letter: Letter, published: ArticlePage
) -> None:
    issue = written(at_editor, letter, published)
    at_chief.post(to("let_go", issue.pk))
    assert Issue.objects.get().state == State.DRAFT
    seen = at_chief.get(to("preview", issue.pk)).context["mark"]
    at_editor.post(to("change", issue.pk), form(published, "Changed meanwhile", version=1))
    at_chief.post(to("let_go", issue.pk), {"seen": seen})
    assert Issue.objects.get().state == State.DRAFT


def test_scheduled_issue_that_is_changed_waits_for_another_look(
    at_editor: Client, at_chief: Client, letter: Letter, published: ArticlePage
) -> None:
    issue = let_go(at_chief, written(at_editor, letter, published))
    at_editor.post(to("change", issue.pk), form(published, "Changed", version=1))
    issue = Issue.objects.get()
    assert (issue.state, issue.agreed_by, issue.version) == (State.DRAFT, "", 2)


def test_stopped_run_goes_on_only_after_another_look(at_chief: Client, letter: Letter, published: ArticlePage) -> None:
    issue = let_go(at_chief, written(at_chief, letter, published))
    Issue.objects.update(state=State.SENDING, began_at=timezone.now())
    at_chief.post(to("act", issue.pk, "stop"))
    assert Issue.objects.get().state == State.STOPPED
    at_chief.post(to("let_go", issue.pk))
    assert Issue.objects.get().state == State.STOPPED
    assert let_go(at_chief, issue).state == State.SENDING


def test_dropping_what_was_let_go_is_for_chiefs(at_editor: Client, at_chief: Client, letter: Letter) -> None:
    issue = makers.issue(letter)
    assert at_editor.post(to("act", issue.pk, "drop")).status_code in (302, 403)
    assert Issue.objects.get().state == State.SCHEDULED
    at_chief.post(to("act", issue.pk, "stop"))
    at_chief.post(to("act", issue.pk, "drop"))
    assert Issue.objects.get().state == State.DROPPED


def test_breaking_needs_a_second_person(
    at_editor: Client, at_chief: Client, chief: User, breaking: Letter, published: ArticlePage
) -> None:
    filled = at_chief.get(to("breaking", published.pk)).context["form"]
    assert filled.initial["subject"] == published.title
    at_chief.post(to("breaking", published.pk), {"letter": breaking.pk, "subject": "Ferry!", "preview": "Now."})
    issue = Issue.objects.get()
    assert let_go(at_chief, issue).state == State.DRAFT
    second = signed_in(person("carl", roles.CHIEF))
    assert "asks for your yes" in second.get("/desk/").content.decode()
    issue = let_go(second, issue)
    assert (issue.state, issue.made_by, issue.agreed_by) == (State.SCHEDULED, "clara", "carl")


def test_chief_alone_is_told_why_and_can_be_let_do_it(
    at_chief: Client, chief: User, breaking: Letter, published: ArticlePage
) -> None:
    given = {"letter": breaking.pk, "subject": "Ferry!", "preview": "Now."}
    at_chief.post(to("breaking", published.pk), given)
    issue = Issue.objects.get()
    told = at_chief.get(to("preview", issue.pk)).content.decode()
    assert "nobody else here may let letters go" in told and to("letter_edit", breaking.pk) in told
    assert let_go(at_chief, issue).state == State.DRAFT
    Letter.objects.update(second_yes=False)
    assert "nobody else here" not in at_chief.get(to("preview", issue.pk)).content.decode()
    assert let_go(at_chief, issue).state == State.SCHEDULED


def test_second_chief_is_somebody_who_may_agree(at_chief: Client, breaking: Letter, published: ArticlePage) -> None:
    person("cyril", roles.CHIEF)
    at_chief.post(to("breaking", published.pk), {"letter": breaking.pk, "subject": "Ferry!", "preview": "Now."})
    told = at_chief.get(to("preview", Issue.objects.get().pk)).content.decode()
    assert "so somebody else has to agree" in told and "nobody else here" not in told


def test_whoever_changes_it_needs_another_yes(chief: User, breaking: Letter) -> None:
    issue = acts.begin(breaking, acts.Words("Ferry!", "", (RelatedCard(NO_ARTICLE),)), "edgar")
    acts.change(issue.pk, 1, acts.Words("Ferry late!", "", (RelatedCard(NO_ARTICLE),)), "clara")
    with pytest.raises(Refused):
        acts.let_go(issue.pk, "seen", "clara", lambda row: "seen")
    assert acts.let_go(issue.pk, "seen", "edgar", lambda row: "seen").state == State.SCHEDULED


def test_brake_holds_the_second_of_a_day(breaking: Letter) -> None:
    words = acts.Words("Ferry!", "", (RelatedCard(NO_ARTICLE),))
    first, second = acts.begin(breaking, words, "edgar"), acts.begin(breaking, words, "edgar")
    acts.let_go(first.pk, "seen", "clara", lambda row: "seen")
    with pytest.raises(Refused, match="brake"):
        acts.let_go(second.pk, "seen", "clara", lambda row: "seen")
    before = timezone.now() - timezone.timedelta(days=2)
    Issue.objects.filter(pk=first.pk).update(due_at=before)  # a time that has passed: it goes now
    with pytest.raises(Refused, match="brake"):
        acts.let_go(second.pk, "seen", "clara", lambda row: "seen")
    Issue.objects.filter(pk=first.pk).update(state=State.SENT, began_at=before)
    assert acts.let_go(second.pk, "seen", "clara", lambda row: "seen").state == State.SCHEDULED


def test_button_stands_in_the_editor_of_what_is_live(
    at_editor: Client, breaking: Letter, published: ArticlePage, begin: Begin
) -> None:
    def editor_of(page: ArticlePage) -> str:
        return at_editor.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content.decode()

    assert to("breaking", published.pk) in editor_of(published)
    draft = begin("Not yet")
    assert to("breaking", draft.pk) not in editor_of(draft)


def sent(letter: Letter) -> Issue:
    issue = makers.issue(letter, state=State.SENT, began_at=timezone.now())
    states = [Delivery.State.SENT, Delivery.State.REFUSED, Delivery.State.UNKNOWN, Delivery.State.UNKNOWN]
    for number, (reader, state) in enumerate(zip(makers.readers(letter, 4), states, strict=True)):
        issue.deliveries.create(
            subscriber=reader, domain="mail.example", state=state, message_id=f"<{number}@x>", code="5.1.1"
        )
    return issue


def test_figures_name_reasons_and_nobody(at_editor: Client, letter: Letter) -> None:
    answer = at_editor.get(to("issue", sent(letter).pk))
    figures = answer.context["figures"]
    assert (figures.sent, figures.refused, figures.unknowns, figures.failed) == (1, 1, 2, [("5.1.1", 1)])
    assert "reader0@" not in answer.content.decode()


def test_unknown_is_sent_again_under_its_message_id(at_chief: Client, letter: Letter) -> None:
    issue = sent(letter)
    one, other = issue.deliveries.filter(state=Delivery.State.UNKNOWN).order_by("pk")
    at_chief.post(to("again", issue.pk, one.pk))
    assert (Delivery.objects.get(pk=one.pk).state, Delivery.objects.get(pk=other.pk).state) == ("waiting", "unknown")
    at_chief.post(to("again_all", issue.pk))
    again = Delivery.objects.get(pk=other.pk)
    assert (again.state, again.message_id) == ("waiting", other.message_id)


def test_note_goes_to_the_readers_of_its_issue(at_editor: Client, letter: Letter, published: ArticlePage) -> None:
    issue = sent(letter)
    issue.carried.create(article=published.uuid, number=1, corrected_by=2)
    assert "can be sent a note" in at_editor.get(to("issue", issue.pk)).content.decode()
    at_editor.post(to("note", issue.pk))
    note = Issue.objects.get(of=issue)
    assert (note.letter, note.state, note.body[-1]["article"]) == (letter, State.DRAFT, published.archive_id)


def test_reader_is_found_by_exact_address_and_the_look_is_written_without_it(
    at_chief: Client, at_editor: Client, letter: Letter, caplog: pytest.LogCaptureFixture
) -> None:
    makers.readers(letter, 1)
    with caplog.at_level(logging.DEBUG):
        answer = at_chief.post(to("reader"), {"address": "Reader0@mail0.example", "act": "look"})
        nobody = at_chief.post(to("reader"), {"address": "reader@mail0.example", "act": "look"})
        at_editor.post(to("reader"), {"address": "reader0@mail0.example", "act": "look"})
    assert letter.name in answer.content.decode()
    assert not nobody.context["known"]
    assert "no-store" in answer["Cache-Control"]
    assert "clara" in caplog.text
    assert "reader0@" not in caplog.text.lower()


def test_reader_is_exported_lifted_and_forgotten(at_chief: Client, letter: Letter) -> None:
    makers.readers(letter, 1)
    address = "reader0@mail0.example"
    export = at_chief.post(to("reader"), {"address": address, "act": "export"})
    assert export.json()["subscriptions"][0]["letter__name"] == letter.name
    suppress(address, Suppression.Why.BOUNCED)
    at_chief.post(to("reader"), {"address": address, "act": "lift"})
    assert not suppressed(address)
    at_chief.post(to("reader"), {"address": address, "act": "erase"})
    assert Subscriber.objects.exists(), "nobody is forgotten without being sure"
    at_chief.post(to("reader"), {"address": address, "act": "erase", "sure": "on"})
    assert not Subscriber.objects.exists()
    assert suppressed(address)


def test_troubles_are_told_and_empty_screens_teach(at_chief: Client, letter: Letter, published: ArticlePage) -> None:
    Turn.objects.create(letter=letter, at=timezone.now(), found=1)
    board = at_chief.get(to("index")).content.decode()
    assert "No mail server is set" in board
    assert "its rule found 1 cards" in board
    assert "could not be mailed" not in board
    for days in (1, 2):
        day = timezone.now() - timezone.timedelta(days=days)
        GivenUp.objects.create(day=day, refused=False, code="421", reply="not now", count=2)
    assert "to confirm: 4." in at_chief.get(to("index")).content.decode()
    page = at_chief.get(to("letter", letter.pk)).content.decode()
    assert "Nobody has confirmed" in page
    assert "letters doctor news.example" in page
    issue = written(at_chief, letter, published)
    Issue.objects.update(due_at=timezone.now() - timezone.timedelta(hours=1))
    assert "Its time has passed" in at_chief.get(to("preview", issue.pk)).content.decode()


def test_letter_is_made_and_offered(at_chief: Client) -> None:
    given = {
        "name": "Evening", "slug": "evening", "description": "Once a day.", "language": "en", "from_name": "Paper",
        "from_address": "paper@news.example", "open": "on", "by": "rule", "at": "18:00", "weekdays": ["1", "3"],
        "at_least": 3, "most": 8, "again_after": 7, "a_day": 2, "still_after": 0,
        "answer_within": 30,
    }  # fmt: skip
    assert at_chief.post(to("make"), given).status_code == 302
    letter = Letter.objects.get()
    assert letter.weekdays == "13"
    from newsdesk.archive.reader import Archive

    assert str(letter.pk) in Archive().letters()
    at_chief.post(to("letter_edit", letter.pk), given | {"open": ""})
    assert str(letter.pk) not in Archive().letters()


def test_growth_counts_who_came_and_went(at_editor: Client, letter: Letter) -> None:
    makers.readers(letter, 3)
    Subscription.objects.filter(pk=Subscription.objects.first().pk).update(state="left", left_at=timezone.now())  # type: ignore[union-attr]
    growth = at_editor.get(to("letter", letter.pk)).context["growth"]
    assert (growth.readers, growth.came, growth.went) == (2, 3, 1)


def test_whom_nothing_is_sent_to_is_no_reader_until_the_desk_takes_that_back(at_editor: Client, letter: Letter) -> None:
    ines, _other = makers.readers(letter, 2)
    suppress(ines.canonical, Suppression.Why.COMPLAINED)
    growth = at_editor.get(to("letter", letter.pk)).context["growth"]
    assert (growth.readers, growth.went) == (1, 1)
    lift(ines.canonical)
    growth = at_editor.get(to("letter", letter.pk)).context["growth"]
    assert (growth.readers, growth.went) == (2, 0)


def test_counted_links_are_shown_with_what_stands_there(
    at_editor: Client, letter: Letter, published: ArticlePage
) -> None:
    article = f"article:{published.archive_id}"
    links = ["https://tide.example/", article, f"article:{NO_ARTICLE}"]
    issue = makers.issue(letter, links=links, began_at=timezone.now())
    makers.readers(letter, 1)
    Delivery.objects.create(issue=issue, subscriber=Subscriber.objects.get(), message_id="1", state="sent")
    for day, count in (("2026-11-24", 4), ("2026-11-25", 3)):
        Visits.objects.create(issue=issue, number=2, day=day, count=count)
    answer = at_editor.get(to("issue", issue.pk))
    rows = [(words, count) for _url, words, count in answer.context["visits"]]
    assert rows == [(published.headline, 7), ("https://tide.example/", 0), ("(no longer live)", 0)]
    assert "Programs that scan mail follow links too" in answer.content.decode()


def test_what_is_in_work_stands_before_all_that_went_out(letter: Letter) -> None:
    now = timezone.now()
    for number in range(board.MOST):
        makers.issue(letter, subject=f"sent {number}", state=State.SENT, began_at=now)
    makers.issue(letter, subject="gone", state=State.DROPPED, ended_at=now - timezone.timedelta(days=1))
    makers.issue(letter, subject="draft", state=State.DRAFT, due_at=None)
    found = [issue.subject for issue in board.newest(Issue.objects.all())]
    assert found[0] == "draft" and "gone" not in found


def test_corrections_hide_no_breaking_news(chief: User, letter: Letter, breaking: Letter) -> None:
    for number in range(waiting.MOST):
        issue = makers.issue(letter, subject=f"sent {number}", state=State.SENT, began_at=timezone.now())
        issue.carried.create(article=NO_ARTICLE, number=1, corrected_by=2)
    makers.issue(breaking, subject="Flood", state=State.DRAFT, due_at=None, made_by="edgar")
    found = waiting.requests(chief)
    assert found[0].issue.subject == "Flood" and len(found) == waiting.MOST


def test_desk_says_that_an_issue_stands_still_and_why(at_chief: Client, letter: Letter) -> None:
    """What a reader's own server puts off is no reason."""
    hour_ago = timezone.now() - timezone.timedelta(hours=1)
    issue = makers.issue(letter, state=State.SENDING, began_at=hour_ago)
    states = {"state": Delivery.State.WAITING, "domain": "x", "code": "", "reply": "connect: refused"}
    (reader,) = makers.readers(letter, 1)
    later = timezone.now() + timezone.timedelta(hours=1)
    row = issue.deliveries.create(subscriber=reader, message_id="<1@x>", next_attempt_at=later, **states)
    assert "connect: refused" not in at_chief.get(to("index")).content.decode()
    issue.deliveries.filter(pk=row.pk).update(next_attempt_at=hour_ago)
    for screen in (to("index"), to("issue", issue.pk)):
        assert "connect: refused" in at_chief.get(screen).content.decode()


def test_time_of_a_rule_without_a_worker_is_told(at_chief: Client, letter: Letter) -> None:
    Turn.objects.create(letter=letter, at=timezone.now() - timezone.timedelta(hours=3), found=None)
    assert "the heavy worker was not running then" in at_chief.get(to("index")).content.decode()
