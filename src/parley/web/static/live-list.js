// A list that follows its filters without a new page: the address changes, and back and forward work.
const form = document.querySelector("form[data-live]");
const parts = () => document.querySelectorAll("[data-part]");
const told = document.createElement("p");
let asked = 0;

function address() {
  const filled = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(filled).toString();
  return query ? `${form.action}?${query}` : form.action;
}

async function show(target, { form: withForm }) {
  const mine = ++asked;
  document.body.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(target, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== asked) return;
    if (!answer.ok || !page.querySelector("[data-part]")) {
      location.assign(target);
      return;
    }
    for (const part of parts()) exchange(part, page.getElementById(part.id));
    told.textContent = document.querySelector("[data-counted]")?.textContent.trim() ?? "";
    // Who types must not lose the field; all else follows the address.
    if (withForm) adopt(page.querySelector("form[data-live]"));
    document.title = page.title;
    alternate(page);
    told.classList.add("hidden-words");
  } catch {
    told.textContent = "The server does not answer. Is it still running?";
    told.classList.remove("hidden-words");
  } finally {
    if (mine === asked) document.body.removeAttribute("aria-busy");
  }
}

// Who came here by keyboard stays on the link that was followed.
function exchange(part, fresh) {
  if (!fresh) return;
  const place = [...part.querySelectorAll("a[data-live]")].indexOf(document.activeElement);
  part.replaceWith(fresh);
  if (place >= 0) fresh.querySelectorAll("a[data-live]")[place]?.focus({ preventScroll: true });
}

function adopt(fresh) {
  const values = new FormData(fresh);
  for (const hidden of form.querySelectorAll("input[type=hidden]")) hidden.remove();
  for (const hidden of fresh.querySelectorAll("input[type=hidden]")) form.append(hidden.cloneNode());
  for (const field of form.elements) {
    if (field.name && field.type !== "hidden") field.value = values.get(field.name) ?? "";
  }
}

function alternate(page) {
  const fresh = page.querySelector("link[rel=alternate]");
  document.querySelector("link[rel=alternate]")?.setAttribute("href", fresh?.getAttribute("href") ?? "");
  const foot = page.querySelector(".foot a[href*='.json']");
  document.querySelector(".foot a[href*='.json']")?.setAttribute("href", foot?.getAttribute("href") ?? "");
}

function go(target, options) {
  history.pushState(null, "", target);
  show(target, options);
}

let waiting;
if (form) {
  told.className = "hidden-words";
  told.setAttribute("role", "status");
  form.after(told);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    go(address(), { form: false });
  });
  form.addEventListener("change", (event) => {
    if (event.target.tagName === "SELECT") go(address(), { form: false });
  });
  form.addEventListener("input", (event) => {
    if (event.target.type !== "search") return;
    clearTimeout(waiting);
    // A quotation mark alone is no word yet: the list stays until there is more.
    const words = event.target.value.trim();
    if (words && !/[\p{L}\p{N}]/u.test(words)) return;
    waiting = setTimeout(() => {
      history.replaceState(null, "", address());
      show(address(), { form: false });
    }, 250);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-live]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(link.href, { form: true });
  });
  addEventListener("popstate", () => show(location.href, { form: true }));
}
