import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Terminal } from "./command.ts";

/** The password of a person at the terminal: MUSUBI_PASSWORD, else typed unseen, else the first line piped in. */
export async function askPassword(email: string, { env, progress, language }: Terminal): Promise<string> {
  const given = env["MUSUBI_PASSWORD"];
  if (given) return given;
  progress(language === "ja" ? `${email} のパスワード:` : `password of ${email}:`);
  // What is typed goes nowhere, so that nobody reads it over the shoulder.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: process.stdin.isTTY });
  try {
    return await lines.question("");
  } finally {
    lines.close();
  }
}
