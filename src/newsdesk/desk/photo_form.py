"""The form a photograph comes in by, which hands its file on unopened: nothing is decoded in the desk's own process.

Wagtail's own field decodes an upload to learn its size, and falls over where it was cut short.
https://docs.wagtail.org/en/stable/reference/settings.html#wagtailimages-image-form-base
"""

from typing import Any

from django.forms import FileField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from newsdesk.desk import photo_intake


class PhotographFile(WagtailImageField):
    """Of its value only the weight is looked at here; all else is found out in a child process."""

    def to_python(self, data: Any) -> Any:
        file = FileField.to_python(self, data)
        if file is None:
            return None
        self.check_image_file_size(file)
        return photo_intake.clean(file)


class PhotographForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stock := self.fields.get("file"):
            self.fields["file"] = PhotographFile(label=stock.label, widget=stock.widget, required=stock.required)
