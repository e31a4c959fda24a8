import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** Cost of one guess: some 20 ms on a small server. A PIN is short; what protects it is the lock after five wrong ones. */
const COST = { N: 16_384, r: 8, p: 1 };
const KEY_BYTES = 32;

/** A PIN as it is kept: `scrypt$N$r$p$salt$key`. The PIN itself is never stored and never returned. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(pin, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64"), key.toString("base64")].join("$");
}

export async function isPin(pin: string, hash: string): Promise<boolean> {
  const [kind, n, r, p, salt, key] = hash.split("$");
  if (kind !== "scrypt" || !salt || !key) return false;
  const wanted = Buffer.from(key, "base64");
  const found = await derive(pin, Buffer.from(salt, "base64"), { N: Number(n), r: Number(r), p: Number(p) });
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}

function derive(pin: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize("NFKC"), salt, KEY_BYTES, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
