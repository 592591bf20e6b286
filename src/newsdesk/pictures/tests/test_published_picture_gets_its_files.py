"""From the upload to the archive: a picture that is shown before its files exist is shown with them afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.article.picture import Picture, file_path, social_path
from newsdesk.pictures import job, renditions, store, upload
from newsdesk.pictures.tests import samples

pytestmark = pytest.mark.django_db


def test_from_upload_to_archive(settings: Any, tmp_path: Path) -> None:
    settings.NEWSDESK_DATA, settings.NEWSDESK_ORIGINALS = tmp_path, tmp_path / "originals"
    settings.NEWSDESK_SHELF = tmp_path / "shelf"
    received = upload.receive(samples.telltale("jpeg"), "bridge.jpg")
    digest, said, size = (
        store.keep(received.data),
        received.metadata,
        (received.accepted.width, received.accepted.height),
    )
    job.ask(digest, received.accepted.format, *size, said)
    record.picture(Picture("7", digest, *size, said.caption, said.alt, said.creator, said.credit))

    for id in job.due(10):
        job.make_one(id)

    shown = Archive().picture("7")
    assert shown is not None
    assert (shown.widths, shown.formats) == ((160, 320, 480), renditions.FORMATS)
    paths = [file_path(digest, width, format) for width in shown.widths for format in shown.formats]
    for path in [*paths, social_path(digest)]:
        assert (tmp_path / "shelf/public" / path[1:]).stat().st_size > 0
