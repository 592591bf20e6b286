"""Programs get an article with its sources, its pictures and its sound, each labelled as readers see and hear it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsdesk.archive import record
from newsdesk.archive.tests.makers import INES, START, article_id, edition
from newsdesk.archive.tests.test_clip_stands_while_its_words_do import AT, clip_of
from newsdesk.article.body import Gallery, PictureUse
from newsdesk.article.byline import Credit, Dateline
from newsdesk.article.clip import VoiceKind
from newsdesk.article.correction import Correction
from newsdesk.article.picture import Picture
from newsdesk.article.prose import Place
from newsdesk.article.source import Attribution, Source, Statement
from newsdesk.feeds.tests.drawing import SITE, drawn
from newsdesk.feeds.tests.ninjs_rules import broken
from newsdesk.wire.formats.ninjs.parse import parse

pytestmark = pytest.mark.django_db
PATH = "/feeds/ninjs.json"
NEWSCODES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
MAREN = Credit("maren", "Maren Tolle", role="photographs")
DESK = Credit("news", "The news desk", is_desk=True)
PHOTO = Picture(
    article_id(900), "d" * 64, 1600, 900, "A ferry.", "A white ferry", "Mari Lund", "Mari Lund / POOL via Norden",
    copyright="© 2026 NTB", source_type=NEWSCODES + "digitalCapture",
)  # fmt: skip


@pytest.fixture
def photo() -> None:
    record.picture(PHOTO)
    record.pictured(PHOTO.digest, (400, 1200), ("avif", "jpeg"))


def bundle() -> dict[str, Any]:
    """The document; it holds to the rules whatever is in it."""
    found: dict[str, Any] = json.loads(drawn("ninjs", PATH).text)
    assert list(broken(found)) == []
    return found


def one() -> dict[str, Any]:
    (article,) = bundle()["associations"]
    return article


def said(*chain: Attribution) -> Statement:
    return Statement(chain[0].name, "indirect", (Place(0, 0, 2),), chain)


def test_a_newsroom_without_an_article_has_a_document_all_the_same() -> None:
    assert bundle()["uri"] == SITE + PATH
    assert "associations" not in bundle()


def test_an_article_says_what_it_is_who_wrote_it_and_where_it_stands() -> None:
    record.add(edition(1, kind="analysis", byline=(INES, DESK, MAREN), dateline=Dateline("Osterholm"), urgency=2))
    article = one()
    assert (article["uri"], article["type"], article["version"]) == (f"urn:uuid:{article_id(1)}", "text", "1")
    assert article["headlines"][0]["value"] == "Story 1"
    assert article["bodies"][0]["value"] == "<p>Osterholm</p>\n<p>It happened.</p>"
    assert article["by"] == "Ines Halvard, The news desk"
    assert article["people"][1] == {"name": "Maren Tolle", "rel": "photographer"}
    assert article["subjects"][0] == {"name": "Harbour", "rel": "primary"}
    assert article["renditions"][0]["href"] == f"{SITE}/2026/03/01/story-1/"
    assert "slugline" not in article  # the desk's own word


@pytest.mark.usefixtures("photo")
def test_our_own_reader_finds_everything_in_it_again() -> None:
    given = edition(1, kind="opinion", byline=(INES, DESK, MAREN), picture=PictureUse(PHOTO.id), urgency=3)
    record.add(given)
    record.clip(clip_of(given))
    item = parse(one())
    assert (item.headline, item.standfirst, item.kind, item.urgency) == ("Story 1", "What happened.", "opinion", 3)
    assert (item.section, item.topics) == ("Harbour", ("Ferries",))
    assert [(who.name, who.is_desk, who.role) for who in item.byline] == [
        ("Ines Halvard", False, ""), ("The news desk", True, ""), ("Maren Tolle", False, "photographs"),
    ]  # fmt: skip
    assert (item.first_created, item.version_created) == (given.first_published, given.published_at)
    (photo,) = item.pictures
    assert (photo.caption, photo.alt, photo.credit) == (PHOTO.caption, PHOTO.alt, PHOTO.credit)
    assert (photo.copyright, photo.source_type) == (PHOTO.copyright, PHOTO.source_type)


@pytest.mark.usefixtures("photo")
def test_each_picture_is_there_once_and_none_without_a_file() -> None:
    other = Picture(article_id(901), "e" * 64, 10, 10, "", "", "", "")
    record.picture(other)
    body = (PictureUse(PHOTO.id), Gallery((PictureUse(other.id),)))
    record.add(edition(1, picture=PictureUse(PHOTO.id, caption="At the quay."), body=body))
    (shot,) = one()["associations"]
    assert (shot["uri"], shot["type"]) == (f"urn:uuid:{PHOTO.id}", "picture")
    assert shot["descriptions"][0]["value"] == "At the quay."
    assert [(who["name"], who["role"]) for who in shot["infoSources"]] == [
        ("Mari Lund", "creator"), ("POOL", "through"), ("Norden", "distributor"),
    ]  # fmt: skip
    assert shot["renditions"][0]["href"] == f"{SITE}/pictures/{'d' * 64}/1200.jpeg"


@pytest.mark.parametrize(("kind", "term"), [("formant", "algorithmicMedia"), ("trained", "trainedAlgorithmicMedia")])
def test_a_synthetic_voice_is_labelled_by_its_kind_and_in_words(kind: VoiceKind, term: str) -> None:
    given = record.add(edition(1))
    words = {"label": "Read by a synthetic voice", "disclosure": "This is an automated reading."}
    record.clip(clip_of(given, kind=kind, number=1, mp3_bytes=32000, mp4_bytes=16000, seconds=4.04, **words))
    (sound,) = one()["associations"]
    assert sound["digitalSourceType"] == {"uri": NEWSCODES + term}
    assert {said["role"]: said["value"] for said in sound["descriptions"]} == words
    assert (sound["uri"], sound["versionCreated"]) == (f"urn:uuid:{article_id(1)}#sound", AT.isoformat())
    assert sound["renditions"][0] == {
        "name": "MP3", "href": f"{SITE}/audio/{'d' * 64}.mp3", "contentType": "audio/mpeg", "sizeInBytes": 32000,
        "duration": 4.0,
    }  # fmt: skip
    assert [file["contentType"] for file in sound["renditions"]] == ["audio/mpeg", "audio/mp4", "text/vtt"]


def test_a_person_is_named_and_none_of_a_machine_s_labels_is_there() -> None:
    given = record.add(edition(1))
    record.clip(clip_of(given, kind="human", label="Read by Ines Halvard", reader="Ines Halvard"))
    (sound,) = one()["associations"]
    assert sound["by"] == "Ines Halvard"
    assert "digitalSourceType" not in sound
    assert [words["role"] for words in sound["descriptions"]] == ["label"]


def test_a_clip_that_falls_leaves_the_document() -> None:
    given = record.add(edition(1))
    record.clip(clip_of(given))
    record.add(edition(1, headline="Otherwise"))
    assert "associations" not in one()


def test_sources_are_named_as_readers_know_them_and_no_further() -> None:
    record.source(Source("c0", "outlet", "The Courier", "courier"))
    unnamed = Attribution(
        "a harbour official", "anonymous", title="pilot", reason="fears for the post", url="https://x/"
    )
    through = Attribution("Coast Courier", "outlet", "c0")
    told = (said(unnamed, through), said(through), said(unnamed), said(Attribution("Olav Berg", "person", "gone")))
    record.add(edition(1, statements=told, dateline=Dateline("Osterholm", source="NTB")))
    assert one()["infoSources"] == [
        {"name": "a harbour official", "role": "origin"},
        {"name": "The Courier", "role": "origin", "uri": f"{SITE}/sources/courier/"},
        {"name": "Olav Berg", "role": "origin"},
        {"name": "NTB", "role": "supplier"},
    ]
    text = drawn("ninjs", PATH).text
    assert "fears" not in text
    assert "pilot" not in text


def test_newest_first_and_at_most_twenty() -> None:
    for number in range(1, 26):
        record.add(edition(number))
    found = bundle()
    assert [one["name"] for one in found["associations"]] == [f"Story {number}" for number in range(25, 5, -1)]
    assert found["versionCreated"] == found["associations"][0]["versionCreated"]


def test_what_is_withdrawn_is_gone() -> None:
    record.add(edition(1, corrections=(Correction("correction", "Two boats.", START, on_top=True),)))
    assert "Two boats." in one()["bodies"][0]["value"]
    record.withdraw(article_id(1), "kill")
    assert "associations" not in bundle()


@pytest.mark.parametrize(
    "wrong",
    [{}, {"uri": "x:y", "versioncreated": ""}, {"uri": "x:y", "associations": [{"uri": "x:z"}]}, {"uri": "no scheme"}],
)
def test_the_rules_refuse(wrong: dict[str, Any]) -> None:
    assert list(broken(wrong))
