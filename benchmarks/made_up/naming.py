"""What a document calls people: in full at first, then by the family name, with its outlet's habits and errors."""

from __future__ import annotations

from random import Random

from benchmarks.made_up.cast import COUNTRIES, FIGURES, Figure, Outlet

_FAMILY_ALONE = 0.06


class Namer:
    """The names in one document, and every form used of each person; damage to a letter is no form of the name."""

    def __init__(self, outlet: Outlet, rng: Random) -> None:
        self._outlet, self._rng = outlet, rng
        self._full: dict[Figure, str] = {}
        self.mentions: dict[Figure, list[str]] = {}

    def name(self, person: Figure, plain: bool = False) -> str:
        """Words for a person; with ``plain`` the name alone, as a possessive needs it."""
        if person in self._full:
            return self._again(person)
        if not _shares_family_name(person) and self._rng.random() < _FAMILY_ALONE:
            self._full[person] = self._note(person, person.family)
            return f"{COUNTRIES[person.party].adjective} {person.title} {person.family}"
        habit = self._habit(person)
        full = person.forms()[habit]
        self._full[person] = person.name if habit == "garbled" else full
        self._note(person, full)
        adjective = COUNTRIES[person.party].adjective
        if plain or self._outlet.naming == "title":
            return f"{adjective} {person.title} {full}"
        return f"{full}, the {adjective} {person.title.lower()},"

    def known_as(self, person: Figure) -> str:
        """The fullest form the document has, damage undone."""
        return self._full[person]

    @property
    def people(self) -> list[Figure]:
        """Everybody named, in order of first mention."""
        return list(self._full)

    def _habit(self, person: Figure) -> str:
        forms = person.forms()
        habits = [habit for habit in self._outlet.habits if habit in forms]
        if _shares_family_name(person) and "initials" in habits:
            habits.remove("initials")
        return self._rng.choice(["usual", *habits])

    def _again(self, person: Figure) -> str:
        """The family name, unless somebody else here has it."""
        if any(other is not person and other.family == person.family for other in self._full):
            return self._note(person, self.mentions[person][0])
        first = self.mentions[person][0]
        family = next((word for word in first.split() if word.casefold() == person.family.casefold()), None)
        if family is None:
            return self._note(person, first)
        honorific = self._rng.choice((person.honorific, person.honorific, "Dr"))
        form = self._rng.choice((family, family, f"{honorific} {family.title()}"))
        return self._note(person, form)

    def _note(self, person: Figure, form: str) -> str:
        forms = self.mentions.setdefault(person, [])
        if form not in forms:
            forms.append(form)
        return form


def _shares_family_name(person: Figure) -> bool:
    return any(other is not person and other.family == person.family for other in FIGURES)
