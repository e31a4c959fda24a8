/**
 * Keys of user actions. One action keeps its key until its answer is known: pressing again after the connection broke
 * sends the same key, and the server answers what it did the first time instead of doing it twice.
 */
export class ActionKeys {
  readonly #makeKey: () => string;
  #open: { readonly request: string; readonly key: string } | null = null;

  constructor(makeKey: () => string = randomKey) {
    this.#makeKey = makeKey;
  }

  /** The key for this request: the open one when the same thing is sent again, else a new one. */
  keyFor(request: unknown): string {
    const text = JSON.stringify(request);
    if (this.#open?.request !== text) this.#open = { request: text, key: this.#makeKey() };
    return this.#open.key;
  }

  /** The answer is known: the next action is another one, even if it asks for the same. */
  answered(): void {
    this.#open = null;
  }
}

/** `crypto.randomUUID` exists only on https and localhost; installations in a company's own network often have neither. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
