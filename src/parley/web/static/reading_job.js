// How far a job is, kept up to date; a single document is opened when it is read.

const job = document.getElementById("job");
const rows = new Map([...job.querySelectorAll(".given > li")].map((row) => [Number(row.dataset.number), row]));
const SOON = 120;
const LATER = 1500;

async function look(after) {
  const answer = await fetch(job.dataset.address, { cache: "no-store" });
  if (!answer.ok) return;
  const state = await answer.json();
  for (const item of state.documents) tell(rows.get(item.number), item);
  document.getElementById("job-over").textContent = `${state.over} of ${state.documents.length}`;
  document.getElementById("job-progress").value = state.over;
  if (!state.done) wait(Math.min(after * 1.3, LATER));
  else finish(state);
}

function wait(after) {
  setTimeout(() => look(after).catch(() => wait(LATER)), after);
}

function tell(row, item) {
  if (row.dataset.state === item.state) return;
  row.dataset.state = item.state;
  row.querySelector(".state").textContent = item.state_label;
  if (item.address) {
    const link = document.createElement("a");
    link.href = item.address;
    link.textContent = item.title;
    row.querySelector(".name").replaceChildren(link);
  }
  const facts = row.querySelector(".facts");
  if (item.problem) facts.textContent = `It ${item.problem}.`;
  else if (item.state === "read") facts.replaceChildren(...found(item));
}

function found(item) {
  const file = document.createElement("span");
  file.className = "file";
  file.textContent = item.name;
  return [file, ...(item.counts.length ? item.counts.map(counted) : ["nothing was found in it"])];
}

function counted({ kind, label, count }) {
  const whole = document.createElement("span");
  whole.className = `count ${kind}`;
  const number = document.createElement("b");
  number.className = "number";
  number.textContent = count;
  whole.append(number, ` ${label.toLowerCase()}`);
  return whole;
}

function finish(state) {
  document.getElementById("job-title").textContent = "Read";
  document.title = document.title.replace("Reading", "Read");
  document.getElementById("cancel").hidden = true;
  const keep = document.getElementById("keep");
  if (keep) keep.hidden = !state.documents.some((item) => item.state === "read");
  const [only] = state.documents;
  if (state.documents.length === 1 && only.address) location.replace(only.address);
}

if (job.dataset.done !== "yes") wait(SOON);
