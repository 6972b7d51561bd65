// The chart of the timeline: holds the events and the days that are shown, and has them drawn once a frame.
import { Drawing } from "./timeline-drawing.js";
import { listen } from "./timeline-gestures.js";
import { countOut, laneOut, touching } from "./timeline-lanes.js";
import { Overview } from "./timeline-overview.js";
import { spanInWords, stepName, toDay, toIso } from "./timeline-scale.js";
import { Titles } from "./timeline-titles.js";

const LEAST_DAYS = 6;
const FEWEST_LANES = 4;
const MOST_LANES = 12;
// Beside the events: a little room before the first, and after the last as much as its title takes.
const MARGIN_BEFORE = 0.03;
const MARGIN_AFTER = 0.16;
const MOST_TITLED = 160;
// How much beside the view is laid out with it, so that lanes stay as they are while the chart is moved.
const BESIDE = 0.2;

export class Chart {
  #lanes = new Map();
  #perDay = 0;
  #frame = 0;
  #counts = null;

  /** `labels` are words by status; `changed(from, to)` is told the days shown, both null when all are. */
  constructor(stage, caption, labels, changed) {
    Object.assign(this, { stage, caption, labels, changed, marks: [], at: null });
    stage.tabIndex = 0;
    stage.setAttribute("role", "application");
    stage.setAttribute("aria-label", "Chart of the timeline");
    stage.setAttribute("aria-describedby", "chart-help");
    this.drawing = new Drawing(stage);
    this.titles = new Titles(stage);
    this.overview = new Overview(
      stage,
      (first, last) => this.#look(first, Math.max(last, first + LEAST_DAYS)),
      (day) => this.#look(day - (this.last - this.first) / 2, day + (this.last - this.first) / 2),
    );
    listen(stage, this);
    stage.addEventListener("focus", () => this.#tell());
    new ResizeObserver(() => this.#measure()).observe(stage);
  }

  get width() {
    return this.drawing.width;
  }

  /** Show other events, from `from` to `to` (ISO 8601 days) or all of them; whether any has a date. */
  show(marks, from, to) {
    this.marks = marks.filter((mark) => mark.start || mark.end).map(prepared)
      .sort((one, two) => one.first - two.first || one.last - two.last);
    this.longest = this.marks.reduce((most, mark) => Math.max(most, mark.last - mark.first), 0);
    this.at = null;
    if (!this.marks.length) return false;
    const first = this.marks[0].first;
    const last = this.marks.reduce((most, mark) => Math.max(most, mark.last), first) + 1;
    const margin = (share) => Math.max((last - first) * share, LEAST_DAYS / 2);
    const isTitled = this.marks.length <= MOST_TITLED;
    [this.earliest, this.latest] = [first, last];
    [this.start, this.end] = [first - margin(MARGIN_BEFORE), last + margin(isTitled ? MARGIN_AFTER : MARGIN_BEFORE)];
    this.range(from, to);
    return true;
  }

  /** Show the days from `from` to `to`, or to an end of the time where one is null. */
  range(from, to) {
    this.first = from ? toDay(from) : this.start;
    this.last = to ? toDay(to) + 1 : this.end;
    if (this.last - this.first < LEAST_DAYS) this.last = this.first + LEAST_DAYS;
    this.#measure();
  }

  /** Zoom about a place in pixels, or about the event that is pointed at; whether anything moved. */
  zoom(factor, x = this.#pointedAt()) {
    const span = this.last - this.first;
    const wanted = Math.min(Math.max(span / factor, LEAST_DAYS), this.end - this.start);
    const first = this.first + (x / this.width) * (span - wanted);
    return this.#look(first, first + wanted);
  }

  /** Move by so many pixels; whether anything moved. */
  move(pixels) {
    const days = (pixels / this.width) * (this.last - this.first);
    return this.#look(this.first + days, this.last + days);
  }

  /** Show all of the time. */
  whole() {
    return this.#look(this.start, this.end);
  }

  /** Go to the next event or the one before. */
  step(by) {
    const inView = this.marks.findIndex((mark) => mark.last >= this.first);
    const place = this.at ? this.marks.indexOf(this.at) + by : Math.max(inView, 0);
    this.#point(this.marks[Math.min(Math.max(place, 0), this.marks.length - 1)], true);
  }

  /** Go to the first event, or to the last. */
  toEnd(last) {
    this.#point(this.marks.at(last ? -1 : 0), true);
  }

  /** Open the event that is pointed at. */
  open() {
    if (this.at) location.assign(`/timeline/${this.at.id}`);
  }

  /** Point at what is under the pointer; at nothing where that left. */
  hover(x, y) {
    const [mark, bin] = x === null ? [] : this.#under(x, y);
    this.stage.classList.toggle("over", Boolean(mark ?? bin));
    if (mark) this.#point(mark, false);
    else if (bin) this.#say(this.#inWords(bin));
  }

  /** Open the event under the pointer, or come nearer to a column. */
  click(x, y, event) {
    const [mark, bin] = this.#under(x, y);
    if (mark && (event.ctrlKey || event.metaKey)) window.open(`/timeline/${mark.id}`);
    else if (mark) location.assign(`/timeline/${mark.id}`);
    else if (bin) this.#look(bin.day, Math.max(bin.end, bin.day + LEAST_DAYS));
  }

  #under(x, y) {
    const found = document.elementFromPoint(x, y)?.closest(".mark");
    if (found) return [this.marks.find((mark) => mark.id === found.dataset.id)];
    if (!this.#counts) return [];
    const day = this.first + (x - this.stage.getBoundingClientRect().left) / this.#perDay;
    return [undefined, this.#counts.bins.find((bin) => bin.total && bin.day <= day && day < bin.end)];
  }

  #pointedAt() {
    const isInView = this.at && this.at.last >= this.first && this.at.first <= this.last;
    return isInView ? (this.at.first + 0.5 - this.first) * this.#perDay : this.width / 2;
  }

  #point(mark, keepInView) {
    this.at = mark;
    if (keepInView) {
      const span = this.last - this.first;
      const isOutside = mark.first < this.first || mark.first > this.last - span * 0.1;
      if (isOutside) this.#look(mark.first - span / 2, mark.first + span / 2);
    }
    this.drawing.point(mark, this.first, this.#perDay);
    this.#tell();
  }

  /** Show these days, as far as there are any; whether that is another view. */
  #look(first, last) {
    const span = Math.min(last - first, this.end - this.start);
    const from = Math.min(Math.max(first, this.start), this.end - span);
    if (Math.abs(from - this.first) < 1e-6 && Math.abs(from + span - this.last) < 1e-6) return false;
    [this.first, this.last] = [from, from + span];
    this.#draw();
    const isWhole = span > this.end - this.start - 1e-6;
    this.changed(isWhole ? null : toIso(this.first), isWhole ? null : toIso(this.last - 1e-6));
    return true;
  }

  #measure() {
    const width = this.stage.clientWidth;
    if (!this.marks.length || !width) return;
    const all = laneOut(this.marks, width / (this.end - this.start), MOST_LANES, this.titles, null);
    this.drawing.size(width, Math.max(all?.lanes ?? MOST_LANES, FEWEST_LANES));
    this.laneLimit = Math.max(all?.lanes ?? MOST_LANES, FEWEST_LANES);
    this.overview.draw(this.marks, this.start, this.end, width);
    this.#lanes.clear();
    this.#draw();
  }

