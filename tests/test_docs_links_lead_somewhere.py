"""Every link inside the documentation leads to a file and a heading that are there."""

import re
from pathlib import Path

import pytest

from bootstrap.places import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as forges make them (https://github.com/gjtorikian/html-pipeline)."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    dead = [link for link in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))) if not _leads(page, link)]
    assert not dead


def _leads(page: Path, link: str) -> bool:
    if link.startswith(("http://", "https://")):
        return True
    path, _, anchor = link.partition("#")
    target = (page.parent / path) if path else page
    return target.exists() and (not anchor or anchor in anchors(target))


def test_every_page_can_be_reached_from_the_first() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        linked = (page.parent / link.partition("#")[0] for link in LINK.findall(page.read_text(encoding="utf-8")))
        waiting += [one.resolve() for one in linked if one.suffix == ".md" and one.exists()]
    decisions = set((ROOT / "docs" / "adr").glob("*.md"))
    assert set(PAGES) - decisions <= reached


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_names_a_folder_of_somebodys_machine(page: Path) -> None:
    assert not re.search(r"/(home|Users|root|work|tmp)/", page.read_text(encoding="utf-8"))


def test_every_picture_is_shown_and_light() -> None:
    shown = {link for page in PAGES for link in LINK.findall(page.read_text(encoding="utf-8")) if link.endswith(".png")}
    pictures = {picture.name: picture.stat().st_size for picture in (ROOT / "docs" / "pictures").glob("*.png")}
    assert set(pictures) == {link.rpartition("/")[2] for link in shown}
    assert max(pictures.values()) <= 250_000


def test_decisions_say_context_decision_consequences() -> None:
    for page in (ROOT / "docs" / "adr").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert re.match(rf"# {page.name[:3]}: .+\n\n\*\*Context\.\*\*", text), page.name
        assert "**Decision.**" in text and "**Consequences.**" in text, page.name
