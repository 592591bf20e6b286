"""Everything the desk needs of an agency's article arrives, from either version of ninjs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from newsdesk.article.body import Paragraph, Run
from newsdesk.wire.formats.ninjs import parse
from newsdesk.wire.formats.ninjs.tests.documents import ARTICLE, ARTICLE_2, PHOTO
from newsdesk.wire.item import Name

either = pytest.mark.parametrize("document", [ARTICLE, ARTICLE_2], ids=["3.1", "2.2"])


@either
def test_words_times_and_names(document: dict[str, Any]) -> None:
    item = parse(document)
    assert (item.uri, item.type, item.kind, item.version) == (ARTICLE["uri"], "composite", "analysis", "2")
    assert (item.headline, item.standfirst) == ("Ferry runs again", "After nine days at the quay.")
    assert (item.section, item.topics, item.located) == ("Harbour", ("Ferries",), "Osterholm")
    assert (item.urgency, item.language, item.slugline) == (2, "en", "osterholm-ferry")
    assert item.byline == (Name("Harbour desk", is_desk=True), Name("Ines Halvard"))
    assert item.first_created == datetime(2026, 3, 17, 9, 30, tzinfo=UTC)
    assert item.version_created == datetime(2026, 3, 17, 11, tzinfo=UTC)
    assert item.embargoed_until == datetime(2026, 3, 17, 10, tzinfo=UTC)
    assert item.expires == datetime(2027, 3, 17, 10, tzinfo=UTC)
    assert item.ed_note.startswith("Call")
    assert item.related == ("https://agency.example/items/quay",)


@either
def test_the_richest_body_without_its_headline(document: dict[str, Any]) -> None:
    assert parse(document).body == (Paragraph((Run("It "), Run("sailed", strong=True), Run("."))),)


@either
def test_the_photograph_with_its_chain_and_largest_file(document: dict[str, Any]) -> None:
    (photo,) = parse(document).pictures
    assert photo.credit == "Mari Lund / POOL / NTB via Norden Images"
    assert (photo.creator, photo.file, photo.copyright) == ("Mari Lund", "ferry.jpg", "© 2026 NTB")
    assert (photo.caption, photo.alt) == ("The ferry at Osterholm on Monday.", "A white ferry at a stone quay")


def test_how_the_photograph_was_made_is_told_by_version_3_only() -> None:
    assert parse(ARTICLE).pictures[0].source_type.endswith("/digitalCapture")
    assert parse(ARTICLE_2).pictures[0].source_type == ""


def test_a_brief_is_known_by_its_profile() -> None:
    assert parse({"uri": "urn:x:1", "profile": "brief", "genres": [{"name": "Opinion"}]}).kind == "brief"


def test_a_picture_by_itself() -> None:
    item = parse({name: value for name, value in PHOTO.items() if name not in ("name", "rel")})
    assert (item.type, item.pictures[0].uri, item.body) == ("picture", PHOTO["uri"], ())


def test_plain_text_falls_into_paragraphs() -> None:
    def body(text: str) -> list[str]:
        item = parse({"uri": "urn:x:1", "bodies": [{"contentType": "text/plain", "value": text}]})
        return [block.text[0].text for block in item.body if isinstance(block, Paragraph)]

    assert body("One\nline.\n\n Two. \n") == ["One line.", "Two."]
    assert body("One.\nTwo.\n") == ["One.", "Two."]


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("By Ines Halvard and Olav Berg", ["Ines Halvard", "Olav Berg"]),
        ("Ines Halvard, Olav Berg & Ada Lie", ["Ines Halvard", "Olav Berg", "Ada Lie"]),
        ("Олена Коваль та Іван Лис", ["Олена Коваль", "Іван Лис"]),
        ("Anders Sandvik", ["Anders Sandvik"]),
        ("", []),
    ],
)
def test_a_byline_that_is_only_a_line(by: str, names: list[str]) -> None:
    assert [name.name for name in parse({"uri": "urn:x:1", "by": by}).byline] == names


@pytest.mark.parametrize(
    ("fields", "credit"),
    [
        ({"by": "Mari Lund", "infoSources": [{"name": "NTB", "role": "agency"}]}, "Mari Lund / NTB"),
        (
            {"by": "Mari Lund", "copyrightNotice": "Mari Lund / POOL /NTB via Norden"},
            "Mari Lund / POOL / NTB via Norden",
        ),
        ({"by": "Mari Lund", "copyrightHolder": "NTB", "copyrightNotice": "© NTB"}, "Mari Lund / NTB"),
        ({"infoSources": [{"name": "Norden", "role": "distributor"}]}, "Norden"),
        ({"by": "Mari Lund/NTB"}, "Mari Lund/NTB"),
        ({}, ""),
    ],
)
def test_a_credit_is_made_of_what_there_is(fields: dict[str, Any], credit: str) -> None:
    assert parse({"uri": "urn:x:1", "type": "picture"} | fields).pictures[0].credit == credit
