"""Numbers in words, from a language's tables; ``docs/audio.md`` has their form.

A form is a case and a gender, ``gen.f``; what a language does not tell apart is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from newsdesk.audio.script.language import Language

LARGEST = 15
"""More digits than this are read one by one."""

GENDERS = "mfnp"


@dataclass(frozen=True, slots=True)
class Form:
    """``case`` is a table of the language's cardinals, ``gender`` one of m, f, n, p (plural)."""

    case: str = "nom"
    gender: str = "m"


def form(written: str) -> Form:
    """``gen.f``, ``gen``, or nothing."""
    case, _, gender = written.partition(".")
    return Form(case or "nom", gender or "m")


def pick(words: str, gender: str) -> str:
    """The form of ``один/одна/одне`` for a gender; ``_`` stands for a space."""
    forms = words.split("/")
    return forms[min(GENDERS.find(gender), len(forms) - 1)].replace("_", " ")


class Numbers:
    """The numbers of one language; without its tables they are left in figures, which every voice can read somehow."""

    def __init__(self, language: Language) -> None:
        self.tables = language.table("numbers")
        self._cardinals = {case: _split(words) for case, words in self.tables.get("cardinals", {}).items()}
        self._classes = [re.compile(pattern) for pattern in self.tables.get("plurals", [])]

    def cardinal(self, digits: str, form: Form) -> str:
        """A whole number of ASCII digits in words."""
        digits = digits.lstrip("0") or "0"
        if not self._cardinals:
            return digits
        if len(digits) > LARGEST:
            return self.digits(digits)
        if digits == "0":
            return pick(self._words(form)["small"][0], form.gender)
        return " ".join(self._groups(digits, form))

    def ordinal(self, digits: str, form: Form) -> str:
        """A whole number as an ordinal: the cardinal with its last word, or all of it, replaced."""
        words = self.cardinal(digits, Form("nom", "m"))
        table = self.tables.get("ordinals", {})
        if words in table.get("whole", {}):
            return self._ended(table["whole"][words], form)
        last = re.split("[ -]", words)[-1]
        return words.removesuffix(last) + self._ended(table.get("last", {}).get(last, last), form)

    def decimal(self, whole: str, fraction: str, form: Form) -> str:
        """A number with a fraction: "three point one four", or "three whole, fourteen hundredths"."""
        told = self.tables.get("decimal", {})
        if "point" in told or not told:
            return " ".join([self.cardinal(whole, form), told.get("point", "."), self.digits(fraction)])
        if fraction == "5":
            return self._half(whole, form)
        return self._fractions(whole, fraction, told)

    def digits(self, digits: str) -> str:
        """One by one."""
        small = self._cardinals["nom"]["small"] if self._cardinals else "0123456789"
        return " ".join(pick(small[int(digit)], "m") for digit in digits)

    def year(self, digits: str) -> str:
        """In pairs where the language says them so: nineteen oh five, twenty twenty-four."""
        told = self.tables.get("years", {})
        if not told or len(digits) != 4 or digits[1:3] == "00":
            return self.cardinal(digits, Form())
        second = told["hundred"] if digits[2:] == "00" else self.cardinal(digits[2:], Form())
        between = f" {told['oh']} " if digits[2] == "0" and digits[3] != "0" else " "
        return self.cardinal(digits[:2], Form()) + between + second

    def agreeing(self, digits: str, fraction: str, forms: str) -> str:
        """Which of a noun's forms goes with a number: one, few, many, and last that after a fraction."""
        words = forms.split()
        number = len(self._classes) + 1 if fraction else self._plural(digits)
        return words[min(number, len(words) - 1)].replace("_", " ") if words else ""

    def _plural(self, digits: str) -> int:
        digits = digits.lstrip("0")
        return next((n for n, one in enumerate(self._classes) if one.search(digits)), len(self._classes))

    def _words(self, form: Form) -> dict[str, list[str]]:
        return self._cardinals.get(form.case, self._cardinals["nom"])

    def _groups(self, digits: str, form: Form) -> Iterator[str]:
        for scale in self.tables.get("scales", []):
            power = scale["power"]
            group = digits[-power - 3 : -power].lstrip("0")
            if group:
                yield from self._scaled(group, scale, form)
        if rest := digits[-3:].lstrip("0"):
            yield from self._below_thousand(rest, form)

    def _scaled(self, group: str, scale: dict[str, Any], form: Form) -> Iterator[str]:
        if group != "1" or not scale.get("bare_one"):
            yield from self._below_thousand(group, Form(form.case, scale.get("gender", "m")))
        yield self.agreeing(group, "", scale.get(form.case, scale["nom"]))

    def _below_thousand(self, digits: str, form: Form) -> Iterator[str]:
        words, number = self._words(form), int(digits)
        if number >= 100:
            yield pick(words["hundreds"][number // 100 - 1], form.gender)
        if number % 100 >= 20:
            tens = pick(words["tens"][number % 100 // 10 - 2], form.gender)
            unit = pick(words["small"][number % 10], form.gender)
            yield tens + self.tables["joint"] + unit if number % 10 else tens
        elif number % 100:
            yield pick(words["small"][number % 100], form.gender)

    def _ended(self, stem: str, form: Form) -> str:
        """A stem with its ending; ``~`` marks one that takes the soft endings."""
        table = self.tables.get("ordinals", {})
        endings = table.get("soft" if stem.endswith("~") else "endings", {})
        return stem.rstrip("~") + pick(endings.get(form.case, ""), form.gender)

    def _half(self, whole: str, form: Form) -> str:
        told = self.tables["decimal"]
        if whole == "1":
            return pick(told["one_and_a_half"], form.gender)
        return self.cardinal(whole, form) + " " + told["half"] if whole != "0" else self._fractions("0", "5", told)

    def _fractions(self, whole: str, fraction: str, told: dict[str, Any]) -> str:
        if len(fraction) > len(told["parts"]):
            return " ".join([self.cardinal(whole, Form()), told["mark"], self.digits(fraction)])
        part = self.agreeing(fraction, "", told["parts"][len(fraction) - 1])
        words = [self.cardinal(whole, Form("nom", "f")), self.agreeing(whole, "", told["whole"])]
        return " ".join([*words, self.cardinal(fraction, Form("nom", "f")), part])


def _split(words: dict[str, str]) -> dict[str, list[str]]:
    return {name: line.split() for name, line in words.items()}


@cache
def numbers(language: Language) -> Numbers:
    return Numbers(language)
