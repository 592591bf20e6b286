"""The forms of an article and of a brief, laid out."""

from django.forms import Select, TextInput
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.panels.comment_panel import CommentPanel

LENGTH = _("Up to 110 characters are shown in full everywhere.")
HEADLINE = TitleFieldPanel("title", heading=_("Headline"), placeholder=_("Headline"), help_text=LENGTH)
BRIEF_HEADLINE = TextInput(attrs={"placeholder": _("Headline")})
TOPICS = MultipleChooserPanel("topics", chooser_field_name="topic", heading=_("Topics"), label=_("Topic"))
SLUG = FieldPanel("slug", help_text=_("Its part of the permalink, which is given at first publication and then stays."))

TEXT = (
    HEADLINE,
    FieldPanel("standfirst"),
    MultipleChooserPanel("contributors", chooser_field_name="contributor", heading=_("Byline"), label=_("Contributor")),
    MultiFieldPanel(
        [FieldPanel("picture"), FieldPanel("picture_caption"), FieldPanel("picture_alt")],
        heading=_("Main photograph"),
        classname="collapsed",
    ),
    FieldPanel("body"),
    InlinePanel("related", heading=_("Related articles"), label=_("Related article"), classname="collapsed"),
)
FILED_UNDER = (
    FieldPanel("slugline"),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("section", widget=Select), FieldPanel("urgency")]),
    TOPICS,
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("dateline_place"), FieldPanel("dateline_date"), FieldPanel("dateline_source")])],
        heading=_("Dateline"),
    ),
    FieldPanel("ed_note"),
    SLUG,
)
TIMES = (FieldPanel("publish_at"), FieldPanel("embargoed_until"), FieldPanel("expire_at"), CommentPanel())

ARTICLE = TabbedInterface(
    [
        ObjectList(TEXT, heading=_("Text")),
        ObjectList(FILED_UNDER, heading=_("Filed under")),
        ObjectList(TIMES, heading=_("Times")),
    ]
)
BRIEF = TabbedInterface(
    [
        ObjectList(
            (
                FieldPanel("title", classname="title", heading=_("Headline"), help_text=LENGTH, widget=BRIEF_HEADLINE),
                FieldPanel("words"),
                TOPICS,
            ),
            heading=_("Brief"),
        )
    ]
)
