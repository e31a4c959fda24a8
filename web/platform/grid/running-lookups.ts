/** What a grid still waits for: records being looked up, and cells the page fills after them. */
export interface RunningLookups {
  /** Counts this one until it ends, well or badly. */
  readonly track: (work: Promise<unknown>) => void;
  /**
   * Waits until nothing runs any more, what starts meanwhile included.
   *
   * @returns false when somebody waits already: a second press of the button is the same press
   */
  readonly settled: () => Promise<boolean>;
}

export function createRunningLookups(): RunningLookups {
  const running = new Set<Promise<unknown>>();
  let isAwaited = false;
  return {
    track(work) {
      const ended: Promise<void> = work.then(
        () => void running.delete(ended),
        () => void running.delete(ended),
      );
      running.add(ended);
    },
    async settled() {
      if (isAwaited) return false;
      isAwaited = true;
      try {
        while (running.size > 0) await Promise.all(running);
        return true;
      } finally {
        isAwaited = false;
      }
    },
  };
}
