"""How each kind of sheet that is heard is made; importing this makes them known to the press."""

from newsdesk.audio.recipes import podcast, silenced

__all__ = ["podcast", "silenced"]
