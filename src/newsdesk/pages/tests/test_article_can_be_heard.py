"""A clip is offered with its label, in every layer, and nothing of it is loaded before somebody presses play."""

import json
import re

from newsdesk.pages.tests.made import article, clip, drawn, edition, paper

MP3 = f"/audio/{'cd' * 32}.mp3"


def heard(**fields):
    one = edition("a1")
    made = paper(one)
    made.clips = {"a1": clip(one, **fields)}
    return made


def audio_object(html: str) -> dict | None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found[1])["@graph"][0].get("audio")


def test_article_without_a_clip_has_no_player_and_no_audio():
    html = article(paper(edition("a1")))
    assert "<audio" not in html and audio_object(html) is None


def test_player_stands_before_the_text_with_its_label():
    html = article(heard())
    body = html[html.index("<main") :]
    order = ["<figure", "<news-player", "<audio", "Read by a synthetic voice", '<div class="text">']
    places = [body.index(words) for words in order]
    assert places == sorted(places)


def test_nothing_is_loaded_before_it_is_asked_for():
    html = article(heard())
    assert html.count('preload="none"') == html.count("<audio") == 1
    assert not re.search(r"<script[^>]+player", html)


def test_readers_without_scripts_have_the_browsers_own_player_and_a_link():
    html = article(heard())
    assert f'<audio controls preload="none"><source src="/audio/{"cd" * 32}.mp4"' in html
    assert f'<a href="{MP3}" download="story-1.mp3">' in html


def test_machines_are_told_what_reads():
    said = audio_object(article(heard()))
    assert said and said["contentUrl"] == f"https://courier.example{MP3}"
    assert said["duration"] == "PT4M31S"
    assert said["digitalSourceType"] == "https://schema.org/AlgorithmicMediaDigitalSource"
    assert said["encodesCreativeWork"]["@id"].endswith("#article")
    trained = audio_object(article(heard(kind="trained", label="Read by an AI-generated voice")))
    assert trained and trained["digitalSourceType"].endswith("TrainedAlgorithmicMediaDigitalSource")


def test_a_person_who_reads_is_named_and_no_machine_is():
    html = article(heard(kind="human", label="Read by Ines Halvard", reader="Ines Halvard"))
    said = audio_object(html)
    assert said and "digitalSourceType" not in said
    assert said["readBy"] == {"@type": "Person", "name": "Ines Halvard"}
    assert "Read by Ines Halvard" in html and "synthetic" not in html


def test_listening_page_has_what_can_be_heard_and_nothing_else():
    made = heard()
    made.editions["a2"] = edition("a2")
    html = drawn(made, "listen", "/listen/")
    assert "Story 1" in html and "Story 2" not in html
    assert 'href="/podcasts/site.rss"' in html and 'href="/podcasts/section/harbour.rss"' in html
