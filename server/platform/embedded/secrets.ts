import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Passwords of the roles that log in, made on the first start; people never type them. */
export type RolePasswords = { app: string; auth: string; job: string };
/** `installation` signs sessions; it is no password of the database. */
export type Secrets = RolePasswords & { postgres: string; installation: string };

const FILE = "secrets.json";

/** The secrets of a data folder, or null when there are none yet. */
export function readSecrets(dataDir: string): Secrets | null {
  try {
    return JSON.parse(readFileSync(join(dataDir, FILE), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The secrets of a data folder, made (readable by this user alone) when there are none yet. */
export function readOrCreateSecrets(dataDir: string): Secrets {
  const known = readSecrets(dataDir);
  if (known) return known;
  const secret = () => randomBytes(32).toString("base64url");
  const secrets = { postgres: secret(), app: secret(), auth: secret(), job: secret(), installation: secret() };
  writePrivate(join(dataDir, FILE), `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

/** Writes a file only its owner may read, whole or not at all. */
export function writePrivate(path: string, text: string): void {
  const half = `${path}.${process.pid}`;
  const file = openSync(half, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(half, path);
}
