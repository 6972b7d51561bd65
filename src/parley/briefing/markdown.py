"""The briefing as Markdown (CommonMark with GitHub's tables and footnotes)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parley.briefing.outlook_view import HEADS, NotCountedGroup, OutlookPledge, OutlookView
from parley.briefing.prose import tidy
from parley.briefing.timeline import events_by_year
from parley.briefing.verdict_view import ClaimChart, VerdictView
from parley.briefing.verdicts import PLEDGE_LABELS, record_in_words
from parley.briefing.view import (
    BriefingView,
    Citations,
    ClaimView,
    ConflictView,
    DateView,
    EventView,
    Note,
    PledgeView,
    PositionView,
    SourceView,
    StatementView,
    SummaryLine,
)

_MOST_POINTS = 6
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$#]")
_STARTS_A_BLOCK = re.compile(r"^(\d+)([.)])|^([-+=:])")
_ADDRESS = re.compile(r"(?<=\w)(:)(?=//)|(?<=\bwww)(\.)|(?<=\w)(@)(?=\w)", re.IGNORECASE)


def render_markdown(view: BriefingView) -> str:
    """The whole briefing. What documents say shows as it is written there, whatever markup it imitates."""
    blocks = [
        f"# {escape(view.title)}",
        escape(view.subtitle),
        *_summary(view),
        *_corrections(view),
        *_section("Timeline", _timeline(view), "No events found."),
        *_section("Pledge book", _pledges(view), "No pledges found."),
        *_outlook(view.outlook),
        *_section("Where sources disagree", map(_conflict, view.conflicts), "No disagreements found."),
        *_section("Claims", _claims(view), "No claims found."),
        *_section("Who said what", _statements(view), "No statements found."),
        *_section("Positions", _positions(view), "No positions found."),
        *_section("People", _people(view), "No people found."),
        *_section("Sources", _sources(view), "No documents were read."),
        *_section("Notes", map(_note, view.notes), "No notes."),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """``text`` on one line, so that a Markdown reader shows its characters and nothing else.

    Markup is escaped, list and heading marks at the start too, and addresses do not become links.
    """
    line = _MARKUP.sub(lambda found: "\\" + found[0], tidy(text))
    line = _STARTS_A_BLOCK.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line)
    return _ADDRESS.sub(lambda found: "&#64;" if found[3] else "\\" + found[0], line)


def _cite(citations: Citations) -> str:
    return "".join(f"[^{one.note}]" for one in citations)


def _date(date: DateView) -> str:
    words = escape(date.words)
    return f"{words} (inferred)" if date.ground else words


def _section(heading: str, blocks: Iterable[str], empty: str) -> list[str]:
    found = list(blocks)
    return [f"## {heading}", *(found or [f"_{empty}_"])]


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _summary(view: BriefingView) -> Iterator[str]:
    for group in view.summary:
        lines = [_summary_line(line) for line in group.lines]
        if group.more:
            lines.append(f"- and {group.more} more below")
        yield f"**{group.heading}**"
        yield "\n".join(lines)


def _summary_line(line: SummaryLine) -> str:
    date = f"{_date(line.date)}: " if line.date else ""
    status = f" ({escape(line.status)})" if line.status else ""
    return f"- {date}{escape(line.text)}{status}{_cite(line.citations)}"


def _corrections(view: BriefingView) -> Iterator[str]:
    if view.corrections:
        yield "## Corrections"
    for item in view.corrections:
        head = f"> **{item.nature}** in {escape(item.source)}, {_date(item.date)}{_cite(item.citations)}"
        touches = [f"> Touches: {escape(one)}" for one in item.touches]
        yield "\n>\n".join([head, f"> “{escape(item.words)}”", *touches])


def _timeline(view: BriefingView) -> Iterator[str]:
    years = events_by_year(view)
    for heading, events in years:
        if len(years) > 1:
            yield f"### {heading}"
        yield "\n".join(map(_event, events))
    background = [event for event in view.timeline if event.background]
    if background:
        yield "### Told as background"
        yield "\n".join(map(_event, background))


def _event(event: EventView) -> str:
    facts = [
        event.place or "",
        "by video or phone" if event.mode == "virtual" else "",
        ", ".join(party.name for party in event.parties),
        f"with {', '.join(event.people)}" if len(event.people) > 3 or (event.name and event.people) else "",
        "corrected by its source" if event.corrected else "",
        (event.remark or "").rstrip("."),
    ]
    about = "".join(f"; {escape(fact)}" for fact in facts if fact)
    return f"- {_date(event.date)}: **{escape(event.title)}** ({event.status_label}){about}. {_life(event)}"


def _life(event: EventView) -> str:
    alone = len(event.life) == 1
    steps = ""
    for step in event.life:
        arrow = (" → " if step.ordered else " · ") if steps else ""
        label = "reported" if alone else step.label
        steps += f"{arrow}{label} {escape(step.reported.short)}{_cite(step.citations)}"
    return steps


def _pledges(view: BriefingView) -> Iterator[str]:
    for page in view.pledges:
        yield f"### {escape(page.party.name)}"
        groups = (("", page.standing), ("Replaced", page.replaced), ("Asked for or proposed, not pledged", page.beside))
        for heading, pledges in groups:
            if pledges:
                yield f"{heading}:" if heading else ""
                yield "\n".join(map(_pledge, pledges))


def _pledge(pledge: PledgeView) -> str:
    details = "".join(f"; {escape(detail)}" for detail in pledge.details)
    corrected = "; corrected by its source" if pledge.corrected else ""
    line = f"- {escape(pledge.words)} ({pledge.firmness_label}{details}{corrected}){_cite(pledge.citations)}"
    if pledge.verdict is None:
        return line
    told = pledge.verdict.token in ("supported", "not_checkable")
    why = "" if told else f": {escape(pledge.verdict.reason)}"
    return f"{line}\n    - **{pledge.verdict.mark} {PLEDGE_LABELS[pledge.verdict.token]}**{why}"


def _outlook(outlook: OutlookView | None) -> Iterator[str]:
    """Nothing where there is no outlook."""
    if outlook is None:
        return
    yield "## What it adds up to"
    for sentences in outlook.paragraphs:
        yield " ".join(f"{escape(one.text)}{_cite(one.citations)}" for one in sentences)
    yield _table(("If kept", *HEADS), ((escape(one.name), *map(escape, one.cells)) for one in outlook.books))
    if outlook.pledges:
        heads = ("Pledge", "Beside the record", "What it comes to", "Change of the median of 2100")
        yield _table(heads, map(_outlook_pledge, outlook.pledges))
    if outlook.not_counted:
        yield "### Not in the sum"
        yield "\n".join(map(_not_counted, outlook.not_counted))
    yield "### Five choices decide most"
    yield "\n".join(f"- **{escape(name)}**: {escape(words)}" for name, words in outlook.choices)
    yield from map(escape, outlook.notes)


def _outlook_pledge(pledge: OutlookPledge) -> tuple[str, ...]:
    named = f"{escape(pledge.party.name)}: {escape(pledge.words)}{_cite(pledge.citations)}"
    if pledge.corrected:
        named += f" (corrected by its source{_cite(pledge.corrections)})"
    level = pledge.level or pledge.flags[0]
    return named, escape(pledge.beside), escape(level), escape(pledge.change)


def _not_counted(group: NotCountedGroup) -> str:
    named = "; ".join(f"{escape(one.party.name)}: {escape(one.words)}{_cite(one.citations)}" for one in group.pledges)
    return f"- **{escape(group.reason)}**: {named}"


def _conflict(conflict: ConflictView) -> str:
    head = f"**{escape(conflict.about or conflict.concerns)}** ({escape(conflict.field)}): {escape(conflict.words)}"
    sides = [
        f"- {escape(side.value) + ': ' if side.value else ''}“{escape(side.words)}”{_cite(side.citations)}"
        f" ({escape(side.source)}, {_date(side.date)})"
        for side in conflict.sides
    ]
    return "\n".join([head, "", *sides])


def _claims(view: BriefingView) -> Iterator[str]:
    for group in view.claims:
        yield f"### {escape(group.subject)}"
        yield "\n".join(line for claim in group.claims for line in _claim(claim))


def _claim(claim: ClaimView) -> Iterator[str]:
    corrected = "; corrected by its source" if claim.corrected else ""
    read = escape(f"{claim.reading}; {claim.said_by}{corrected}")
    yield f"- “{escape(claim.words)}”{_cite(claim.citations)} ({read})"
    if claim.verdict:
        yield from _verdict(claim.verdict)


def _verdict(verdict: VerdictView) -> Iterator[str]:
    """What the record says, indented below its claim."""
    sure = "" if verdict.confidence == 1 else f" ({100 * verdict.confidence:.0f} % sure that the words mean this)"
    yield f"    - **{verdict.mark} {verdict.label}**: {escape(verdict.reason)}{sure}"
    for record in verdict.records:
        yield f"    - {escape(f'on record {record_in_words(record)}')}"
    if verdict.more:
        yield f"    - and {verdict.more} more"
    if verdict.chart:
        yield f"    - {escape(_chart_words(verdict.chart))}"


def _chart_words(chart: ClaimChart) -> str:
    """What a chart shows: claim and record, and the series every few years."""
    series = chart.line or chart.others[0]
    points = series.points[:: max(1, len(series.points) // _MOST_POINTS)]
    along = ", ".join(f"{value:g} ({year})" for year, value in dict.fromkeys((*points, series.points[-1])))
    return f"chart: {chart.title}: {chart.finding}; {chart.unit} by {series.source}, {series.basis}: {along}"


def _statements(view: BriefingView) -> Iterator[str]:
    for speaker in view.statements:
        description = f" ({escape(speaker.description)})" if speaker.description else ""
        yield f"### {escape(speaker.speaker)}{description}"
        yield "\n".join(map(_statement, speaker.statements))


def _statement(statement: StatementView) -> str:
    words = f"“{escape(statement.words)}”" if statement.quoted else f"Reported: {escape(statement.words)}"
    return f"- {words}{_cite(statement.citations)} ({escape(statement.source)}, {_date(statement.date)})"


def _positions(view: BriefingView) -> Iterator[str]:
    for page in view.positions:
        yield f"### {escape(page.party.name)}"
        rows = [
            (escape(one.issue), escape(one.stance), f"“{escape(one.words)}”{_cite(one.citations)}{_turn(one)}")
            for one in page.positions
        ]
        yield _table(("Issue", "Stance", "In the words of the document"), rows)


def _turn(position: PositionView) -> str:
    return f" ({escape(position.turn)})" if position.turn else ""


def _people(view: BriefingView) -> Iterator[str]:
    rows = [
        (
            f"{escape(one.name)}{_cite(one.citations)}",
            escape("; ".join(one.roles)) or "not stated",
            escape("; ".join(part for part in (one.party.name if one.party else "", one.organisation) if part))
            or "not stated",
            escape(", ".join(one.also)),
        )
        for one in view.people
    ]
    if rows:
        yield _table(("Name", "Office or role", "For", "Also"), rows)


def _sources(view: BriefingView) -> Iterator[str]:
    if view.sources:
        yield "\n".join(map(_source, view.sources))


def _source(source: SourceView) -> str:
    dated = source.date.start or source.date.end
    date = f"{escape(source.date.words)}, date {source.basis}" if dated else "the date is unknown"
    ground = f" ({escape(source.ground)})" if source.ground else ""
    counts = ", ".join(source.counts) or "nothing to record was found in it"
    publisher = escape(source.publisher) if source.publisher else "publisher not stated"
    head = f"- **{escape(source.title)}**, {publisher}, {escape(source.file)}"
    return f"{head}; {date}{ground}; {counts}; sha256 {source.sha256[:12]}"


def _note(note: Note) -> str:
    exact = tidy(note.exact)
    before = escape(note.before) + _gap(note.before[-1:], exact[:1])
    after = (_gap(note.after[:1], exact[-1:]) + escape(note.after)).rstrip()
    return f"[^{note.number}]: {before}**{escape(exact)}**{after} — {escape(note.source)}, {escape(note.date)}"


def _gap(outside: str, inside: str) -> str:
    """A space where the text has one, or where Markdown would not see the bold mark between a letter and a sign."""
    return " " if outside == " " or (outside.isalnum() and not inside.isalnum()) else ""
