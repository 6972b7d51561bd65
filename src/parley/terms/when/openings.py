"""Which rules can begin at a word: a table made once, so that the parser tries only those."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from parley.terms.when.lexeme import Lexeme

Rule = Callable[..., Any]


class Openings:
    """Rules by what they can begin with: a word ("the"), a role (":month") or a kind of lexeme ("#number").

    Rules keep their order. What a word opens is remembered; the vocabulary is closed, so the memory is small.
    """

    def __init__(self, rules: Mapping[Rule, str]) -> None:
        self._rules = {rule: frozenset(openings.split()) for rule, openings in rules.items()}
        self._by_word: dict[tuple[str, str, bool], tuple[Rule, ...]] = {}

    def at(self, lexeme: Lexeme) -> tuple[Rule, ...]:
        """The rules that can begin with this lexeme."""
        key = (lexeme.kind, lexeme.word if lexeme.kind == "word" else "", "ordinal" in lexeme.roles)
        known = self._by_word.get(key)
        if known is None:
            keys = frozenset(self._keys(lexeme))
            known = self._by_word[key] = tuple(rule for rule, openings in self._rules.items() if openings & keys)
        return known

    @staticmethod
    def _keys(lexeme: Lexeme) -> Iterator[str]:
        yield f"#{lexeme.kind}"
        if lexeme.kind == "word":
            yield lexeme.word
        for role in lexeme.roles:
            yield f":{role}"
