// The list grows as one scrolls: the next page's events are put below those that are there.
const AHEAD = "900px";
let watch = null;

/** Follow the list's link to its next page. */
export function followList() {
  watch?.disconnect();
  const next = nextLink();
  if (!next) return;
  watch = new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting)) grow(next);
  }, { rootMargin: AHEAD });
  watch.observe(next);
}

async function grow(next) {
  watch.disconnect();
  const answer = await fetch(next.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || !next.isConnected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const list = document.querySelector("#results .events");
  const more = [...page.querySelectorAll("#results .events > li")];
  if (more.length && list.lastElementChild?.dataset.year === more[0].dataset.year) more[0].querySelector(".year").textContent = "";
  list.append(...more);
  const pager = page.querySelector("#results .pager");
  pager?.querySelector("[rel=prev]")?.remove();
  if (pager?.querySelector("[rel=next]")) document.querySelector("#results .pager").replaceWith(pager);
  else document.querySelector("#results .pager").remove();
  followList();
}

function nextLink() {
  return document.querySelector("#results .pager a[rel=next]");
}
