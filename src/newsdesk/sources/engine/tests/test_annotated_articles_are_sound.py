"""What the engine is measured by holds together: every string is in its article, every rule of the set is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.sources.engine.tests import annotated

GOOD = """
desk = "harbour"
published = 2026-03-04
language = "en"
traps = []
text = \"\"\"
"The pier is likely safe," Mara Olin said on Tuesday. Two were reportedly hurt.
\"\"\"
[[statement]]
content = ['"The pier is likely safe,"']
cue = "said"
kind = "direct"
chain = [{ name = "Mara Olin", kind = "person", mention = "Mara Olin" }]
said_on = 2026-03-03
hedges = ["likely"]
[[unsourced_hedge]]
text = "reportedly"
"""


def loaded(folder: Path, words: str = GOOD) -> annotated.Article:
    path = folder / "harbour-pier.toml"
    path.write_text(words, "utf-8")
    return annotated.load(path)


@pytest.mark.parametrize("path", annotated.paths(), ids=lambda path: path.stem)
def test_article_is_sound(path: Path) -> None:
    article = annotated.load(path)
    assert annotated.problems(article) == []
    assert path.stem.startswith(f"{article.desk}-")


def test_strings_are_resolved_to_their_places(tmp_path: Path) -> None:
    article = loaded(tmp_path)
    (statement,) = article.record.statements
    spans = [*statement.content, statement.cue, statement.chain[0].mention, *statement.hedges]
    assert [(span.start, article.text[span.start : span.end]) for span in spans if span] == [
        (0, '"The pier is likely safe,"'),
        (37, "said"),
        (27, "Mara Olin"),
        (13, "likely"),
    ]
    assert [span.text for span in article.record.unsourced_hedges] == ["reportedly"]


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("['\"The pier is likely safe,\"']", "['The pier was safe']"),
        ('cue = "said"', 'cue = "told"'),
        ('mention = "Mara Olin"', 'mention = "Olin Mara"'),
        ('hedges = ["likely"]', 'hedges = ["reportedly"]'),
        ('text = "reportedly"', 'text = "allegedly"'),
        ('kind = "direct"', 'kind = "shouted"'),
        ('kind = "person"', 'kind = "ship"'),
        ("traps = []", "traps = []\nmood = 1"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, words: str, instead: str) -> None:
    with pytest.raises(annotated.Unsound):
        loaded(tmp_path, GOOD.replace(words, instead))


@pytest.mark.parametrize(
    ("words", "instead", "problem"),
    [
        ("2026-03-03", "2026-03-05", "said after it was published"),
        ('"direct"', '"indirect"', "marks that are not indirect"),
        ('name = "Mara Olin"', 'name = "Mara Brandt"', "a name or title that is not printed"),
        ('cue = "said"', 'cue = "pier"\ncue_at = 5', "cue inside its content"),
        (
            "[[unsourced",
            GOOD[GOOD.index("[[statement") : GOOD.index("[[unsourced")] + "[[unsourced",
            "in two statements",
        ),
    ],
)
def test_what_a_second_reader_refuses_is_named(tmp_path: Path, words: str, instead: str, problem: str) -> None:
    found = annotated.problems(loaded(tmp_path, GOOD.replace(words, instead)))
    assert found
    assert all(line.startswith(problem) for line in found)
