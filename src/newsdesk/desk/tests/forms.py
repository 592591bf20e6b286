"""What the editor's browser would send for an article."""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from newsdesk.desk.models import ArticlePage, BriefPage


def form_of(page: ArticlePage, **changes: Any) -> dict[str, Any]:
    """The article's form as it is loaded, with ``changes`` typed in; ``text`` is the body's only paragraph."""
    text = changes.pop("text", "<p>The ferry was late.</p>")
    topics = [{"topic": use.topic_id, "id": use.pk or ""} for use in page.topics.all()]
    fields = {"title": page.title, "topics": inline_formset(topics, initial=_saved(topics))}
    if isinstance(page, BriefPage):
        return nested_form_data(fields | {"words": rich_text(text)} | changes)
    names = [
        {"contributor": use.contributor_id, "role": use.role, "id": use.pk or ""} for use in page.contributors.all()
    ]
    fields |= {
        "slug": page.slug,
        "kind": page.kind,
        "section": page.section_id or "",
        "urgency": page.urgency,
        "language": page.language,
        "standfirst": page.standfirst,
        "body": streamfield([("paragraph", rich_text(text))] if text else []),
        "contributors": inline_formset(names, initial=_saved(names)),
        "related": inline_formset([]),
        "comments": inline_formset([]),
    }
    return nested_form_data(fields | changes)


def _saved(rows: list[dict[str, Any]]) -> int:
    return sum(1 for row in rows if row["id"])
