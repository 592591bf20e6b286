"""The kinds of article: how each is labelled for readers, and what it is called in structured data.

https://schema.org/NewsArticle
"""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

LABELS = {
    "explainer": pgettext_lazy("a kind of article", "Explainer"),
    "analysis": pgettext_lazy("a kind of article", "Analysis"),
    "opinion": pgettext_lazy("a kind of article", "Opinion"),
    "investigation": pgettext_lazy("a kind of article", "Investigation"),
}
"""News and briefs carry no label: they are what a paper is expected to be made of."""

TYPES = {
    "news": "NewsArticle",
    "brief": "NewsArticle",
    "explainer": "BackgroundNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "investigation": "ReportageNewsArticle",
}


def label(kind: str) -> str:
    """The visible label of a kind, empty where it has none."""
    return str(LABELS.get(kind, ""))
