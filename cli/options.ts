import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Language } from "../server/platform/embedded/index.ts";
import { UsageError } from "./command.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads a command's arguments. @throws UsageError for an option nobody knows or a missing value */
export function readOptions<const O extends Options>(args: string[], options: O, positionals = 0) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: positionals > 0, strict: true });
    if (parsed.positionals.length > positionals) throw new UsageError(`unexpected: ${parsed.positionals.at(-1)}`);
    return parsed;
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

/** The option every command on an installation has. */
export const DATA_OPTION = { data: { type: "string" } } as const;
export const DATA_HELP: { name: string; text: Record<Language, string> } = {
  name: "--data DIR",
  text: {
    ja: "データフォルダー（既定: MUSUBI_DATA、なければ ./musubi-data）",
    en: "the data folder (default: MUSUBI_DATA, else ./musubi-data)",
  },
};

/** A port number. @throws UsageError */
export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError(`--port: ${text}`);
  return port;
}
