"""The blocks an article's body is written in: one for each kind in ``article/body.py``, under the same name."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
    URLBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock

INLINE = ["bold", "italic", "link"]


class PictureBlock(StructBlock):
    """A photograph as this article uses it; empty words fall back to the photograph's own."""

    picture = ImageChooserBlock(label=_("Photograph"))
    caption = TextBlock(label=_("Caption, if not the photograph's own"), required=False)
    alt = TextBlock(label=_("Alt text, if not the photograph's own"), required=False)


class PullQuoteBlock(StructBlock):
    text = TextBlock(label=_("Words"))
    who = CharBlock(label=_("Who said it"), required=False)


class GalleryBlock(StructBlock):
    title = CharBlock(label=_("Title"), required=False)
    pictures = ListBlock(PictureBlock(), label=_("Photographs"))


class EmbedBlock(StructBlock):
    """Something that stands elsewhere, shown as a link: the reader's page asks no third party for anything."""

    url = URLBlock(label=_("Link"))
    title = CharBlock(label=_("Title"))
    provider = CharBlock(label=_("Where it stands"), required=False)


class TableBlock(StructBlock):
    table = TypedTableBlock([("text", CharBlock(label=_("Text"), required=False))], label=_("Table"))
    has_stub = BooleanBlock(label=_("The first column names the rows"), required=False)


class FactBoxBlock(StructBlock):
    title = CharBlock(label=_("Title"))
    text = RichTextBlock(label=_("Text"), features=INLINE)


class ArticleBody(StreamBlock):
    paragraph = RichTextBlock(label=_("Text"), features=INLINE, icon="pilcrow")
    list = RichTextBlock(label=_("List"), features=["ul", "ol", *INLINE], icon="list-ul")
    heading = CharBlock(label=_("Heading"), icon="h2")
    pull_quote = PullQuoteBlock(label=_("Pull quote"), icon="openquote")
    picture = PictureBlock(label=_("Photograph"), icon="image")
    gallery = GalleryBlock(label=_("Gallery"), icon="image")
    embed = EmbedBlock(label=_("Embed by link"), icon="link")
    table = TableBlock(label=_("Table"), icon="table")
    fact_box = FactBoxBlock(label=_("Fact box"), icon="info-circle")
    related_card = PageChooserBlock(label=_("Card of another article"), page_type="desk.ArticlePage", icon="doc-full")


class StandingBody(StreamBlock):
    """A standing page has words and pictures, no news."""

    paragraph = RichTextBlock(label=_("Text"), features=INLINE, icon="pilcrow")
    list = RichTextBlock(label=_("List"), features=["ul", "ol", *INLINE], icon="list-ul")
    heading = CharBlock(label=_("Heading"), icon="h2")
    picture = PictureBlock(label=_("Photograph"), icon="image")
    fact_box = FactBoxBlock(label=_("Fact box"), icon="info-circle")
