// Draws what the chart shows into an SVG: ticks, events in lanes, or counts. Nodes are kept from one drawing to the next.
import { OPEN } from "./timeline-lanes.js";
import { boundaries, contextStep, stepFor, stepName, tickName } from "./timeline-scale.js";

const SVG = "http://www.w3.org/2000/svg";
export const HEAD = 40;
export const LANE = 26;
const FOOT = 8;
const BAR = 14;
const TIGHT_BAR = 9;
const SIGN_ROOM = 14;
const PEAK = 18;
const TICK_ROOM = 62;
const NAME_ROOM = 50;
const FARTHEST = 4000;
export const STATUSES = ["held", "under_way", "planned", "trailed", "postponed", "cancelled"];

export class Drawing {
  #marks = new Map();
  #signs = new Map();

  constructor(stage) {
    this.svg = node("svg", { class: "timeline", "aria-hidden": "true", height: HEAD });
    [this.grid, this.bins, this.marks] = ["grid", "bins", "marks"].map((name) => node("g", { class: name }));
    this.pin = node("path", { class: "pin" });
    this.peak = node("text", { class: "peak", "text-anchor": "middle" });
    this.svg.append(gradients(), this.grid, this.bins, this.marks, this.pin, this.peak);
    for (const sign of document.querySelectorAll(".legend .glyph")) {
      this.#signs.set(sign.classList[1], sign.querySelector("path").getAttribute("d"));
    }
    stage.append(this.svg);
  }

  /** Set the size of the picture. */
  size(width, lanes) {
    this.width = width;
    this.height = HEAD + lanes * LANE + FOOT;
    set(this.svg, "width", width);
    set(this.svg, "height", this.height);
    set(this.svg, "viewBox", `0 0 ${width} ${this.height}`);
  }

  /** Ticks of the days from `first`, `perDay` pixels each. */
  drawTicks(first, perDay) {
    const last = first + this.width / perDay;
    const step = stepFor(perDay, TICK_ROOM);
    const ticks = boundaries(step, first, last).map((day) => [(day - first) * perDay, tickName(step, day)]);
    const above = contextStep(step);
    const wide = above ? boundaries(above, first, last).map((day) => [(day - first) * perDay, stepName(above, day)]) : [];
    // The name of a month or year that began before the view stays at its left edge as long as there is room.
    const isHere = (x, next, kind) => x <= this.width && (kind === "tick" && step[0] === "day" ? x >= 0 : next > NAME_ROOM);
    const named = (rows, y, kind) => rows.filter(([x], place) => isHere(x, rows[place + 1]?.[0] ?? Infinity, kind))
      .map(([x, words]) => ({ x: Math.max(x, 0), words: x > this.width - NAME_ROOM ? "" : words, y, kind }));
    const rows = [...named(ticks, HEAD - 12, "tick"), ...named(wide, 12, "wide")];
    resize(this.grid, rows.length, () => {
      const tick = node("g");
      tick.append(node("line"), node("text", { x: 4 }));
      return tick;
    });
    rows.forEach(({ x, words, y, kind }, place) => {
      const tick = this.grid.childNodes[place];
      set(tick, "class", kind);
      set(tick, "transform", `translate(${x.toFixed(1)},0)`);
      set(tick.firstChild, "y1", kind === "tick" ? HEAD - 24 : 0);
      set(tick.firstChild, "y2", kind === "tick" ? this.height : HEAD - 24);
      set(tick.lastChild, "y", y);
      write(tick.lastChild, words);
    });
  }

