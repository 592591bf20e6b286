"""The few ways in which a rule's template can read what it found; each is named in a template after a bar.

``{n|count:units.gen}``: it is read by ``count``, its argument ``units.gen``. Several groups are read as one with a
plus between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from newsdesk.audio.script.language import Language
from newsdesk.audio.script.numbers import Form, Numbers, form, numbers

Reading = Callable[[Language, tuple[str, ...], str], str]

MINUS = "-−–"
HUMP = re.compile("(?<=[a-zа-яіїєґ])(?=[A-ZА-ЯІЇЄҐ])|_")
ROMAN = {"І": 1, "Х": 10, "I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _parts(language: Language, figure: str) -> tuple[str, str, str]:
    """Minus in words or nothing, the whole digits, those of the fraction."""
    table = language.table("numbers")
    minus = table.get("minus", "") + " " if figure[:1] in MINUS and figure else ""
    whole, _, fraction = figure.lstrip(MINUS).partition(table.get("mark", "."))
    return minus, re.sub("[^0-9]", "", whole) or "0", re.sub("[^0-9]", "", fraction)


def _figure(numbers: Numbers, whole: str, fraction: str, form: Form) -> str:
    return numbers.decimal(whole, fraction, form) if fraction else numbers.cardinal(whole, form)


def number(language: Language, values: tuple[str, ...], argument: str) -> str:
    """A figure in words, with its sign and fraction; the argument is its form."""
    minus, whole, fraction = _parts(language, values[0])
    return minus + _figure(numbers(language), whole, fraction, form(argument))


def count(language: Language, values: tuple[str, ...], argument: str) -> str:
    """A figure with its noun, which agree: ``table.case``, the noun's row being ``{gender, nom, gen …}``."""
    name, _, case = argument.partition(".")
    noun = _noun(language, name, values[1])
    minus, whole, fraction = _parts(language, values[0])
    words = _figure(numbers(language), whole, fraction, Form(case or "nom", noun.get("gender", "m")))
    forms = noun.get(case or "nom", noun["nom"])
    return f"{minus}{words} {numbers(language).agreeing(whole, fraction, forms)}"


def noun(language: Language, values: tuple[str, ...], argument: str) -> str:
    """One form of a noun by its place in the row: ``table.case.place``."""
    name, case, place = argument.split(".")
    row = _noun(language, name, values[0])
    forms = row.get(case, row["nom"]).split()
    return str(forms[min(int(place), len(forms) - 1)]).replace("_", " ")


def ordinal(language: Language, values: tuple[str, ...], argument: str) -> str:
    return numbers(language).ordinal(_parts(language, values[0])[1], form(argument))


def year(language: Language, values: tuple[str, ...], argument: str) -> str:
    return numbers(language).year(values[0])


def digits(language: Language, values: tuple[str, ...], argument: str) -> str:
    """One by one, with a comma between the groups in which they are written."""
    groups = re.findall(r"\+|[0-9]+", values[0])
    plus = str(language.table("numbers").get("plus", ""))
    return ", ".join(plus if group == "+" else numbers(language).digits(group) for group in groups).replace(
        f"{plus}, ", f"{plus} ", 1
    )


def letters(language: Language, values: tuple[str, ...], argument: str) -> str:
    """One by one, by their names where the language has a table of them."""
    names = language.table(argument or "letters")
    return " ".join(names.get(letter, letter) for letter in values[0] if letter.isalpha())


def word(language: Language, values: tuple[str, ...], argument: str) -> str:
    """What a table has for these words."""
    return str(_entry(language.table(argument), values[0]))


def swap(language: Language, values: tuple[str, ...], argument: str) -> str:
    """Character by character, those a table knows being replaced: the dots of an address."""
    table = language.table(argument)
    return _with_numbers(language, "".join(f" {table[one]} " if one in table else one for one in values[0]))


def roman(language: Language, values: tuple[str, ...], argument: str) -> str:
    """The numeral of a monarch, as an ordinal."""
    return numbers(language).ordinal(str(_from_roman(values[0])), form(argument))


def romanum(language: Language, values: tuple[str, ...], argument: str) -> str:
    """The numeral of a war or a chapter, as a plain number."""
    return numbers(language).cardinal(str(_from_roman(values[0])), form(argument))


def title(language: Language, values: tuple[str, ...], argument: str) -> str:
    """NATO as a word: Nato."""
    return values[0].capitalize()


def upper(language: Language, values: tuple[str, ...], argument: str) -> str:
    return values[0].upper()


def lower(language: Language, values: tuple[str, ...], argument: str) -> str:
    return values[0].lower()


def camel(language: Language, values: tuple[str, ...], argument: str) -> str:
    """The words of a hashtag: StandWithUs."""
    return _with_numbers(language, HUMP.sub(" ", values[0]))


READINGS: Mapping[str, Reading] = {
    one.__name__: one
    for one in (
        number, count, noun, ordinal, year, digits, letters, word, swap, roman, romanum, title, upper, lower, camel,
    )
}  # fmt: skip


def _noun(language: Language, name: str, written: str) -> dict[str, str]:
    """A noun's row; one that is only a word stands for the row of that word."""
    table = language.table(name)
    found: Any = _entry(table, written)
    return dict(table[found] if isinstance(found, str) else found)


def _entry(table: dict[str, Any], written: str) -> Any:
    found = table.get(written)
    return table[written.lower()] if found is None else found


def _with_numbers(language: Language, text: str) -> str:
    return re.sub("[0-9]+", lambda found: f" {numbers(language).cardinal(found.group(), Form())} ", text)


def _from_roman(numeral: str) -> int:
    values = [ROMAN[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
