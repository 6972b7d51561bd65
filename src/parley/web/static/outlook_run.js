// Running scenarios: at most one request under way and one waiting, so that what is drawn is never far behind a finger.

export class Runner {
  #busy = false;
  #waiting = null;
  #era = 0;

  /** `draw` is given each answer with its address, `fail` the words of a problem. */
  constructor(draw, fail) {
    this.draw = draw;
    this.fail = fail;
  }

  /** Run a scenario; one that waits is forgotten for it. */
  ask(address) {
    this.#waiting = address;
    if (!this.#busy) this.#next();
  }

  /** Drop what is under way: its answer belongs to what the page no longer shows. */
  forget() {
    this.#era += 1;
    this.#waiting = null;
  }

  async #next() {
    this.#busy = true;
    while (this.#waiting !== null) {
      const address = this.#waiting;
      const era = this.#era;
      this.#waiting = null;
      try {
        const answer = await fetch(`/outlook/run.json${address ? `?${address}` : ""}`);
        const content = await answer.json();
        if (era !== this.#era) continue;
        if (answer.ok) this.draw(content, address);
        else this.fail(content.detail);
      } catch {
        if (era === this.#era) this.fail("The server does not answer; is it still running?");
      }
    }
    this.#busy = false;
  }
}
