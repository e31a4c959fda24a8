import { copyFileSync, statSync, truncateSync } from "node:fs";

const LIMIT_BYTES = 20 * 1024 * 1024;
const LOOK_EVERY_MS = 10 * 60 * 1000;

/**
 * Keeps the database's log from filling the disk over the years: beyond a limit it becomes `<name>.1` and starts anew.
 * It is copied and emptied, not renamed, because the server writes on through its open file.
 * @returns ends the watch
 */
export function keepLogShort(path: string, limitBytes: number = LIMIT_BYTES): () => void {
  const look = () => {
    try {
      if (statSync(path).size <= limitBytes) return;
      copyFileSync(path, `${path}.1`);
      truncateSync(path);
    } catch {
      // No log yet, or no room for the copy: the next look tries again.
    }
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
