// A place of the text, by its characters: found, marked and brought into sight.

const PLACE = /^#c(\d+)-(\d+)$/;

/** The start and end that a fragment of an address names, or null. */
export function placeOf(fragment) {
  const found = PLACE.exec(fragment);
  return found && { start: Number(found[1]), end: Number(found[2]) };
}

/** Mark the characters from start to end, which count code points; the marks, none where there is no such place. */
export function markPlace(text, { start, end }) {
  unmark(text);
  return nodesAt(text, start, end).map(wrapped);
}

/** Take all marks away again. */
export function unmark(text) {
  for (const mark of text.querySelectorAll("mark.sought")) {
    const around = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    around.normalize();
  }
}

/** Nodes that hold exactly the characters wanted; those in which a place begins or ends are split there. */
function nodesAt(text, start, end) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const found = [];
  let at = 0;
  for (let node = walker.nextNode(); node && at < end; node = walker.nextNode()) {
    const length = points(node.data);
    if (at + length > start) found.push({ node, from: Math.max(0, start - at), to: Math.min(length, end - at) });
    at += length;
  }
  return found.filter(({ node }) => node.data.trim()).map(({ node, from, to }) => {
    const ends = units(node.data, to);
    const begins = units(node.data, from);
    if (ends < node.data.length) node.splitText(ends);
    return begins > 0 ? node.splitText(begins) : node;
  });
}

function wrapped(node) {
  const mark = document.createElement("mark");
  mark.className = "sought";
  node.replaceWith(mark);
  mark.append(node);
  return mark;
}

/** How many code points a string has. */
function points(words) {
  let number = 0;
  for (const _ of words) number += 1;
  return number;
}

/** How many of a string's units its first code points take. */
function units(words, codePoints) {
  let taken = 0;
  for (const point of words) {
    if (codePoints === 0) break;
    codePoints -= 1;
    taken += point.length;
  }
  return taken;
}
