"""What the newsroom has decided about sourcing: how sure a proposal must be, and which problems hold a story back."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="openquote", order=800)
class SourcingRules(BaseGenericSetting):
    class Proposals(models.TextChoices):
        FEW = "few", _("Only those that are almost always right")
        USUAL = "usual", _("Those that are mostly right")
        ALL = "all", _("All, doubtful ones too")

    proposals = models.CharField(
        _("which statements are proposed"), max_length=8, choices=Proposals.choices, default=Proposals.USUAL
    )
    confirms_imports = models.BooleanField(
        _("imports confirm what is almost always right"),
        default=True,
        help_text=_(
            "Where an import publishes, nobody looks at its statements first. The doubtful ones stay proposals."
        ),
    )
    unsourced_hedge = models.BooleanField(_("“reportedly” and the like without a source"), default=False)
    only_unnamed = models.BooleanField(_("a statement with nobody but an unnamed source behind it"), default=False)
    one_origin = models.BooleanField(_("several outlets with one origin"), default=False)
    two_spellings = models.BooleanField(_("a name spelt in two ways"), default=False)
    altered_quote = models.BooleanField(_("a quotation whose words differ from an earlier article"), default=False)
    words_gone = models.BooleanField(_("a confirmed statement whose words are gone"), default=False)

    panels = (
        FieldPanel("proposals"),
        FieldPanel("confirms_imports"),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in (
                    "unsourced_hedge",
                    "only_unnamed",
                    "one_origin",
                    "two_spellings",
                    "altered_quote",
                    "words_gone",
                )
            ],
            heading=_("What holds an article back"),
            help_text=_(
                "All of these are shown beside the draft. The ones ticked here must be mended before it can come out."
            ),
        ),
    )

    class Meta:
        verbose_name = _("sourcing")
        verbose_name_plural = _("sourcing")

    def least_sure(self) -> float:
        """From 0 to 1: how often a proposal must be right to be shown."""
        return SURENESS[self.proposals]

    def blocks(self, rule: str) -> bool:
        """Whether a problem of this rule (``sources/rules.py``) blocks publication."""
        return bool(getattr(self, rule))


SURENESS: dict[str, float] = {
    SourcingRules.Proposals.FEW: 0.9,
    SourcingRules.Proposals.USUAL: 0.7,
    SourcingRules.Proposals.ALL: 0.0,
}
