// Finding the other record while typing: the candidates appear in the page, as a form that can be sent.

const WAIT_MS = 180;

for (const section of document.querySelectorAll(".judging")) {
  const form = section.querySelector(".find-others");
  const place = section.querySelector(".found");
  if (!form || !place) continue;
  let timer = 0;
  let last = 0;
  const field = form.elements.q;

  const search = async () => {
    const mine = ++last;
    const query = new URLSearchParams(new FormData(form));
    const items = await fetchCandidates(query);
    if (mine === last) show(items, place, section);
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  form.closest("details")?.addEventListener("toggle", (event) => {
    if (event.target.open && !place.hasChildNodes()) search();
  });
}

async function fetchCandidates(query) {
  try {
    const answer = await fetch(`/judgements/candidates.json?${query}`, { headers: { Accept: "application/json" } });
    return answer.ok ? (await answer.json()).items : null;
  } catch {
    return null;
  }
}

function show(items, place, section) {
  if (!items?.length) {
    const words = items ? "No other holds these words." : "The server does not answer.";
    place.replaceChildren(element("p", { className: "none" }, words));
    return;
  }
  const fields = element("fieldset", {}, element("legend", {}, "Which is the same?"), ...items.map(choice));
  const token = section.querySelector("input[name=token]").value;
  const why = element("label", {}, "Why, in a few words (may be left out) ", element("input", { name: "reason", maxLength: 2000, autocomplete: "off" }));
  const form = element(
    "form",
    { className: "judge", method: "post", action: "/judgements/merge" },
    hidden("token", token),
    hidden("kind", section.dataset.kind),
    hidden("id", section.dataset.id),
    fields,
    why,
    element("button", { className: "main" }, "Merge"),
  );
  place.replaceChildren(form);
}

function choice(item) {
  const link = element("a", { href: item.address }, item.title);
  const facts = element("span", { className: "facts" }, item.facts);
  const radio = element("input", { type: "radio", name: "other", value: item.id, required: true });
  return element("label", { className: "pick" }, radio, element("span", {}, link, " ", facts));
}

function hidden(name, value) {
  return element("input", { type: "hidden", name, value });
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
