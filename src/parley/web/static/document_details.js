// The details of the records at a place: beside the text on a desk, a sheet at the bottom on a phone.

export class Details {
  constructor(element, records, close) {
    this.element = element;
    this.records = records;
    this.close = close;
    this.shown = "";
  }

  /** Show records by their numbers, those of few words first; nothing where there are none. */
  show(numbers, held) {
    const key = `${held}:${numbers.join(" ")}`;
    if (key === this.shown) return;
    this.shown = key;
    this.element.hidden = numbers.length === 0;
    this.element.classList.toggle("held", held);
    this.element.replaceChildren(this.head(numbers.length, held), ...numbers.map((number) => this.copy(number)));
    this.element.scrollTop = 0;
  }

  focus() {
    this.element.focus({ preventScroll: true });
  }

  head(number, held) {
    const head = document.createElement("div");
    head.className = "place-head";
    const words = document.createElement("span");
    words.textContent = number === 1 ? "One record here" : `${number} records here`;
    head.append(words);
    if (held) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Close";
      button.addEventListener("click", () => this.close());
      head.append(button);
    }
    return head;
  }

  /** What the list beneath the text says of a record. */
  copy(number) {
    const block = document.createElement("div");
    block.className = this.records[number].className;
    block.append(...[...this.records[number].cloneNode(true).childNodes]);
    return block;
  }
}
