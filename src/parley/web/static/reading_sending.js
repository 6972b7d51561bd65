// Sending what is to be read to this machine's own server, and going where it is read.

/** Send files, or the form's text where there are none; `form` may be null on pages without one. */
export async function send(files, form) {
  const limits = form ? form.dataset : {};
  const trouble = tooMuch(files, limits);
  if (trouble) return tellTrouble(trouble, form);
  const note = notice("Sending …");
  try {
    const answer = await fetch("/read", {
      method: "POST",
      body: filled(files, form),
      headers: { "X-Parley-Token": await token(form), Accept: "application/json" },
    });
    if (!answer.ok) throw new Error((await answer.json()).detail);
    location.assign(answer.url);
  } catch (error) {
    tellTrouble(sentence(error.message), form);
  } finally {
    note.remove();
  }
  return undefined;
}

/** Say what went wrong where it can be seen. */
export function tellTrouble(words, form) {
  const place = form && document.getElementById("trouble");
  if (place) {
    place.textContent = words;
    place.hidden = false;
    place.scrollIntoView({ block: "nearest" });
    return;
  }
  const note = notice(words);
  note.classList.add("trouble");
  setTimeout(() => note.remove(), 8000);
}

function filled(files, form) {
  const data = new FormData();
  for (const file of files) data.append("files", file, file.name);
  if (form) {
    data.set("published", form.elements.published.value);
    if (!files.length) {
      data.set("text", form.elements.text.value);
      data.set("title", form.elements.title.value);
    }
  }
  return data;
}

/** The token of the form; other pages fetch the one that has it. */
async function token(form) {
  if (form) return form.elements.token.value;
  const page = new DOMParser().parseFromString(await (await fetch("/read", { headers: { Accept: "text/html" } })).text(), "text/html");
  return page.querySelector("input[name=token]").value;
}

function tooMuch(files, limits) {
  if (files.length > Number(limits.mostFiles ?? Infinity)) {
    return `These are ${files.length} files; give at most ${limits.mostFiles} at a time.`;
  }
  const large = files.find((file) => file.size > Number(limits.mostFileBytes ?? Infinity));
  if (large) return `${large.name} is larger than the ${Math.round(limits.mostFileBytes / 1e6)} MB that a file may have.`;
  const all = files.reduce((sum, file) => sum + file.size, 0);
  if (all > Number(limits.mostBytes ?? Infinity)) return `Together they have more than the ${Math.round(limits.mostBytes / 1e6)} MB that can be given at a time.`;
  return "";
}

function notice(words) {
  const note = document.createElement("p");
  note.className = "sending";
  note.setAttribute("role", "status");
  note.textContent = words;
  document.body.append(note);
  return note;
}

function sentence(words) {
  return `${words[0].toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;
}
