// The controls: what a slider says while it moves, and which of them change the book itself.

import { isMoved, stand, usualExtension } from "/static/outlook_address.js";

const OF_THE_BOOK = ["pledges", "as_of", "policy", "extension", "leaving", "data_year"];

/** Whether other pledges stand after a change of this control, so that the levers are others too. */
export function changesBook(control) {
  return OF_THE_BOOK.includes(control.name) || control.id === "day" || control.name === "also";
}

/** Make ready what only works with scripts. */
export function prepare(form) {
  const slider = form.querySelector("#day");
  slider.closest("label").hidden = false;
  showDay(form);
  form.querySelector("#copy").hidden = false;
  form.dataset.policy = form.querySelector("input[name=policy]:checked").value;
}

/** Bring what belongs to a control that was moved into line with it. */
export function follow(form, control) {
  const lever = control.closest("[data-lever]");
  if (lever) followLever(lever, control);
  if (control.id === "day") form.elements.namedItem("as_of").value = control.dataset.days.split(" ")[control.value];
  if (control.id === "day" || control.name === "as_of") showDay(form);
  if (control.name === "policy") followPolicy(form, control.value);
  if (control.id === "coal_gw") {
    form.querySelector("output[for=coal_gw]").textContent = `${control.value} GW`;
    control.setAttribute("aria-valuetext", `${control.value} GW`);
  }
  form.querySelector("#reset").classList.remove("idle");
}

function followLever(lever, control) {
  const slider = lever.querySelector("input[type=range]");
  if (control === slider) lever.querySelector("input[type=checkbox]").checked = true;
  const { on, value } = stand(lever);
  const unit = lever.dataset.unit ? ` ${lever.dataset.unit}` : "";
  const words = on ? `${value ?? "as pledged"}${value === null ? "" : unit}` : "none";
  lever.querySelector("output").textContent = words;
  lever.classList.toggle("off", !on);
  if (slider) slider.setAttribute("aria-valuetext", `${words}; pledged: ${lever.querySelector(".pledged").textContent.trim()}`);
  const party = lever.closest("details");
  party.classList.toggle("moved", [...party.querySelectorAll("[data-lever]")].some(isMoved));
}

/** What follows a policy by itself goes on doing so until it is chosen. */
function followPolicy(form, policy) {
  const extension = form.elements.namedItem("extension");
  if (extension.value === usualExtension(form.dataset.policy)) extension.value = usualExtension(policy);
  form.dataset.policy = policy;
}

/** Put the slider of days where the day of the book is. */
function showDay(form) {
  const slider = form.querySelector("#day");
  const asked = form.elements.namedItem("as_of").value;
  const days = slider.dataset.days.split(" ");
  let place = days.length - 1;
  while (place > 0 && days[place] > asked) place -= 1;
  slider.value = String(place);
  const words = new Date(`${asked}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  slider.closest("label").querySelector("output").textContent = words;
  slider.setAttribute("aria-valuetext", words);
}
