// Asking the server: at most one request under way and one waiting, so that what is shown is never far behind a finger.

export class Runner {
  #busy = false;
  #waiting = null;
  #era = 0;

  /** `take` is given each answer with its address, as `read` makes it of the text; `fail` the words of a problem. */
  constructor(path, accept, read, take, fail) {
    Object.assign(this, { path, accept, read, take, fail });
  }

  /** Ask for a scenario; one that waits is forgotten for it. */
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
        const answer = await fetch(`${this.path}${address ? `?${address}` : ""}`, { headers: { Accept: this.accept } });
        const content = this.read(await answer.text());
        if (era !== this.#era) continue;
        if (answer.ok) this.take(content, address);
        else this.fail(content);
      } catch {
        if (era === this.#era) this.fail("The server does not answer; is it still running?");
      }
    }
    this.#busy = false;
  }
}
