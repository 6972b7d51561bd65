// Days, pixels and the names of days: where the chart's ticks stand at every zoom.
const DAY = 86_400_000;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SHORT = MONTHS.map((name) => name.slice(0, 3));
// From fine to coarse; a step is as many units as its number says.
const STEPS = [["day", 1], ["day", 7], ["month", 1], ["month", 3], ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 20], ["year", 50], ["year", 100]];
const APPROXIMATE_DAYS = { day: 1, month: 30.4, year: 365.25 };

/** The number of a day, from 1970, of an ISO 8601 day. */
export function toDay(iso) {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

/** An ISO 8601 day of its number. */
export function toIso(day) {
  return new Date(Math.floor(day) * DAY).toISOString().slice(0, 10);
}

/** Such as "3 May 2021". */
export function inWords(day) {
  const { date, month, year } = parts(day);
  return `${date} ${MONTHS[month]} ${year}`;
}

/** Such as "3 May 2021 – 4 June 2022", with what both ends share said once. */
export function spanInWords(first, last) {
  const [one, two] = [parts(first), parts(last)];
  if (Math.floor(first) === Math.floor(last)) return inWords(first);
  if (one.year !== two.year) return `${inWords(first)} – ${inWords(last)}`;
  if (one.month !== two.month) return `${one.date} ${MONTHS[one.month]} – ${inWords(last)}`;
  return `${one.date}–${inWords(last)}`;
}

/** The finest step whose marks stand at least `room` pixels apart. */
export function stepFor(perDay, room) {
  const found = STEPS.find(([unit, number]) => APPROXIMATE_DAYS[unit] * number * perDay >= room);
  return found ?? STEPS.at(-1);
}

/** The days at which steps begin, from the last at or before `first` to the first after `last`. */
export function boundaries([unit, number], first, last) {
  const days = [];
  let next = floorTo([unit, number], first);
  while (next <= last && days.length < 2000) {
    days.push(next);
    next = after([unit, number], next);
  }
  days.push(next);
  return days;
}

/** A tick's short name: "3", "May", "2021". */
export function tickName([unit], day) {
  const { date, month, year } = parts(day);
  if (unit === "day") return `${date} ${SHORT[month]}`;
  return unit === "month" ? SHORT[month] : String(year);
}

/** What stands above ticks: the month or year that they are of; null where the ticks say it themselves. */
export function contextStep([unit]) {
  if (unit === "year") return null;
  return ["year", 1];
}

/** Such as "May 2021" or "3–9 May 2021" for a step that begins on a day. */
export function stepName(step, day) {
  const { month, year } = parts(day);
  const last = after(step, day) - 1;
  if (step[0] === "day") return spanInWords(day, last);
  if (step[0] === "month") return step[1] === 1 ? `${MONTHS[month]} ${year}` : `${MONTHS[month]}–${MONTHS[parts(last).month]} ${year}`;
  return step[1] === 1 ? String(year) : `${year}–${parts(last).year}`;
}

function parts(day) {
  const at = new Date(Math.floor(day) * DAY);
  return { date: at.getUTCDate(), month: at.getUTCMonth(), year: at.getUTCFullYear() };
}

function floorTo([unit, number], day) {
  const { month, year } = parts(day);
  // 5 January 1970 was a Monday.
  if (unit === "day") return Math.floor(day) - (number === 7 ? mod(Math.floor(day) - 4, 7) : 0);
  if (unit === "month") return Date.UTC(year, month - (month % number), 1) / DAY;
  return Date.UTC(year - mod(year, number), 0, 1) / DAY;
}

function after([unit, number], day) {
  const { month, year } = parts(day);
  if (unit === "day") return day + number;
  if (unit === "month") return Date.UTC(year, month + number, 1) / DAY;
  return Date.UTC(year + number, 0, 1) / DAY;
}

function mod(value, by) {
  return ((value % by) + by) % by;
}
