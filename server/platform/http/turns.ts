const last = new Map<string, Promise<unknown>>();

/**
 * Works of one name begin one after the other, in the order they came, within this process. Not a lock: what must not happen twice is kept by
 * the database. It keeps heavy works that would wait for each other's rows anyway from crowding out the light ones beside them.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name);
  const mine = before === undefined ? work() : before.then(work);
  // Whoever comes next waits for the end, not for the outcome.
  const ended = mine.then(
    () => undefined,
    () => undefined,
  );
  last.set(name, ended);
  void ended.then(() => {
    if (last.get(name) === ended) last.delete(name);
  });
  return mine;
}
