import type { Language } from "../server/platform/embedded/index.ts";

/** One word after `npx musubi`. */
export type Command = {
  name: string;
  summary: Record<Language, string>;
  /** Arguments and options as help shows them, e.g. `[--data DIR]`. */
  usage: string;
  options?: readonly { name: string; text: Record<Language, string> }[];
  /** @returns the exit code; an OperatorMessage thrown is printed as its sentence and ends with 1 */
  run(args: string[], terminal: Terminal): Promise<number>;
};

/** Where a command speaks: results to standard output, progress to standard error. */
export type Terminal = {
  language: Language;
  env: NodeJS.ProcessEnv;
  say(texts: Record<Language, string>): void;
  progress(line: string): void;
};

/** The terminal this process was started in. */
export function terminalFor(language: Language, env: NodeJS.ProcessEnv): Terminal {
  return {
    language,
    env,
    say: (texts) => process.stdout.write(`${texts[language]}\n`),
    progress: (line) => process.stderr.write(`  ${line}\n`),
  };
}

/** A command that was not called as its help says. */
export class UsageError extends Error {
  override name = "UsageError";
}
