// All of the time below the chart, in small, with a window over the part that is shown: draw over it to choose another.
import { countOut } from "./timeline-lanes.js";
import { node, resize, set } from "./timeline-drawing.js";

const HEIGHT = 34;
const LEAST_PIXELS = 5;

export class Overview {
  /** `choose(first, last)` is called with the days that somebody drew over, `centre(day)` when a place was clicked. */
  constructor(stage, choose, centre) {
    this.svg = node("svg", { class: "overview", "aria-hidden": "true", height: HEIGHT });
    this.svg.append(node("g"), node("rect", { class: "outside", y: 0, height: HEIGHT }), node("rect", { class: "outside", y: 0, height: HEIGHT }), node("rect", { class: "window", y: 0.5, height: HEIGHT - 1 }));
    [this.columns, this.before, this.beyond, this.window] = this.svg.childNodes;
    this.#listen(choose, centre);
    stage.append(this.svg);
  }

  /** Draw all marks between two days. */
  draw(marks, first, last, width) {
    Object.assign(this, { first, last, width, perDay: width / (last - first) });
    set(this.svg, "width", width);
    set(this.svg, "viewBox", `0 0 ${width} ${HEIGHT}`);
    const { bins } = countOut(marks, this.perDay / 0.55, first, last);
    const most = Math.max(...bins.map((bin) => bin.total), 1);
    resize(this.columns, bins.length, () => node("rect"));
    bins.forEach((bin, place) => {
      const height = bin.total ? Math.max(Math.sqrt(bin.total / most) * (HEIGHT - 8), 2) : 0;
      const column = this.columns.childNodes[place];
      set(column, "x", ((bin.day - first) * this.perDay).toFixed(1));
      set(column, "width", Math.max((bin.end - bin.day) * this.perDay - 1, 0.8).toFixed(1));
      set(column, "y", (HEIGHT - height).toFixed(1));
      set(column, "height", height.toFixed(1));
    });
  }

  /** Move the window over the days that are shown. */
  show(first, last) {
    const from = Math.max((first - this.first) * this.perDay, 0);
    const to = Math.min((last - this.first) * this.perDay, this.width);
    set(this.window, "visibility", to - from < this.width - 1 ? "visible" : "hidden");
    set(this.window, "x", (from + 0.5).toFixed(1));
    set(this.window, "width", Math.max(to - from - 1, 3).toFixed(1));
    set(this.before, "width", from.toFixed(1));
    set(this.beyond, "x", to.toFixed(1));
    set(this.beyond, "width", Math.max(this.width - to, 0).toFixed(1));
  }

  #listen(choose, centre) {
    let began = null;
    const day = (event) => this.first + (event.clientX - this.svg.getBoundingClientRect().left) / this.perDay;
    // What is done here is no gesture of the chart around it.
    for (const kind of ["pointerdown", "pointermove", "pointerup"]) this.svg.addEventListener(kind, (event) => event.stopPropagation());
    this.svg.addEventListener("pointerdown", (event) => {
      began = event;
      this.svg.setPointerCapture(event.pointerId);
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (began && Math.abs(event.clientX - began.clientX) > LEAST_PIXELS) {
        choose(...[day(began), day(event)].sort((one, two) => one - two));
      }
    });
    this.svg.addEventListener("pointerup", (event) => {
      if (began && Math.abs(event.clientX - began.clientX) <= LEAST_PIXELS) centre(day(event));
      began = null;
    });
    this.svg.addEventListener("pointercancel", () => (began = null));
  }
}
