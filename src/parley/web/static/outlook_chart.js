// The two plots: the same places as outlook_drawing.py gives, so that nothing jumps when the first run comes in.

const NEAREST = 13;

export class Plot {
  constructor(svg) {
    this.svg = svg;
    for (const name of ["left", "top", "width", "height", "first", "last", "low", "high"]) this[name] = Number(svg.dataset[name]);
    this.paths = new Map([...svg.querySelectorAll("path")].map((path) => [path.classList[1], path]));
    this.words = new Map([...svg.querySelectorAll("text.end")].map((text) => [text.classList[1], text]));
  }

  x(year) {
    return this.left + ((year - this.first) / (this.last - this.first)) * this.width;
  }

  y(value) {
    const inside = Math.min(Math.max(value, this.low), this.high);
    return this.top + ((this.high - inside) / (this.high - this.low)) * this.height;
  }

  /** A line through values by year, from `since` to `until`. */
  line(role, first, values, since, until) {
    this.paths.get(role).setAttribute("d", `M${this.#points(first, values, since, until).join("L")}`);
  }

  /** The room between two lines. */
  band(role, first, upper, lower, since) {
    const there = this.#points(first, upper, since);
    const back = this.#points(first, lower, since).reverse();
    this.paths.get(role).setAttribute("d", `M${[...there, ...back].join("L")}Z`);
  }

  /** The last value of the line that moves; those of the others step aside where it covers them. */
  end(value, words) {
    const text = this.words.get("run");
    const placed = [this.y(value)];
    text.setAttribute("y", (placed[0] + 4.5).toFixed(1));
    text.textContent = words;
    for (const role of ["record", "current"]) {
      const other = this.words.get(role);
      const y = Number(other.getAttribute("y")) - 4.5;
      const hidden = placed.some((taken) => Math.abs(y - taken) < NEAREST);
      if (!hidden) placed.push(y);
      other.setAttribute("visibility", hidden ? "hidden" : "visible");
    }
  }

  #points(first, values, since = -Infinity, until = Infinity) {
    const points = [];
    for (let at = 0; at < values.length; at += 1) {
      const year = first + at;
      if (year >= since && year <= until) points.push(`${this.x(year).toFixed(1)} ${this.y(values[at]).toFixed(1)}`);
    }
    return points;
  }
}

/** Draw a run into both plots. */
export function drawRun(emissions, warming, series) {
  const { first_year: first, known } = series;
  emissions.band("open", first, series.emissions_high, series.emissions_low, known);
  emissions.line("run", first, series.emissions, known);
  emissions.line("past", first, series.emissions, undefined, known);
  const emitted = series.emissions.at(-1);
  emissions.end(emitted, emitted.toFixed(0).replace("-", "−"));
  const at = series.warming;
  warming.band("wide", first, at["95"], at["5"]);
  warming.band("narrow", first, at["83"], at["17"]);
  warming.line("run", first, at["50"], known);
  warming.line("past", first, at["50"], undefined, known);
  warming.end(at["50"].at(-1), at["50"].at(-1).toFixed(1).replace("-", "−"));
}
