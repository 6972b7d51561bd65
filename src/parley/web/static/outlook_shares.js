// Each Party's share, worked out when it is asked for: the page of shares is fetched and its bars are put in place.

/** Fetch the shares of the scenario that a link leads to. */
export async function showShares(link, place, status) {
  const address = link.href;
  status.textContent = "Working it out …";
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (link.href !== address) return;
    const found = page.getElementById("shared");
    status.textContent = found ? "" : page.querySelector("main").textContent.trim();
    if (found) place.replaceChildren(document.adoptNode(found));
  } catch {
    status.textContent = "The server does not answer; is it still running?";
  }
}
