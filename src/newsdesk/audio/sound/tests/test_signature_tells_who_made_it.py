"""C2PA's own library reads who made a clip and from what, sees one changed byte, and the sound still plays."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import av
import c2pa
import pytest

from newsdesk import __version__
from newsdesk.audio.sound import certificate, making, signature
from newsdesk.audio.sound.failed import SoundFailed
from newsdesk.audio.sound.order import ENDINGS, Made, Signer
from newsdesk.audio.sound.tests import sounds


def read(file: Path) -> tuple[str, dict[str, Any]]:
    """What c2pa says of a file, and its manifest."""
    with file.open("rb") as source, c2pa.Reader(signature.KINDS[file.suffix[1:]], source) as reader:
        told = json.loads(reader.json())
        return reader.get_validation_state(), told["manifests"][told["active_manifest"]]


def assertion(manifest: dict[str, Any], label: str) -> dict[str, Any]:
    return next(one["data"] for one in manifest["assertions"] if one["label"].startswith(label))


@pytest.mark.parametrize("ending", ENDINGS)
def test_manifest_says_what_made_it_and_of_which_article(clip: Made, ending: str) -> None:
    state, manifest = read(clip.files[ending])
    assert state == "Valid"
    assert manifest["title"] == sounds.TITLE
    generator = manifest["claim_generator_info"][0]
    assert (generator["name"], generator["version"]) == ("Newsdesk", __version__)
    (created,) = assertion(manifest, "c2pa.actions")["actions"]
    assert created["action"] == "c2pa.created"
    assert created["digitalSourceType"] == sounds.ARTICLE.source_uri
    about = assertion(manifest, "c2pa.metadata")
    assert (about["dc:source"], about["dc:description"]) == (sounds.URL, sounds.DISCLOSURE)
    assert manifest["signature_info"]["issuer"] == "The Newsroom"
    assert certificate.SELF_SIGNED in manifest["signature_info"]["common_name"]


def test_trained_voice_is_named_as_one_and_a_person_as_neither(tmp_path: Path, into: Path) -> None:
    trained = replace(sounds.ARTICLE, source_type="trainedAlgorithmicMedia")
    made = making.make(sounds.order(tmp_path, sounds.speech(2), trained), into)
    (created,) = assertion(read(made.files["mp3"])[1], "c2pa.actions")["actions"]
    assert created["digitalSourceType"].endswith("/trainedAlgorithmicMedia")
    made = making.make(sounds.order(tmp_path, sounds.speech(2), sounds.READ), into)
    (created,) = assertion(read(made.files["mp4"])[1], "c2pa.actions")["actions"]
    assert created["digitalSourceType"].endswith("/digitalCapture")


@pytest.mark.parametrize("ending", ENDINGS)
def test_one_changed_byte_is_seen(clip: Made, tmp_path: Path, ending: str) -> None:
    data = bytearray(clip.files[ending].read_bytes())
    data[-1000] ^= 1
    changed = tmp_path / f"changed.{ending}"
    changed.write_bytes(data)
    assert read(changed)[0] == "Invalid"


@pytest.mark.parametrize("ending", ENDINGS)
def test_signed_file_plays_to_its_end(clip: Made, ending: str) -> None:
    with av.open(str(clip.files[ending])) as container:
        samples = sum(frame.samples for frame in container.decode(audio=0))
    assert samples / 48_000 == pytest.approx(10, abs=0.1)


def test_certificate_that_is_trusted_is_told_as_such(clip: Made) -> None:
    root = "-----BEGIN CERTIFICATE-----" + sounds.signer().certificate.rpartition("-----BEGIN CERTIFICATE-----")[2]
    settings = c2pa.Settings.from_dict({"trust": {"trust_anchors": root}})
    with c2pa.Context(settings) as context, clip.files["mp3"].open("rb") as source:
        reader = c2pa.Reader("audio/mpeg", source, context=context)
        assert reader.get_validation_state() == "Trusted"
        reader.close()


def test_key_that_is_not_the_certificates_signs_nothing(tmp_path: Path, into: Path) -> None:
    _, other = certificate.make("Somebody else")
    order = replace(sounds.order(tmp_path, sounds.speech(1)), signer=replace(sounds.signer(), key=other))
    with pytest.raises(SoundFailed, match="NEWSDESK_C2PA_KEY") as failed:
        making.make(order, into)
    assert failed.value.permanent


@pytest.mark.parametrize("words", ["", "no certificate"])
def test_nonsense_for_a_certificate_is_named(tmp_path: Path, into: Path, words: str) -> None:
    order = replace(sounds.order(tmp_path, sounds.speech(1)), signer=Signer(words, words))
    with pytest.raises(SoundFailed, match="NEWSDESK_C2PA_CERTIFICATE"):
        making.make(order, into)


@pytest.fixture
def silent_authority() -> Iterator[str]:
    """A timestamp authority that answers with an error."""

    class Refusing(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_error(500)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Refusing)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_authority_that_does_not_answer_is_asked_again_later(tmp_path: Path, into: Path, silent_authority: str) -> None:
    signer = replace(sounds.signer(), timestamp_url=silent_authority)
    with pytest.raises(SoundFailed, match="NEWSDESK_C2PA_TIMESTAMP_URL") as failed:
        making.make(replace(sounds.order(tmp_path, sounds.speech(1)), signer=signer), into)
    assert not failed.value.permanent


def test_wrong_key_is_not_blamed_on_the_authority(tmp_path: Path, into: Path, silent_authority: str) -> None:
    _, other = certificate.make("Somebody else")
    signer = replace(sounds.signer(), key=other, timestamp_url=silent_authority)
    with pytest.raises(SoundFailed, match="NEWSDESK_C2PA_KEY"):
        making.make(replace(sounds.order(tmp_path, sounds.speech(1)), signer=signer), into)
