// Reading a document: details of the records under the pointer or the keyboard, and places that an address names.

import { markPlace, placeOf, unmark } from "./document_place.js";
import { Details } from "./document_details.js";

const text = document.getElementById("text");
const kinds = document.getElementById("kinds");
const records = [...document.querySelectorAll(".records .record")];
const segments = [...text.querySelectorAll(".s")];
const recordsOf = new Map(segments.map((segment) => [segment, segment.dataset.r.split(" ").map(Number)]));
const segmentsOf = new Map();
for (const [segment, numbers] of recordsOf) {
  for (const number of numbers) {
    if (!segmentsOf.has(number)) segmentsOf.set(number, []);
    segmentsOf.get(number).push(segment);
  }
}
const details = new Details(document.getElementById("details"), records, letGo);
const hint = document.getElementById("hint");
const leaving = { timer: 0 };
let held = null;
let lit = [];
let returning = false;

hint.hidden = records.length === 0;
const stops = () => segments.filter((segment) => segment.tabIndex === 0);

function visible(segment) {
  return recordsOf.get(segment).filter((number) => !hidden(records[number].dataset.kind));
}

function hidden(kind) {
  return !document.getElementById(`kind-${kind}`).checked;
}

function show(segment) {
  clearTimeout(leaving.timer);
  light(segment);
  details.show(segment ? visible(segment) : [], held !== null);
}

/** Light all words of the records of a segment. */
function light(segment) {
  for (const one of lit) one.classList.remove("on", "here");
  lit = segment ? visible(segment).flatMap((number) => segmentsOf.get(number)) : [];
  for (const one of lit) one.classList.add("on");
  if (segment && lit.length) segment.classList.add("here");
}

function hold(segment) {
  held = segment;
  show(segment);
}

function letGo(focus = true) {
  const was = held;
  held = null;
  show(null);
  unmark(text);
  if (focus && was) {
    returning = true;
    was.focus({ preventScroll: true });
    returning = false;
  }
}

function showPlace(fragment) {
  const place = placeOf(fragment);
  const marks = place ? markPlace(text, place) : [];
  if (!marks.length) return;
  const segment = marks[0].closest(".s");
  if (segment) hold(segment);
  marks[0].scrollIntoView({ block: "center" });
}

text.addEventListener("pointerover", (event) => {
  const segment = event.target.closest(".s");
  if (held || event.pointerType === "touch") return;
  if (segment) show(segment);
  else leaving.timer = setTimeout(() => held || show(null), 250);
});
text.addEventListener("focusin", (event) => {
  const segment = event.target.closest(".s");
  if (segment && !returning && segment.matches(":focus-visible")) {
    if (held) held = segment;
    show(segment);
  }
});
text.addEventListener("click", (event) => {
  const segment = event.target.closest(".s");
  if (!segment || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  if (!visible(segment).length) return;
  const again = held === segment;
  if (again) letGo();
  else hold(segment);
  if (!again && event.detail === 0) details.focus();
});
text.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const segment = event.target.closest(".s");
  if (!step || !segment || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const all = stops();
  const next = all[all.indexOf(segment) + step];
  if (next) next.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") letGo();
});
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#c"]');
  if (link) setTimeout(() => showPlace(link.hash));
});
kinds.addEventListener("change", () => {
  for (const segment of segments) if (segment.hasAttribute("data-stop")) segment.tabIndex = visible(segment).length ? 0 : -1;
  if (held && !visible(held).length) letGo(false);
  else if (held) show(held);
});
for (const segment of stops()) segment.setAttribute("data-stop", "");
window.addEventListener("hashchange", () => showPlace(location.hash));
showPlace(location.hash);
