"""The blocks an issue is written in: an article's own, with cards of what is live."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, RichTextBlock, StreamBlock

from newsdesk.desk.blocks import INLINE, EmbedBlock, FactBoxBlock, PictureBlock
from newsdesk.desk.screens.front.chooser import ArticleBlock


class IssueBody(StreamBlock):
    """Only what every mail program shows well."""

    related_card = ArticleBlock(label=_("Card of an article"), icon="doc-full")
    paragraph = RichTextBlock(label=_("Text"), features=INLINE, icon="pilcrow")
    list = RichTextBlock(label=_("List"), features=["ul", "ol", *INLINE], icon="list-ul")
    heading = CharBlock(label=_("Heading"), icon="h2")
    picture = PictureBlock(label=_("Photograph"), icon="image")
    embed = EmbedBlock(label=_("Embed by link"), icon="link")
    fact_box = FactBoxBlock(label=_("Fact box"), icon="info-circle")
