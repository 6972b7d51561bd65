// How wide titles are, and titles cut to the room there is.
const LEAST_ROOM = 26;
const LONGEST = 250;

export class Titles {
  #widths = new Map();
  #cuts = new Map();

  constructor(stage) {
    this.pen = document.createElement("canvas").getContext("2d");
    this.pen.font = `13px ${getComputedStyle(stage).fontFamily}`;
  }

  /** Pixels of a mark's title, as much of it as is ever shown. */
  width(mark) {
    return Math.min(this.#whole(mark), LONGEST);
  }

  /** As much of a title as there is room for. */
  cut(mark, room) {
    const whole = this.#whole(mark);
    const space = Math.min(room, LONGEST);
    if (whole <= space) return mark.title;
    if (space < LEAST_ROOM) return "";
    const letters = Math.floor((mark.title.length * space) / whole) - 1;
    const key = `${mark.id} ${letters}`;
    if (!this.#cuts.has(key)) this.#cuts.set(key, `${mark.title.slice(0, letters).trimEnd()}…`);
    return this.#cuts.get(key);
  }

  #whole(mark) {
    let width = this.#widths.get(mark.title);
    if (width === undefined) {
      width = this.pen.measureText(mark.title).width + 2;
      this.#widths.set(mark.title, width);
    }
    return width;
  }
}
