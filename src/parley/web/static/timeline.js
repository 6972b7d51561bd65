// The timeline's page: filters, chart and list follow each other and the address, without loading the page again.
import { Chart } from "./timeline-chart.js";
import { followList } from "./timeline-list.js";

const PAUSE_MS = 280;
const FILTERS = ["party", "person", "kind", "status"];
// The parts of the page that a filter changes, by their ids; taken from the page as the server makes it.
const PARTS = ["counted", "chosen", "ranged", "results", "years", "exports", "kept"];

const form = document.getElementById("filters");
const figure = document.getElementById("chart");
let charted = null;
let asking = null;
let pause = 0;
let isZooming = false;

const chart = new Chart(document.getElementById("stage"), document.getElementById("caption"), labels(), (from, to) => {
  const params = new URLSearchParams(location.search);
  for (const [name, day] of [["from", from], ["to", to]]) day ? params.set(name, day) : params.delete(name);
  params.delete("page");
  // All of one zooming is one step of the history: back leads to where it began.
  history[isZooming ? "replaceState" : "pushState"](null, "", addressOf(params));
  isZooming = true;
  later(() => loadPage());
});

listen();
followList();
loadMarks();

function listen() {
  form.classList.add("live");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(asked(), true);
  });
  form.addEventListener("change", (event) => {
    if (event.target.name !== "q") go(asked(), true);
  });
  form.elements.q.addEventListener("input", () => later(() => go(asked(), true)));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-live]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(new URL(link.href).searchParams);
  });
  addEventListener("popstate", () => {
    isZooming = false;
    load();
  });
  for (const button of document.querySelectorAll("[data-zoom]")) {
    const deeds = { in: () => chart.zoom(1.8), out: () => chart.zoom(1 / 1.8), all: () => chart.whole(), earlier: () => chart.move(-chart.width / 2), later: () => chart.move(chart.width / 2) };
    button.addEventListener("click", deeds[button.dataset.zoom]);
  }
}

/** Go to other filters: the address changes, and everything with it; what somebody is typing in the form stays. */
function go(params, isTyped = false) {
  clearTimeout(pause);
  isZooming = false;
  if (addressOf(params) !== location.pathname + location.search) history.pushState(null, "", addressOf(params));
  load(isTyped);
}

/** Show what the address says. */
function load(isTyped = false) {
  fillForm(isTyped);
  loadPage();
  loadMarks();
}

/** The parts of the page for the address as it is now. */
async function loadPage() {
  asking?.abort();
  asking = new AbortController();
  const results = document.getElementById("results");
  results.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" }, signal: asking.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of PARTS) {
      const part = page.getElementById(id);
      if (part) document.getElementById(id).replaceWith(part);
    }
    hideYears();
    document.querySelector(".foot").replaceWith(page.querySelector(".foot"));
    followList();
  } catch (error) {
    if (error.name !== "AbortError") results.removeAttribute("aria-busy");
  }
}

/** The events that the chart shows: asked for again only when the filter is another. */
async function loadMarks() {
  const params = new URLSearchParams(location.search);
  const [from, to] = [params.get("from"), params.get("to")];
  for (const name of ["from", "to", "page", "per_page"]) params.delete(name);
  if (charted === params.toString()) {
    if (!figure.hidden) chart.range(from, to);
    return;
  }
  charted = params.toString();
  // Without an answer the list and the years are still there.
  const answer = await fetch(`/timeline/marks.json?${params}`).catch(() => null);
  if (!answer?.ok || charted !== params.toString()) return;
  const { marks } = await answer.json();
  figure.hidden = false;
  const isDated = chart.show(marks, from, to);
  figure.hidden = !isDated;
  hideYears();
  showUndated(marks.filter((mark) => !mark.start && !mark.end));
}

/** Years stand in for the chart where there is none. */
function hideYears() {
  document.getElementById("years").hidden = !figure.hidden;
}

/** Events without a date, in a list of their own. */
function showUndated(marks) {
  const place = document.getElementById("undated");
  place.hidden = !marks.length;
  const words = document.createElement("p");
  words.textContent = `${marks.length.toLocaleString("en")} without a date${marks.length > 6 ? ", at the end of the list; among them" : ""}: `;
  const list = document.createElement("ul");
  for (const mark of marks.slice(0, 6)) {
    const link = document.createElement("a");
    link.href = `/timeline/${mark.id}`;
    link.textContent = mark.title;
    list.append(document.createElement("li"));
    list.lastChild.append(link);
  }
  place.replaceChildren(words, list);
}

/** What the form asks for, with the values already chosen; the days that the chart shows stay. */
function asked() {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value && !params.getAll(name).includes(value)) params.append(name, value);
  }
  const now = new URLSearchParams(location.search);
  for (const name of ["from", "to"]) if (now.has(name)) params.set(name, now.get(name));
  return params;
}

/** Make the form show what the address says; what is chosen from a list shows as a chip. */
function fillForm(isTyped) {
  const params = new URLSearchParams(location.search);
  for (const name of FILTERS) form.querySelector(`select[name=${name}], input[name=${name}]:not([type=hidden])`).value = "";
  for (const name of isTyped ? [] : ["since", "until", "q"]) form.elements[name].value = params.get(name) ?? "";
  for (const name of ["dispute", "background"]) form.elements[name].checked = params.get(name) === "true";
}

function labels() {
  const signs = [...document.querySelectorAll(".legend .glyph")];
  return Object.fromEntries(signs.map((sign) => [sign.classList[1], sign.parentElement.textContent.trim()]));
}

function addressOf(params) {
  return params.size ? `${location.pathname}?${params}` : location.pathname;
}

function later(deed) {
  clearTimeout(pause);
  pause = setTimeout(deed, PAUSE_MS);
}
