// Figures, sentences and tables of a run, put where the server had put those of the first one.

/** Put every word of a run in its place. */
export function showFigures(run) {
  text("headline", run.headline);
  text("compared", run.compared);
  for (const figure of run.figures) {
    const place = document.querySelector(`[data-figure="${figure.id}"]`);
    const value = place.querySelector(".value");
    set(value, figure.value);
    set(place.querySelector(".range"), figure.range);
    set(place.querySelector(".note"), figure.note);
    value.dataset.source = figure.source;
    value.href = `/outlook/sources?${[run.address, `figure=${figure.source}`].filter(Boolean).join("&")}`;
  }
  showParties(run.parties);
  showParagraphs("coal-words", run.coal ? run.coal.words : []);
  showParagraphs("notes", run.notes, "doubt");
  const chosen = Object.entries(run.choices).flatMap(([name, words]) => [
    element("dt", name[0].toUpperCase() + name.slice(1)),
    element("dd", words),
  ]);
  document.getElementById("chosen").replaceChildren(...chosen);
}

/** Have links to other pages of the outlook lead to the same scenario. */
export function keepScenario(address) {
  for (const link of document.querySelectorAll("a[data-keep]")) link.search = address;
}

/** Say in words what went wrong. */
export function showProblem(words) {
  text("compared", words);
}

function showParties(parties) {
  for (const party of parties) {
    const row = document.querySelector(`#by-party [data-code="${party.party.code}"]`);
    if (row) party.cells.forEach((cell, place) => set(row.cells[place + 1], cell));
  }
}

function showParagraphs(id, sentences, name = "") {
  const paragraphs = sentences.map((words) => element("p", words, name));
  document.getElementById(id)?.replaceChildren(...paragraphs);
}

function element(tag, words, name = "") {
  const made = document.createElement(tag);
  made.textContent = words;
  if (name) made.className = name;
  return made;
}

function text(id, words) {
  set(document.getElementById(id), words);
}

/** Only what differs is written: a live region speaks, and a browser lays out, no more than it must. */
function set(place, words) {
  if (place.textContent !== words) place.textContent = words;
}
