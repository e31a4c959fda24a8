import { lstatSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Under which user the database runs: PostgreSQL refuses root, so root hands it to nobody. Empty = the same user. */
export type Identity = { uid: number; gid: number } | Record<string, never>;

const NOBODY = 65534;

/** The user of the database process. No account is created: a process may run under a number that has no name. */
export function databaseIdentity(): Identity {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/**
 * Whether the database's user can walk to a path and read it. Only asked when the database has another user than the
 * program: a checkout below a closed home (/root is 0700 on most systems) is out of nobody's reach.
 */
export function canReach(path: string, identity: Identity): boolean {
  if (identity.uid === undefined) return true;
  if (!allows(path, identity, 0o4)) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!allows(folder, identity, 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function allows(path: string, identity: Identity, bit: 0o4 | 0o1): boolean {
  try {
    const stat = lstatSync(path).isSymbolicLink() ? statSync(path) : lstatSync(path);
    const shift = stat.uid === identity.uid ? 6 : stat.gid === identity.gid ? 3 : 0;
    return (stat.mode & (bit << shift)) !== 0;
  } catch {
    return false;
  }
}
