"""The form of a photograph: says why a file is refused before anything of it is stored.

Named in ``WAGTAILIMAGES_IMAGE_FORM_BASE``.
"""

from typing import Any

from wagtail.images.forms import BaseImageForm

from newsdesk.desk import photo_intake


class PhotographForm(BaseImageForm):
    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        return photo_intake.clean(file) if file and "file" in self.changed_data else file