  #draw() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#drawNow();
    });
  }

  #drawNow() {
    const perDay = this.width / (this.last - this.first);
    if (perDay !== this.#perDay) this.#lanes.clear();
    this.#perDay = perDay;
    const beside = (this.last - this.first) * BESIDE;
    const near = touching(this.marks, this.longest, this.first - beside, this.last + beside);
    const laid = laneOut(near, perDay, this.laneLimit, this.titles, this.#lanes);
    this.drawing.drawTicks(this.first, perDay);
    if (laid) {
      this.#lanes = new Map(laid.placed.map(({ mark, lane }) => [mark.id, lane]));
      this.#counts = null;
      this.drawing.drawMarks(laid.placed, this.first, perDay, this.titles);
    } else {
      this.#lanes.clear();
      this.#counts = countOut(touching(this.marks, this.longest, this.first, this.last), perDay, this.first, this.last);
      this.drawing.drawBins(this.#counts.bins, this.first, perDay);
    }
    this.drawing.point(this.at, this.first, perDay);
    this.overview.show(this.first, this.last);
    if (!this.at) this.#tell();
  }

  /** Say in the caption where the chart is and which event is pointed at. */
  #tell() {
    if (this.at) {
      this.#say(`${this.at.title}, ${this.at.when}, ${this.labels[this.at.status] ?? this.at.status}`, this.at.id);
      return;
    }
    const [first, last] = [Math.floor(this.first), this.last - 1e-6];
    const shown = touching(this.marks, this.longest, first, last).length;
    this.#say(`${spanInWords(Math.max(first, this.earliest), Math.min(last, this.latest - 1e-6))}: ${counted(shown)}${this.#counts ? ", counted; come nearer to see each" : ""}`);
  }

  /** A column told: how many of which status. */
  #inWords(bin) {
    const each = Object.entries(bin.by).map(([status, number]) => `${number} ${this.labels[status]}`);
    if (bin.vague > 0.05) each.push(`about ${Math.max(Math.round(bin.vague), 1)} known less closely`);
    return `${stepName(this.#counts.step, bin.day)}: ${each.join(", ")}`;
  }

  #say(words, id = null) {
    if (this.caption.textContent === words) return;
    const link = document.createElement(id ? "a" : "span");
    if (id) link.href = `/timeline/${id}`;
    link.textContent = words;
    this.caption.replaceChildren(link);
  }
}

/** A mark with its first and last day as numbers, and what is not known of them. */
function prepared(mark) {
  const first = toDay(mark.start ?? mark.end);
  const last = toDay(mark.end ?? mark.start);
  return { ...mark, first, last, openStart: !mark.start, openEnd: !mark.end, vague: mark.uncertain && Boolean(mark.start && mark.end) };
}

function counted(number) {
  const rounded = Math.max(Math.round(number), 1);
  return number === 0 ? "no event" : `${rounded.toLocaleString("en")} event${rounded === 1 ? "" : "s"}`;
}
