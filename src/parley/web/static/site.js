// What every page does: "/" leads to the search field, filters are folded on a phone, and a quiet line says when the
// ledger has changed.

const EVERY_MS = 10_000;
const phone = matchMedia("(max-width: 46rem)");

function fold() {
  for (const part of document.querySelectorAll("details.fold")) part.open = !phone.matches || location.search !== "";
}

fold();
phone.addEventListener("change", fold);

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const field =
    document.querySelector('main form[action="/search"] input[type=search]') ?? document.querySelector(".find input");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
}

const line = document.createElement("p");
line.className = "changed";
line.setAttribute("role", "status");
document.body.append(line);

async function look() {
  if (document.visibilityState !== "visible" || line.hasChildNodes()) return;
  try {
    const answer = await fetch("/status.json", { headers: { Accept: "application/json" }, cache: "no-store" });
    if (!answer.ok) return;
    const { stamp } = await answer.json();
    if (stamp !== document.documentElement.dataset.stamp) tell();
  } catch {
    // A server that has been stopped says nothing; the page stays as it is.
  }
}

function tell() {
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = "show it";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  line.append("The ledger has changed – ", link);
}

setInterval(look, EVERY_MS);
document.addEventListener("visibilitychange", look);
