from __future__ import annotations

import pytest

from parley.documents import parse_text
from tests.documents.making import original_says


def garbled(text: str, encoding: str = "cp1252") -> str:
    """UTF-8 read in a wrong encoding."""
    return text.encode().decode(encoding)


@pytest.mark.parametrize("word", ["Zoë’s", "“talks”–", "Poznań", "José—Inês", "Ōsaka"])
def test_mojibake_that_can_be_undone_is_undone_and_mapped(word: str) -> None:
    before = "Yesterday in Norland "
    wrong = garbled(word, "latin-1")
    text = before + wrong + " spoke."
    document = parse_text(text)
    assert document.text == before + word + " spoke."
    assert {repair.kind for repair in document.repairs} == {"mojibake"}
    assert original_says(document, text.encode(), len(before), len(before) + len(word)) == wrong


def test_mojibake_of_windows_is_undone() -> None:
    assert parse_text("The world" + garbled("’") + "s " + garbled("“") + "best hope").text == "The world’s “best hope"


def test_twice_garbled_text_is_undone() -> None:
    assert parse_text("In Norland " + garbled(garbled("é", "latin-1"), "latin-1") + "lan").text == "In Norland élan"


@pytest.mark.parametrize(
    "text",
    [
        "“Quotes” stay, and so do ‘these’",
        "ﬁne ligatures and ＷＩＤＥ letters",
        "&lt;not&gt; &amp; unescaped",
        "Ångström, São João, Çeşme, château, Ôsaka, pâté",
        "1.5 °C (±0.2), 5 µm, 3 × 4 £10 §2",
        "ČSÃ Ä Ö",
        "he said “no”école",
    ],
)
def test_what_was_published_stays(text: str) -> None:
    assert parse_text(text).text == text


def test_a_lost_letter_is_marked_and_never_invented() -> None:
    text = "Minister KenjirÅ Abeko spoke."
    document = parse_text(text)
    assert document.text == text
    (repair,) = document.repairs
    assert (repair.kind, document.text[repair.start : repair.end]) == ("lost_letter", "Å")
    assert repair.proposal is not None
    assert "ō" in repair.proposal
    assert repair.proposal.islower()


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ('"We must act,â³ she said', "″"),
        ("Norlandâs plan", "’"),
        ("they donât agree", "’"),
        ("the plan â a first â failed", "–—"),
        ("he said: âWe will act", "“‘"),
        ("“Enough,â€\ufffd he said", "”"),
        ("“Enough,â€ he said", "”"),
    ],
)
def test_a_lost_mark_is_proposed_from_the_bytes_that_are_left(text: str, proposal: str) -> None:
    document = parse_text(text)
    assert document.text == text
    assert document.repairs[0].kind == "lost_letter"
    assert document.repairs[0].proposal == proposal


@pytest.mark.parametrize("text", ["Åland and Ålesund", "câmara", "SÃO PAULO", "château de Brûlé", "Malmö, ÅRE"])
def test_true_letters_are_not_doubted(text: str) -> None:
    assert parse_text(text).repairs == ()


def test_control_characters_are_left_out_and_recorded() -> None:
    text = "uneq\x02uivocal \x7ftalks\x0cnext page"
    document = parse_text(text)
    assert document.text == "unequivocal talks\nnext page"
    assert [(repair.kind, repair.start, repair.end) for repair in document.repairs] == [
        ("control", 4, 4),
        ("control", 12, 12),
    ]
    assert original_says(document, text.encode(), 4, 11) == "uivocal"
    assert original_says(document, text.encode(), 0, 4) == "uneq"


def test_windows_quotes_among_the_control_characters_are_put_right() -> None:
    document = parse_text("Norland\x92s plan")
    assert document.text == "Norland’s plan"
    assert document.repairs[0].kind == "mojibake"