  /** Events in their lanes. */
  drawMarks(placed, first, perDay, textOf) {
    resize(this.bins, 0);
    write(this.peak, "");
    const gone = new Set(this.#marks.keys());
    for (const one of placed) {
      gone.delete(one.mark.id);
      this.#place(this.#markNode(one.mark), one, first, perDay, textOf);
    }
    for (const id of gone) {
      this.#marks.get(id).remove();
      this.#marks.delete(id);
    }
  }

  /** Counts, a column for each step of time. */
  drawBins(bins, first, perDay) {
    this.#marks.forEach((mark) => mark.remove());
    this.#marks.clear();
    const most = Math.max(...bins.map((bin) => bin.total), 1);
    const room = this.height - HEAD - FOOT - PEAK;
    // The highest column says how many it counts, and so how high the others are.
    const highest = bins.find((bin) => bin.total === most);
    write(this.peak, highest ? String(Math.round(most)) : "");
    if (highest) set(this.peak, "x", (((highest.day + highest.end) / 2 - first) * perDay).toFixed(1));
    set(this.peak, "y", HEAD + PEAK - 5);
    const columns = bins.flatMap((bin) => {
      let base = this.height - FOOT;
      const x = (bin.day - first) * perDay;
      const width = Math.max((bin.end - bin.day) * perDay - 1.5, 1);
      return [...STATUSES, "vague"].flatMap((status) => {
        const count = status === "vague" ? bin.vague : bin.by[status];
        if (!count) return [];
        const height = (count / most) * room;
        base -= height;
        return [[status, x, base, width, height]];
      });
    });
    resize(this.bins, columns.length, () => node("rect"));
    columns.forEach(([status, x, y, width, height], place) => {
      const column = this.bins.childNodes[place];
      set(column, "class", `column ${status}`);
      set(column, "x", x.toFixed(1));
      set(column, "y", y.toFixed(1));
      set(column, "width", width.toFixed(1));
      set(column, "height", height.toFixed(1));
    });
  }

  /** Show which event the keyboard or the pointer is at: its mark, or its day where events are only counted. */
  point(mark, first, perDay) {
    this.marks.querySelector(".at")?.classList.remove("at");
    this.#marks.get(mark?.id)?.classList.add("at");
    const isCounted = mark && !this.#marks.has(mark.id);
    set(this.pin, "d", isCounted ? `M${((mark.first + 0.5 - first) * perDay).toFixed(1)} ${HEAD - 4}V${this.height}` : "");
  }

  #markNode(mark) {
    let found = this.#marks.get(mark.id);
    if (!found) {
      found = node("g", { class: `mark ${mark.status} ${mark.approximate ? "about" : mark.vague ? "vague" : "sure"}` });
      found.dataset.id = mark.id;
      found.append(node("path", { class: "open" }), node("rect", { class: "bar", rx: 3 }), node("path", { class: "sign" }), node("text", { y: 4 }));
      if (mark.approximate) found.childNodes[1].style.fill = `url(#fade-${mark.status})`;
      set(found.childNodes[2], "d", this.#signs.get(mark.status) ?? "");
      this.#marks.set(mark.id, found);
      this.marks.append(found);
    }
    return found;
  }

  #place(drawn, { mark, lane, room, tight }, first, perDay, textOf) {
    const [open, bar, sign, text] = drawn.childNodes;
    const start = Math.max((mark.first - first) * perDay, -FARTHEST);
    const end = Math.min((mark.last + 1 - first) * perDay, this.width + FARTHEST);
    const length = end - start;
    const isDot = length < SIGN_ROOM;
    const thick = tight ? TIGHT_BAR : BAR;
    const high = tight ? LANE / 2 : LANE;
    // The sign and the title of a bar that began before the view stay in sight.
    const at = isDot ? length / 2 : Math.min(Math.max(9, 9 - start), Math.max(length - 9, 9));
    set(drawn, "transform", `translate(${start.toFixed(1)},${HEAD + (lane + 0.5) * high})`);
    set(bar, "width", isDot ? 0 : length.toFixed(1));
    set(bar, "height", thick);
    set(bar, "y", -thick / 2);
    set(sign, "transform", `translate(${at.toFixed(1)},0)${tight ? " scale(.75)" : ""}`);
    const edge = isDot ? at + 7 : length;
    set(open, "d", mark.openEnd ? `M${edge + 2} 0h${OPEN - 4}` : mark.openStart ? `M${isDot ? at - 9 : -2} 0h${4 - OPEN}` : "");
    const isInside = !isDot && !mark.openEnd && textOf.width(mark) + at + 12 <= length;
    set(text, "x", (isInside ? at + 10 : edge + 5 + (mark.openEnd ? OPEN : 0)).toFixed(1));
    write(text, tight ? "" : textOf.cut(mark, isInside ? length - at - 12 : room));
  }
}

/** Make or remove children until there are so many. */
export function resize(parent, number, make) {
  while (parent.childNodes.length > number) parent.lastChild.remove();
  while (parent.childNodes.length < number) parent.append(make());
}

/** An SVG element with attributes. */
export function node(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Set an attribute where it is not so already. */
export function set(element, name, value) {
  const words = String(value);
  if (element.getAttribute(name) !== words) element.setAttribute(name, words);
}

function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** For each status a colour that fades out at both ends; a hatch for columns of what was postponed. */
function gradients() {
  const held = node("defs");
  const hatch = node("pattern", { id: "hatch-postponed", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  hatch.append(node("rect", { width: 3, height: 5, fill: "var(--postponed)" }));
  held.append(hatch);
  for (const status of [...STATUSES, "soft"]) {
    const fade = node("linearGradient", { id: `fade-${status}` });
    for (const [offset, opacity] of [[0, 0], [0.35, 0.5], [0.65, 0.5], [1, 0]]) {
      fade.append(node("stop", { offset, "stop-color": `var(--${status})`, "stop-opacity": opacity }));
    }
    held.append(fade);
  }
  return held;
}
