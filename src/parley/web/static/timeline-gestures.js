// What hands do to the chart: wheel, drag, pinch, keys and buttons, told as zooms, moves and steps.
const WHEEL = 0.0016;
const KEY_ZOOM = 1.6;
const KEY_MOVE = 0.25;
const CLICK_PIXELS = 4;
// A wheel that was turning the page does not begin to zoom when the chart comes under it.
const PAGE_TURN_MS = 350;

/** `chart` has zoom(factor, x), move(pixels), whole(), step(by), toEnd(last), open(), hover(x, y), click(x, y, event). */
export function listen(stage, chart) {
  listenToWheel(stage, chart);
  listenToPointers(stage, chart);
  stage.addEventListener("keydown", (event) => {
    if (press(event, chart)) event.preventDefault();
  });
}

function listenToWheel(stage, chart) {
  let turned = -Infinity;
  addEventListener("scroll", () => (turned = performance.now()), { passive: true });
  stage.addEventListener("wheel", (event) => {
    const across = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
    const page = !event.ctrlKey && performance.now() - turned < PAGE_TURN_MS;
    const pixels = event.deltaMode === 1 ? 16 : 1;
    if (page) {
      turned = performance.now();
      return;
    }
    const x = event.clientX - stage.getBoundingClientRect().left;
    const done = across
      ? chart.move((event.deltaX || event.deltaY) * pixels)
      : chart.zoom(Math.exp(-event.deltaY * pixels * WHEEL * (event.ctrlKey ? 4 : 1)), x);
    if (done || event.ctrlKey) event.preventDefault();
  }, { passive: false });
}

function listenToPointers(stage, chart) {
  const held = new Map();
  let travelled = 0;
  const places = () => [...held.values()];
  const left = () => stage.getBoundingClientRect().left;

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    held.set(event.pointerId, event.clientX);
    if (held.size === 1) travelled = 0;
  });
  stage.addEventListener("pointermove", (event) => {
    if (!held.has(event.pointerId)) {
      chart.hover(event.clientX, event.clientY);
      return;
    }
    const before = places();
    held.set(event.pointerId, event.clientX);
    const now = places();
    const shift = middle(before) - middle(now);
    travelled += Math.abs(shift);
    if (travelled > CLICK_PIXELS && !stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
    if (now.length === 2) {
      travelled = CLICK_PIXELS + 1;
      chart.zoom(Math.abs(now[0] - now[1]) / Math.max(Math.abs(before[0] - before[1]), 1), middle(now) - left());
    }
    if (travelled > CLICK_PIXELS) chart.move(shift);
  });
  const release = (event) => {
    const single = held.size === 1 && held.has(event.pointerId);
    held.delete(event.pointerId);
    if (single && event.type === "pointerup" && travelled <= CLICK_PIXELS) chart.click(event.clientX, event.clientY, event);
  };
  stage.addEventListener("pointerup", release);
  stage.addEventListener("pointercancel", release);
  stage.addEventListener("pointerleave", () => chart.hover(null));
}

function press(event, chart) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const keys = {
    "+": () => chart.zoom(KEY_ZOOM),
    "=": () => chart.zoom(KEY_ZOOM),
    "-": () => chart.zoom(1 / KEY_ZOOM),
    "−": () => chart.zoom(1 / KEY_ZOOM),
    0: () => chart.whole(),
    ArrowLeft: () => (event.shiftKey ? chart.move(-KEY_MOVE * chart.width) : chart.step(-1)),
    ArrowRight: () => (event.shiftKey ? chart.move(KEY_MOVE * chart.width) : chart.step(1)),
    Home: () => chart.toEnd(false),
    End: () => chart.toEnd(true),
    Enter: () => chart.open(),
  };
  keys[event.key]?.();
  return event.key in keys;
}

function middle(places) {
  return places.reduce((sum, x) => sum + x, 0) / places.length;
}
