// The page of the outlook: while a control moves, the whole ensemble is run again, and the address follows.

import { addressOf } from "/static/outlook_address.js";
import { Plot, drawRun } from "/static/outlook_chart.js";
import { changesBook, follow, prepare } from "/static/outlook_controls.js";
import { keepScenario, showFigures, showProblem } from "/static/outlook_figures.js";
import { drawOdds } from "/static/outlook_odds.js";
import { readAlong } from "/static/outlook_pointer.js";
import { Runner } from "/static/outlook_run.js";
import { showShares } from "/static/outlook_shares.js";

/** Movements of one control within this time are one entry in the browser's history [ms]. */
const ONE_GESTURE = 1200;
/** How often the address is written while a slider moves [ms]; browsers refuse more. */
const ADDRESS_EVERY = 150;
/** How long after a change of the book its levers are asked for, as another may follow [ms]. */
const LEVERS_AFTER = 200;

const plots = ["emissions", "warming"].map((name) => new Plot(document.getElementById(`plot-${name}`)));
const odds = [document.getElementById("odds"), document.querySelector(".odds-bar ul")];
const reader = readAlong(plots);
const runner = new Runner("/outlook/run.json", "application/json", JSON.parse, take, refuse);
const pages = new Runner("/outlook", "text/html", parsePage, takeControls, refuse);
let form = document.getElementById("controls");
let newest = null;
let gesture = { control: null, until: 0 };
let written = 0;
let owed = 0;
let awaited = 0;

document.documentElement.classList.add("scripted");
prepare(form);
listen();
window.addEventListener("popstate", () => restore(query()));
document.getElementById("show-shares").addEventListener("click", (event) => {
  event.preventDefault();
  showShares(event.currentTarget, document.getElementById("shares"), document.getElementById("shares-wait"));
});

function listen() {
  form.addEventListener("input", (event) => move(event.target));
  form.addEventListener("change", (event) => settle(event.target));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("#copy").addEventListener("click", copy);
  form.querySelector("#reset").addEventListener("click", (event) => {
    event.preventDefault();
    history.pushState(null, "", "/outlook");
    restore("");
  });
}

/** A control moves: say so, run, and have the address follow. */
function move(control) {
  if (control.name === "also") return;
  follow(form, control);
  const address = current();
  runner.ask(address);
  write(control, address);
  keepScenario(address);
  document.getElementById("shares").replaceChildren();
}

/** A control was let go; where the book has changed, so have the levers. */
function settle(control) {
  clearTimeout(owed);
  if (control.name === "also") {
    if (!control.value) return;
    const address = current(control.value);
    history.pushState(null, "", place(address));
    restore(address);
    return;
  }
  const address = current();
  if (address !== query()) history.replaceState(null, "", place(address));
  if (changesBook(control)) askForLevers(LEVERS_AFTER);
}

/** The first movement of a control is a new entry in the history, those that follow replace it. */
function write(control, address) {
  const now = performance.now();
  const goesOn = gesture.control === control.name + control.id && now < gesture.until;
  gesture = { control: control.name + control.id, until: now + ONE_GESTURE };
  clearTimeout(owed);
  if (!goesOn) history.pushState(null, "", place(address));
  else if (now - written > ADDRESS_EVERY) history.replaceState(null, "", place(address));
  else {
    owed = setTimeout(() => history.replaceState(null, "", place(address)), ADDRESS_EVERY);
    return;
  }
  written = now;
}

/** Show the scenario of an address: its run, and the controls as the server draws them. */
function restore(address) {
  runner.forget();
  runner.ask(address);
  keepScenario(address);
  gesture = { control: null, until: 0 };
  askForLevers(0);
}

/** Have the controls drawn by the server for the scenario that the address holds by then. */
function askForLevers(wait) {
  clearTimeout(awaited);
  awaited = setTimeout(() => pages.ask(query()), wait);
}

/** New controls come in; where the scenario has moved on meanwhile, they are asked for once more. */
function takeControls(page, address) {
  if (address !== query()) askForLevers(LEVERS_AFTER);
  else replaceControls(document.adoptNode(page.getElementById("controls")));
}

function parsePage(text) {
  return new DOMParser().parseFromString(text, "text/html");
}

/** A problem in words, from JSON or from its page. */
function refuse(problem) {
  showProblem(typeof problem === "string" ? problem : problem.detail ?? problem.querySelector("main").textContent.trim());
}

/** Put new controls in the place of the old, open where those were, with the focus where it was. */
function replaceControls(found) {
  const names = (at) => [...at.querySelectorAll("details[open]")].map((each) => each.dataset.party ?? "choices");
  const open = new Set([...names(form), ...names(found)]);
  const focused = form.contains(document.activeElement) ? document.activeElement : null;
  form.replaceWith(found);
  form = found;
  for (const each of form.querySelectorAll("details")) each.open = open.has(each.dataset.party ?? "choices");
  prepare(form);
  listen();
  if (focused) refocus(focused);
}

function refocus(before) {
  const alike = [...form.elements].filter((each) => each.name === before.name && each.id === before.id);
  (alike.find((each) => each.value === before.value) ?? alike[0])?.focus({ preventScroll: true });
}

/** An answer is drawn with the next picture of the screen; of several, the newest. */
function take(run) {
  if (newest === null) requestAnimationFrame(draw);
  newest = run;
}

function draw() {
  const run = newest;
  newest = null;
  drawRun(...plots, run.series);
  drawOdds(...odds, run.numbers.odds);
  showFigures(run);
  reader.refresh(run.series);
  document.documentElement.dataset.drawn = run.address;
}

async function copy() {
  const status = form.querySelector("#copied");
  try {
    await navigator.clipboard.writeText(location.href);
    status.textContent = "Copied.";
  } catch {
    status.textContent = location.href;
  }
}

function current(added = null) {
  const also = new Set(new URLSearchParams(location.search).getAll("also"));
  if (added) also.add(added);
  return addressOf(form, also);
}

function query() {
  return location.search.slice(1);
}

function place(address) {
  return address ? `/outlook?${address}` : "/outlook";
}
