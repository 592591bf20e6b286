"""The one door for a picture that comes in: checked, read and cleaned in a child process before anything is stored."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from newsdesk.pictures import confined, guard
from newsdesk.pictures.guard import Accepted, Limits, PictureRefused
from newsdesk.pictures.particulars import PictureMetadata, from_json

_UNREADABLE = guard.gettext_noop("The file could not be read as a picture.")
_EXPORT = guard.gettext_noop("Open it in a picture editor, export it as JPEG and upload that.")


@dataclass(frozen=True, slots=True)
class Upload:
    """``data`` is the file to store, without location; ``name`` a safe name that ends as the file's kind does;
    ``metadata`` what it says.
    """

    name: str
    data: bytes
    accepted: Accepted
    metadata: PictureMetadata


def receive(data: bytes, name: str, limits: Limits = guard.DEFAULT) -> Upload:
    """Takes in an uploaded file, whatever its name says. Stores nothing. Raises ``PictureRefused``."""
    guard.check_weight(data, limits)
    with TemporaryDirectory(prefix="newsdesk-upload-") as folder:
        file = Path(folder) / "upload"
        file.write_bytes(data)
        try:
            said = confined.run("receive", {"file": str(file), "name": name, "limits": asdict(limits)})
        except confined.ChildRefused as refused:
            raise PictureRefused(refused.why["reason"], refused.why["remedy"]) from refused
        except confined.ChildFailed as failed:
            raise PictureRefused(_UNREADABLE, _EXPORT) from failed
        accepted = Accepted(said["format"], said["width"], said["height"])
        safe = Path(guard.safe_name(name)).with_suffix(f".{accepted.format}").name
        return Upload(safe, file.read_bytes(), accepted, from_json(said["metadata"]))
