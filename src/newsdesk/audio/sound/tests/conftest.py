"""Files made once for all that look at them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from newsdesk.audio.sound import making
from newsdesk.audio.sound.order import Made
from newsdesk.audio.sound.tests import sounds

CHAPTERS = (("Порт", 0.0), ("Prices & traders", 4.0), ("Sea", 7.5))


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Ten seconds of a voice, with chapters and a picture."""
    folder = tmp_path_factory.mktemp("clip")
    picture = folder / "cover.jpeg"
    Image.linear_gradient("L").convert("RGB").save(picture)
    into = folder / "into"
    into.mkdir()
    order = sounds.order(folder, sounds.speech(10))
    return making.make(replace(order, chapters=CHAPTERS, picture=picture), into)


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """The folder that files are made in."""
    folder = tmp_path / "into"
    folder.mkdir()
    return folder
