// Giving texts to be read: files dropped anywhere on the page or chosen, and the form without leaving it in between.

import { send, tellTrouble } from "./reading_sending.js";

const form = document.getElementById("give");
document.documentElement.classList.add("live");

const sheet = document.createElement("div");
sheet.className = "drop-here";
sheet.hidden = true;
const kinds = document.createElement("small");
kinds.textContent = "Text, Markdown, HTML, PDF or mail. Nothing leaves this machine.";
sheet.append("Drop to read", kinds);
document.body.append(sheet);

/** Whether what is dragged are files, of which only the drop tells which. */
const bringsFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
let depth = 0;

function over(change) {
  depth = Math.max(0, change === 0 ? 0 : depth + change);
  sheet.hidden = depth === 0;
}

window.addEventListener("dragenter", (event) => bringsFiles(event) && over(1));
window.addEventListener("dragleave", (event) => bringsFiles(event) && over(-1));
window.addEventListener("dragover", (event) => bringsFiles(event) && event.preventDefault());
window.addEventListener("drop", (event) => {
  if (!bringsFiles(event)) return;
  event.preventDefault();
  over(0);
  send([...event.dataTransfer.files], form);
});

if (form) {
  const files = form.querySelector("#files");
  files.addEventListener("change", () => files.files.length && send([...files.files], form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.elements.text.value.trim()) send([], form);
    else tellTrouble("Paste a text first, or choose files.", form);
  });
  form.elements.text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}
