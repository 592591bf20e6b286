"""A podcast as RSS, by Django's generator with the elements podcast programs ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.feedgenerator import Enclosure, Rss201rev2Feed

from newsdesk.press.shelves.base import Printed

if TYPE_CHECKING:
    from newsdesk.audio.recipes.podcast import Item, Podcast

CONTENT_TYPE = "application/rss+xml"
CATEGORY = "News"
_NAMESPACES = {
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
}


class _Rss(Rss201rev2Feed):
    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | _NAMESPACES

    def latest_post_date(self) -> Any:
        return self.feed["podcast"].updated  # no look at the clock

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        podcast: Podcast = self.feed["podcast"]
        handler.addQuickElement("itunes:image", None, {"href": podcast.cover})
        handler.addQuickElement("itunes:category", None, {"text": CATEGORY})
        handler.addQuickElement("itunes:explicit", "false")
        handler.addQuickElement("itunes:type", "episodic")
        handler.addQuickElement("itunes:author", podcast.site_name)
        handler.addQuickElement("podcast:guid", podcast.guid)
        handler.addQuickElement("podcast:locked", "no")
        if podcast.generated:
            handler.addQuickElement("podcast:txt", "true", {"purpose": "ai-content"})

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        one: Item = item["item"]
        handler.addQuickElement("itunes:duration", str(round(one.seconds)))
        handler.addQuickElement("itunes:explicit", "false")
        if one.authors:
            handler.addQuickElement("itunes:author", ", ".join(one.authors))
        if one.transcript:
            handler.addQuickElement("podcast:transcript", None, {"url": one.transcript, "type": "text/vtt"})
        for author in one.authors:
            handler.addQuickElement("podcast:person", author, {"role": "author"})
        if one.reader:
            handler.addQuickElement("podcast:person", one.reader, {"role": "narrator"})
        if one.generated:
            handler.addQuickElement("podcast:txt", "true", {"purpose": "ai-content"})


def written(podcast: Podcast) -> Printed:
    made = _Rss(
        title=podcast.title,
        link=podcast.url,
        description=podcast.description,
        language=podcast.language,
        feed_url=podcast.self_url,
        podcast=podcast,
    )
    for item in podcast.items:
        made.add_item(
            title=item.title,
            link=item.url,
            description=" ".join(part for part in (item.summary, f"({item.label})") if part),
            unique_id=item.guid,
            unique_id_is_permalink=False,
            pubdate=item.published,
            enclosures=[Enclosure(item.mp3, str(item.mp3_bytes), "audio/mpeg")],
            item=item,
        )
    return Printed(made.writeString("utf-8").encode(), content_type=CONTENT_TYPE)
