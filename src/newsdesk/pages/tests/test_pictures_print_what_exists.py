"""A picture is offered in every width and format there is, and holds its place where there is none yet."""

from dataclasses import replace

from newsdesk.article.body import PictureUse
from newsdesk.pages.images import image, markup, social
from newsdesk.pages.tests.made import DIGEST, article, edition, frame, paper


def test_every_width_of_every_format_is_offered():
    shown = markup(image(paper(), PictureUse("p1")), "lead")  # type: ignore[arg-type]
    for format in ("avif", "webp", "jpeg"):
        for width in (640, 1280):
            assert f"/pictures/{DIGEST}/{width}.{format} {width}w" in shown
    assert 'width="1600" height="1000"' in shown


def test_lead_picture_is_fetched_first_and_no_other():
    html = article(paper(edition("a1", body=(PictureUse("p1"),))))
    assert html.count('fetchpriority="high"') == 1
    assert html.count('loading="lazy"') == 1


def test_picture_without_files_is_a_box_of_its_proportions_with_its_words():
    archive = paper()
    archive.pictures["p1"] = replace(archive.pictures["p1"], widths=(), formats=())
    shown = image(archive, PictureUse("p1"))  # type: ignore[arg-type]
    assert shown and "<img" not in markup(shown, "lead")
    assert 'viewBox="0 0 1600 1000"' in markup(shown, "lead") and "A grey berth at dawn." in markup(shown, "lead")
    assert social(archive, PictureUse("p1"), frame()) is None  # type: ignore[arg-type]


def test_words_of_the_use_come_before_the_pictures_own():
    shown = image(paper(), PictureUse("p1", "Our caption.", "Our alt."))  # type: ignore[arg-type]
    assert shown and (shown.caption, shown.alt) == ("Our caption.", "Our alt.")


def test_focal_point_becomes_classes_and_no_style():
    shown = image(paper(), PictureUse("p1"))  # type: ignore[arg-type]
    assert shown and shown.focus == "x25 y50"
    assert "style=" not in markup(shown, "lead")
