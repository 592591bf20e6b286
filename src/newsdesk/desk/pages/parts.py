"""What an article has several of, in order: who it is by, what it is about, what else to read."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable


class ArticleContributor(Orderable):
    """One name of the byline; an empty role means an author."""

    article = ParentalKey("desk.ArticlePage", on_delete=models.CASCADE, related_name="contributors")
    contributor = models.ForeignKey(
        "desk.Contributor", verbose_name=_("contributor"), on_delete=models.PROTECT, related_name="bylines"
    )
    role = models.CharField(
        _("role"), max_length=80, blank=True, help_text=_("Empty for an author; else “photographs”, “translation” …")
    )

    panels = (FieldPanel("contributor"), FieldPanel("role"))

    class Meta(Orderable.Meta):
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")


class ArticleTopic(Orderable):
    article = ParentalKey("desk.ArticlePage", on_delete=models.CASCADE, related_name="topics")
    topic = models.ForeignKey("desk.Topic", verbose_name=_("topic"), on_delete=models.PROTECT, related_name="uses")

    panels = (FieldPanel("topic"),)

    class Meta(Orderable.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class RelatedArticle(Orderable):
    article = ParentalKey("desk.ArticlePage", on_delete=models.CASCADE, related_name="related")
    other = models.ForeignKey(
        "desk.ArticlePage", verbose_name=_("article"), on_delete=models.CASCADE, related_name="related_from"
    )

    panels = (PageChooserPanel("other", "desk.ArticlePage"),)

    class Meta(Orderable.Meta):
        verbose_name = _("related article")
        verbose_name_plural = _("related articles")
