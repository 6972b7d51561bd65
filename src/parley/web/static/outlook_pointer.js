// Reading values off the plots: a line at the year under the pointer, and what holds in it, in words.

const SVG = "http://www.w3.org/2000/svg";

/** Follow the pointer over the plots. `refresh` is to be told of each run; until then the paths are read. */
export function readAlong(plots) {
  let series = null;
  let year = null;
  const marks = plots.map((plot) => {
    const line = document.createElementNS(SVG, "line");
    line.setAttribute("class", "reading");
    const words = document.createElementNS(SVG, "text");
    words.setAttribute("class", "reading");
    for (const made of [line, words]) {
      made.setAttribute("visibility", "hidden");
      plot.svg.append(made);
    }
    plot.svg.addEventListener("pointermove", (event) => show(yearAt(plot, event)));
    plot.svg.addEventListener("pointerleave", () => show(null));
    return { plot, line, words };
  });

  function show(asked) {
    year = asked;
    if (series === null && year !== null) {
      series = undefined;
      fetch(`/outlook/run.json${location.search}`)
        .then((answer) => answer.json())
        .then((run) => {
          series = run.series;
          show(year);
        })
        .catch(() => {});
    }
    for (const mark of marks) {
      const shown = year !== null && series;
      for (const made of [mark.line, mark.words]) made.setAttribute("visibility", shown ? "visible" : "hidden");
      if (shown) put(mark, series, year);
    }
  }

  return {
    refresh(run) {
      series = run;
      if (year !== null) show(year);
    },
  };
}

function put({ plot, line, words }, series, year) {
  const x = plot.x(year);
  for (const [name, value] of [["x1", x], ["x2", x], ["y1", plot.top], ["y2", plot.top + plot.height]]) {
    line.setAttribute(name, value.toFixed(1));
  }
  const right = x > plot.left + plot.width / 2;
  words.setAttribute("x", (x + (right ? -6 : 6)).toFixed(1));
  words.setAttribute("y", (plot.top + 10).toFixed(1));
  words.setAttribute("text-anchor", right ? "end" : "start");
  words.textContent = `${year}: ${plot.svg.id === "plot-warming" ? warmth(series, year) : emitted(series, year)}`;
}

function emitted(series, year) {
  const at = year - series.first_year;
  const value = series.emissions[at].toFixed(1);
  const [low, high] = [series.emissions_low[at].toFixed(1), series.emissions_high[at].toFixed(1)];
  return minus(low === high ? `${value} Gt` : `${value} Gt (${low} to ${high})`);
}

function warmth(series, year) {
  const at = year - series.first_year;
  const [low, middle, high] = ["5", "50", "95"].map((name) => series.warming[name][at].toFixed(1));
  return minus(`${middle} °C (${low} to ${high})`);
}

function minus(words) {
  return words.replaceAll("-", "−");
}

function yearAt(plot, event) {
  const box = plot.svg.getBoundingClientRect();
  const across = ((event.clientX - box.left) / box.width) * plot.svg.viewBox.baseVal.width;
  const year = Math.round(plot.first + ((across - plot.left) / plot.width) * (plot.last - plot.first));
  return year >= plot.first && year <= plot.last ? year : null;
}
