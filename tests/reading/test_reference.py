"""Who and what a bare noun or pronoun goes back to."""

from __future__ import annotations

from tests.reading.making import read


def test_he_after_a_bare_office_is_who_holds_it() -> None:
    statements = read(
        "The Prime Minister, Ola Brekke, spoke by telephone with President Rosa Quispe of Peru today.\n\n"
        "The Prime Minister welcomed the plan. He said that all countries should go further.",
    ).statements
    assert [s.speaker for s in statements if s.quote.exact.startswith("He said")] == ["Ola Brekke"]


def test_a_rank_that_describes_the_speaker_is_the_documents_own_claim() -> None:
    (claim,) = read("Peru, the world's largest emitter, has said it will peak its emissions before 2030.").claims
    assert (claim.measure, claim.attribution.kind) == ("rank_emitter", "outlet")


def test_a_rank_that_the_speaker_tells_is_the_speakers_claim() -> None:
    (claim,) = read("Norwegian minister Kari Lunde said Peru was the world's largest emitter.").claims
    assert (claim.subject, claim.attribution.name) == ("PER", "Kari Lunde")


def test_the_dialogue_is_not_the_summit_named_between() -> None:
    engagements = read(
        "Ministers met on 1 and 2 May for the Petersberg Climate Dialogue, the last before COP29. "
        "Norwegian minister Kari Lunde addressed the dialogue on Thursday.",
    ).engagements
    cop = [e for e in engagements if e.name == "COP29"]
    assert all(e.status == "planned" for e in cop)


def test_two_meetings_with_different_numbers_are_two() -> None:
    meetings = [
        e
        for e in read(
            "Norwegian envoy Kari Lunde and Peruvian envoy Rosa Quispe held the second meeting of their group in Lima "
            "on 3 May. Lunde and Quispe held the first meeting of the group in Oslo on 5 March."
        ).engagements
        if e.kind == "meeting"
    ]
    assert sorted(e.place.city for e in meetings if e.place and e.place.city) == ["Lima", "Oslo"]
