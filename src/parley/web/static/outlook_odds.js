// The bar of the ensemble by its highest warming.

/** Set the bar and its words from the odds of never passing a warming, by the warming. */
export function drawOdds(svg, list, odds) {
  const below = Object.keys(odds).sort((one, other) => one - other).map((level) => odds[level]);
  const edges = [0, ...below, 1];
  const said = [];
  edges.slice(1).forEach((edge, place) => {
    const width = edge - edges[place];
    const part = svg.querySelector(`.part${place}`);
    part.setAttribute("x", (100 * edges[place]).toFixed(2));
    part.setAttribute("width", (100 * width).toFixed(2));
    const item = list.querySelector(`[data-part=part${place}]`);
    item.querySelector("b").textContent = `${(100 * width).toFixed(0)} %`;
    said.push(item.textContent.trim());
  });
  svg.setAttribute("aria-label", `The highest warming ever: ${said.join(", ")}`);
}
