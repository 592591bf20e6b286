"""How a picture came to be: the IPTC's digital source types.

https://cv.iptc.org/newscodes/digitalsourcetype/
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

BASE = "http://cv.iptc.org/newscodes/digitalsourcetype/"


class SourceType(models.TextChoices):
    DIGITAL_CAPTURE = BASE + "digitalCapture", _("Photograph, digital camera")
    COMPUTATIONAL_CAPTURE = BASE + "computationalCapture", _("Photograph, several frames put together by the camera")
    NEGATIVE_FILM = BASE + "negativeFilm", _("Scanned negative")
    POSITIVE_FILM = BASE + "positiveFilm", _("Scanned slide")
    PRINT = BASE + "print", _("Scanned print")
    HUMAN_EDITS = BASE + "humanEdits", _("Photograph, edited by a person")
    ALGORITHMICALLY_ENHANCED = BASE + "algorithmicallyEnhanced", _("Photograph, enhanced by software")
    DIGITAL_CREATION = BASE + "digitalCreation", _("Drawn by a person")
    DATA_DRIVEN = BASE + "dataDrivenMedia", _("Made from data: chart, map")
    ALGORITHMIC = BASE + "algorithmicMedia", _("Made by software")
    TRAINED_ALGORITHMIC = BASE + "trainedAlgorithmicMedia", _("Made by generative AI")
    COMPOSITE_WITH_TRAINED = BASE + "compositeWithTrainedAlgorithmicMedia", _("Edited with generative AI")
    COMPOSITE = BASE + "composite", _("Composite")
    COMPOSITE_CAPTURE = BASE + "compositeCapture", _("Composite of photographs")
    COMPOSITE_SYNTHETIC = BASE + "compositeSynthetic", _("Composite with synthetic parts")
    SCREEN_CAPTURE = BASE + "screenCapture", _("Screenshot")
    VIRTUAL_RECORDING = BASE + "virtualRecording", _("Recording of a virtual event")
