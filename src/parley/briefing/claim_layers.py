"""The layers of a claim's chart, in Altair: the same for every chart of one look, which differ in their data only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from parley.records.verdict import Token

# Altair's layers are of many types, none of which a caller needs to know.
_Layer = Any

# The tone of a verdict is that of a status with the same meaning.
TONES: dict[Token, str] = {
    "supported": "held",
    "close": "under_way",
    "contradicted": "alert",
    "outdated": "trailed",
    "not_checkable": "soft",
}
_ROLES = ("ink", "soft", "hair", "paper", *TONES.values())


@dataclass(frozen=True, eq=False)
class Look:
    """Sizes in pixels and colours by role; ``headed`` charts carry their title and sources."""

    width: int
    height: int
    font_size: float
    font: str
    colours: dict[str, str]
    headed: bool


ON_PAGE = Look(268, 136, 11, "sans-serif", {role: f"var(--{role})" for role in _ROLES}, headed=False)
_ON_PAPER = {
    "ink": "#1c1b19",
    "soft": "#5f5b54",
    "hair": "#ddd8ce",
    "paper": "#fdfcfa",
    "held": "#2f6b4f",
    "under_way": "#99600b",
    "alert": "#a3281f",
    "trailed": "#6b4f9e",
}
_FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
IN_FILE = Look(600, 300, 13, _FONTS, _ON_PAPER, headed=True)


@cache
def chart_layers(look: Look) -> dict[str, Any]:
    """The layers of every chart, without data: making them costs Altair more than drawing does."""
    import altair as alt

    background = look.colours["paper"] if look.headed else "transparent"
    built = (
        alt.layer(*_line_layers(look), *_mark_layers(look), *_word_layers(look))
        .properties(autosize=alt.AutoSizeParams(type="none"))
        .configure(background=background, font=look.font, aria=False)
        .configure_view(stroke=None)
    )
    # The schema check costs ten times what making the chart does; tests make it.
    spec: dict[str, Any] = built.to_dict(validate=False)
    return spec


def _line_layers(look: Look) -> Iterator[_Layer]:
    """Other ways of counting thin below, the series that decides on top."""
    soft, ink = look.colours["soft"], look.colours["ink"]
    yield named("strokes").mark_rule().encode(**pixels("x", "y", "x2", "y2"), color=as_is("Color", "colour"))
    yield named("level").mark_rule(color=soft, strokeDash=[4, 3]).encode(**pixels("x", "y", "x2", "y2"))
    thin = named("others").mark_line(color=soft, strokeWidth=1, opacity=0.55)
    yield thin.encode(**pixels("x", "y"), detail="series:N", order="order:Q")
    yield named("line").mark_line(color=ink, strokeWidth=2).encode(**pixels("x", "y"), order="order:Q")


def _mark_layers(look: Look) -> Iterator[_Layer]:
    import altair as alt

    width = as_is("StrokeWidth", "width", "quantitative")
    colour = as_is("Color", "colour")
    yield named("gaps").mark_rule().encode(**pixels("x", "y", "x2", "y2"), strokeWidth=width, color=colour)
    dots = named("dots").mark_point(shape="circle", filled=True, opacity=1, color=look.colours["ink"])
    yield dots.encode(**pixels("x", "y"), size=as_is("Size", "size", "quantitative"))
    # Hollow, so that a dot of record at the same place is seen within it.
    claim = named("claim").mark_point(filled=False, opacity=1, size=150)
    yield claim.encode(**pixels("x", "y"), shape=as_is("Shape", "shape"), color=colour, strokeWidth=alt.value(2))


def _word_layers(look: Look) -> Iterator[_Layer]:
    """Words in front of everything; labels with a halo in the colour of the paper."""
    for name, align in (("years", "center"), ("figures", "right"), ("unit", "left")):
        yield _text(name, align=align)
    for side in ("left", "right"):
        yield _text(side, align=side, stroke=look.colours["paper"], strokeWidth=3)
        yield _text(side, align=side)
    if look.headed:
        yield _text("heading", align="left", fontWeight="bold")
        yield _text("foot", align="left")


def _text(name: str, **how: Any) -> _Layer:
    return (
        named(name)
        .mark_text(baseline="middle", **how)
        .encode(
            **pixels("x", "y"),
            text="words:N",
            color=as_is("Color", "colour"),
            size=as_is("Size", "size", "quantitative"),
        )
    )


def named(name: str) -> Any:
    """A chart of the data set of a name."""
    import altair as alt

    return alt.Chart(alt.NamedData(name=name))


def pixels(*channels: str) -> dict[str, Any]:
    """Fields that say where in the plot, in pixels."""
    import altair as alt

    places: dict[str, Any] = {"type": "quantitative", "scale": None, "axis": None}
    classes = {"x": alt.X, "y": alt.Y, "x2": alt.X2, "y2": alt.Y2}
    return {
        channel: classes[channel](channel) if channel.endswith("2") else classes[channel](channel, **places)
        for channel in channels
    }


def as_is(channel: str, field: str, kind: str = "nominal") -> Any:
    """A field that holds what is to be drawn, such as a colour."""
    import altair as alt

    return getattr(alt, channel)(field, type=kind, scale=None)
