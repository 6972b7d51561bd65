// Which events stand in which lane, so that no two overlap; and counts, where there are too many for lanes.
import { boundaries, stepFor } from "./timeline-scale.js";

const GAP = 8;
const SIGN = 14;
const TITLE_GAP = 5;
/** How long the dotted line of an open end is. */
export const OPEN = 40;
const MOST_DRAWN = 320;
const MOST_TITLED = 160;
const TIGHT_SIGN = 9;
const TIGHT_GAP = 2;
const NARROWEST_BIN = 9;

/** What the view touches: marks are in order of their beginning, `longest` is the most days that one lasts. */
export function touching(marks, longest, first, last) {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle].first < first - longest) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let place = low; place < marks.length && marks[place].first <= last; place += 1) {
    if (marks[place].last >= first) found.push(marks[place]);
  }
  return found;
}

/**
 * Marks with their lanes and the room that their titles have; where `most` lanes are too few, in twice as many that are
 * half as high (`tight`), without titles; null when those are too few.
 * `before` are lanes of the last drawing at the same zoom, kept so that nothing jumps while the chart is moved.
 */
export function laneOut(marks, perDay, most, titles, before) {
  if (marks.length > MOST_DRAWN) return null;
  if (marks.length <= MOST_TITLED) {
    const titled = pack(marks, most, before, GAP, (mark) => extent(mark, perDay, SIGN, titles.width(mark)));
    if (titled) return titled;
    const bare = pack(marks, most, before, GAP, (mark) => extent(mark, perDay, SIGN, 0));
    if (bare) return { ...bare, placed: withRoom(bare.placed) };
  }
  const tight = pack(marks, 2 * most, before, TIGHT_GAP, (mark) => extent(mark, perDay, TIGHT_SIGN, 0));
  return tight && { lanes: Math.ceil(tight.lanes / 2), placed: tight.placed.map((one) => ({ ...one, room: 0, tight: true })) };
}

/** How many events begin in each step of time; what is known less closely than that is spread as `vague`. */
export function countOut(marks, perDay, first, last) {
  const step = stepFor(perDay, NARROWEST_BIN);
  const days = boundaries(step, first, last);
  const bins = days.slice(0, -1).map((day, place) => ({ day, end: days[place + 1], total: 0, vague: 0, by: {} }));
  for (const mark of marks) {
    const from = placeOf(days, mark.first);
    const to = mark.vague ? placeOf(days, mark.last) : from;
    if (from === to) {
      if (!bins[from]) continue;
      bins[from].by[mark.status] = (bins[from].by[mark.status] ?? 0) + 1;
      bins[from].total += 1;
    } else {
      const share = 1 / (to - from + 1);
      for (let place = Math.max(from, 0); place <= Math.min(to, bins.length - 1); place += 1) {
        bins[place].vague += share;
        bins[place].total += share;
      }
    }
  }
  return { step, bins };
}

/** The place of the last boundary at or before a day; -1 before all of them. */
function placeOf(days, day) {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** From where to where a mark and its title reach, in pixels from day 0. */
function extent(mark, perDay, sign, title) {
  const start = mark.first * perDay;
  const bar = Math.max((mark.last + 1 - mark.first) * perDay, sign) + (mark.openEnd ? OPEN : 0);
  const isInside = title + SIGN + TITLE_GAP <= bar;
  return [start - (mark.openStart ? OPEN : 0), start + (title && !isInside ? bar + TITLE_GAP + title : bar)];
}

function pack(marks, most, before, gap, reach) {
  const lanes = [];
  const placed = [];
  const isKept = (mark) => before?.has(mark.id) ?? false;
  const isFree = (lane, from, to) => !lane || lane.every(([start, end]) => to + gap <= start || from >= end + gap);
  for (const mark of [...marks.filter(isKept), ...marks.filter((mark) => !isKept(mark))]) {
    const [from, to] = reach(mark);
    let lane = isKept(mark) && isFree(lanes[before.get(mark.id)], from, to) ? before.get(mark.id) : 0;
    while (lane < most && !isFree(lanes[lane], from, to)) lane += 1;
    if (lane === most) return null;
    (lanes[lane] ??= []).push([from, to]);
    placed.push({ mark, lane, from, to, room: Infinity, tight: false });
  }
  return { placed, lanes: lanes.length };
}

/** Where lanes are packed without titles, a title is shown as far as the next mark of the lane leaves room. */
function withRoom(placed) {
  const next = new Map();
  for (const one of [...placed].sort((a, b) => b.from - a.from)) {
    one.room = Math.max((next.get(one.lane) ?? Infinity) - one.to - TITLE_GAP - GAP, 0);
    next.set(one.lane, one.from);
  }
  return placed;
}
