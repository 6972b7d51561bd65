"""Pledges grouped anew where people decided otherwise than their terms."""

from __future__ import annotations

from collections.abc import Mapping

from parley.linking.judgements import Rulings
from parley.linking.shelf import Shelf
from parley.records import Pledge

Block = tuple[str, str, bool]
"""Party, kind, and whether what is in it is only urged, proposed or drafted."""


def ruled_pledges(
    blocks: Mapping[Block, list[list[Pledge]]], shelf: Shelf, rulings: Rulings
) -> Mapping[Block, list[list[Pledge]]]:
    """The groups of each block after judgement; what is joined over blocks stands where it is promised."""
    numbered = [(block, group) for block, groups in blocks.items() for group in groups]
    after = rulings.regroup("pledge", [[pledge.id for pledge in group] for _, group in numbered])
    if not any(group.reasons for group in after):
        return blocks
    pledges = {pledge.id: pledge for _, group in numbered for pledge in group}
    ruled: dict[Block, list[list[Pledge]]] = {block: [] for block in blocks}
    for group in after:
        block = min((numbered[number][0] for number in group.sources), key=lambda block: block[2])
        ruled[block].append(shelf.by_age(pledges[report] for report in group.reports))
    return ruled
