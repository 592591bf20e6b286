"""What is said of an edition, word for word; pure, imports nothing but ``newsdesk.article``."""

from newsdesk.audio.script.compose import composed, script
from newsdesk.audio.script.values import Manner, Pronunciation, Script, Utterance

__all__ = ["Manner", "Pronunciation", "Script", "Utterance", "composed", "script"]
