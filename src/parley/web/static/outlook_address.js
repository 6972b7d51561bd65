// From the controls to the query that holds the scenario, in the order in which outlook_scenario.py writes it.

/** What follows the last target under a policy where nothing else is chosen. */
export function usualExtension(policy) {
  return policy === "net-zero" ? "net-zero" : "constant-effort";
}

/** The query of the scenario that the controls show, "" for the outlook that is shown first. */
export function addressOf(form, also) {
  const said = new URLSearchParams();
  const field = (name) => form.elements.namedItem(name).value;
  const policy = form.querySelector("input[name=policy]:checked").value;
  const dates = form.elements.namedItem("as_of");
  const plain = [
    ["pledges", field("pledges"), "record"],
    ["as_of", dates.value, dates.dataset.last],
    ["policy", policy, "net-zero"],
    ["extension", field("extension"), usualExtension(policy)],
    ["likelihood", field("likelihood"), "50"],
    ["leaving", field("leaving"), "announced"],
    ["hot_air", String(form.elements.namedItem("hot_air").checked), "false"],
    ["data_year", field("data_year"), form.elements.namedItem("data_year").dataset.usual],
  ];
  for (const [name, value, usual] of plain) if (value && value !== usual) said.append(name, value);
  for (const [name, values] of Object.entries(changed(form))) for (const value of values) said.append(name, value);
  for (const box of form.querySelectorAll("input[name=withdraw]:checked")) said.append("withdraw", box.value);
  const gw = Number(field("coal_gw"));
  if (gw > 0) said.append("coal", `${field("coal_party")} ${gw} GW`);
  for (const party of also) said.append("also", party);
  return said.toString();
}

/** Whether a lever stands elsewhere than in the book. */
export function isMoved(lever) {
  const { on, value } = stand(lever);
  const started = lever.dataset.started === "1";
  return on !== started || (on && value !== null && Number(value) !== Number(lever.dataset.start));
}

/** Whether a lever's switch is on, and where its slider stands; null where it has none. */
export function stand(lever) {
  const slider = lever.querySelector("input[type=range]");
  return { on: lever.querySelector("input[type=checkbox]").checked, value: slider ? slider.value : null };
}

/** Wishes and pledges to leave out, of levers and of what no lever shows. */
function changed(form) {
  const found = { set: [], without: [] };
  for (const lever of form.querySelectorAll("[data-lever]")) {
    if (!isMoved(lever)) continue;
    const { on, value } = stand(lever);
    if (on && value !== null) found.set.push(lever.dataset.form.replace("{}", value));
    else if (!on) found.without.push(...lever.dataset.pledges.split(" ").filter(Boolean));
  }
  for (const name of ["set", "without"]) {
    for (const box of form.querySelectorAll(`input[name=${name}]:checked`)) found[name].push(box.value);
  }
  return found;
}
