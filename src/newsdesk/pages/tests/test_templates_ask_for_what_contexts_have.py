"""A template that asks for what its context does not have prints nothing, and nobody notices: here it is noticed."""

import pytest
from django.conf import settings
from django.template import Context, Engine
from django.utils import translation

from newsdesk.article.body import Paragraph, PictureUse, RelatedCard, Run
from newsdesk.article.clip import Part
from newsdesk.article.correction import Correction
from newsdesk.article.letter import Issue, Letter
from newsdesk.article.listing import Leaf, LeafLink
from newsdesk.article.prose import Place
from newsdesk.article.source import Attribution, Source, Statement
from newsdesk.pages.tests.made import clip, edition, frame, page, paper
from newsdesk.pages.tests.paper import at
from newsdesk.press.recipe import recipes
from newsdesk.press.theme import theme

ISSUE = "0c8a5c1e-3f6f-4a55-9d0e-5a6a2f1b7c44"
SHEETS = [
    ("article", "/2026/03/17/story-1/", "a1"),
    ("home", "/", ""),
    ("section", "/harbour/", "s1"),
    ("topic", "/topics/ferries/", "t1"),
    ("source", "/sources/coast-courier/", "s-courier"),
    ("author", "/authors/ines-halvard/", "c1"),
    ("leaf", "/topics/ferries/1/", "topic-t1/1"),
    ("feed", "/feed/", ""),
    ("corrections", "/corrections/", ""),
    ("page", "/about/", "g1"),
    ("listen", "/listen/", ""),
    ("letters", "/letters/", ""),
    ("letter", "/letters/tides/", "l1"),
    ("issue", f"/letters/{ISSUE}/", ISSUE),
    ("404", "/404.html", ""),
    ("rail", "/_/rail.html", ""),
    ("picks", "/_/picks.html", ""),
    ("more", "/_/more/harbour.html", "s1"),
]


@pytest.fixture(scope="module")
def loud() -> Engine:
    """The theme's own engine, but telling what it did not find."""
    quiet = theme().templates
    libraries = settings.NEWSDESK_TEMPLATE_LIBRARIES
    return type(quiet)(dirs=quiet.dirs, libraries=libraries, builtins=quiet.builtins, string_if_invalid="⟦%s⟧")


@pytest.fixture
def archive():
    note = Correction("correction", "It was sent in March.", at(2026, 3, 17, 12, 20), on_top=True)
    body = (PictureUse("p1"), RelatedCard("a2"), Paragraph((Run("It rained, the Courier said."),)))
    courier = Attribution("Courier", "outlet", "s-courier", url="https://courier.example")
    unnamed = Attribution("an official", "anonymous", title="of the port", reason="She may not speak.")
    said = Statement("aa", "indirect", (Place(2, 0, 9),), (unnamed, courier), said_on=at(2026, 3, 1).date())
    first = edition("a1", kind="opinion", urgency=1, corrections=(note,), body=body, statements=(said,))
    made = paper(first, *(edition(f"a{number}", kind="brief") for number in range(2, 14)))
    made.sources = {
        "s-courier": Source("s-courier", "outlet", "Courier", "coast-courier", url="https://courier.example")
    }
    made.clips = {"a1": clip(first), "today-2026-03-17": clip(first, of="today-2026-03-17", parts=(Part("a1", ""),))}
    made.letters_of = {"l1": Letter("l1", "Tides", "tides", "Each Monday.", "en")}
    made.sent = {ISSUE: Issue(ISSUE, "l1", "High water", at(2026, 3, 17), "Again.", body, note="It was low water.")}
    made.placements = {"picks": ("a1", "a2"), "home": ("a1",)}
    older = LeafLink(2, None, at(2026, 3, 1))
    made.closed[("topic-t1", 1)] = Leaf("topic-t1", 1, at(2026, 3, 1), at(2026, 3, 17), ("a1",), older, older)
    return made


@pytest.mark.parametrize(("recipe", "path", "args"), SHEETS, ids=[sheet[0] for sheet in SHEETS])
def test_everything_a_template_prints_is_in_its_context(loud, archive, recipe, path, args):
    context = page(archive, recipe, path, args)
    with translation.override("en"):
        html = loud.get_template(recipes()[recipe].template).render(Context({"page": context, "frame": frame()}))
    assert "⟦" not in html


def test_every_kind_of_sheet_is_looked_at():
    ours = {name for name, recipe in recipes().items() if recipe.gather.__module__.startswith("newsdesk.pages")}
    assert ours - {sheet[0] for sheet in SHEETS} == {"gone", "redirect", "counted", "corrections leaf", "cover"}
