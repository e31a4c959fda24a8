/**
 * Reports of the floor that the server has not answered yet. They lie in the browser's storage, are sent in order, and each keeps
 * its key until it is answered: a broken line or a reload neither loses a report nor sends it twice.
 */
export interface PendingReport<Body> {
  readonly key: string;
  readonly body: Body;
}
export interface Store {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}
/** `answered`: taken or refused, it is over. `unreachable`: nothing is known, try again later. `hold`: the person must sign in again first. */
export type SendEnd = "answered" | "unreachable" | "hold";

export class FloorOutbox<Body> {
  readonly #store: Store;
  readonly #name: string;
  #sending = false;

  constructor(store: Store, name: string) {
    this.#store = store;
    this.#name = name;
  }

  list(): readonly PendingReport<Body>[] {
    try {
      const read: unknown = JSON.parse(this.#store.getItem(this.#name) ?? "[]");
      return Array.isArray(read) ? (read as PendingReport<Body>[]) : [];
    } catch {
      return [];
    }
  }

  add(report: PendingReport<Body>): void {
    this.#write([...this.list(), report]);
  }

  /** Changes what waits, as when somebody signed in anew and the token is another. */
  change(how: (body: Body) => Body): void {
    this.#write(this.list().map(({ key, body }) => ({ key, body: how(body) })));
  }

  /**
   * Sends what waits, oldest first, and stops at the first that cannot be sent. Calls while it sends do nothing.
   *
   * @returns how the last one ended, `answered` when nothing waits any more
   */
  async flush(send: (report: PendingReport<Body>) => Promise<SendEnd>): Promise<SendEnd> {
    if (this.#sending) return "unreachable";
    this.#sending = true;
    try {
      for (let next = this.list()[0]; next; next = this.list()[0]) {
        const sent = next;
        const end = await send(sent);
        if (end !== "answered") return end;
        this.#write(this.list().filter((one) => one.key !== sent.key));
      }
      return "answered";
    } finally {
      this.#sending = false;
    }
  }

  #write(reports: readonly PendingReport<Body>[]): void {
    if (reports.length === 0) this.#store.removeItem(this.#name);
    else this.#store.setItem(this.#name, JSON.stringify(reports));
  }
}
