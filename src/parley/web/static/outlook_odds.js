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
    item.querySelector("b").textContent = percent(width);
    said.push(item.textContent.trim());
  });
  svg.setAttribute("aria-label", `The highest warming ever: ${said.join(", ")}`);
}

/** A share in whole per cent; only none and all are 0 and 100. */
function percent(share) {
  if (share > 0 && share < 0.01) return "under 1 %";
  if (share > 0.99 && share < 1) return "over 99 %";
  return `${(100 * share).toFixed(0)} %`;
}
