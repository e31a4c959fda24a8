import { OperatorMessage, terminalLanguage } from "../server/platform/embedded/index.ts";
import { type Command, terminalFor, UsageError } from "./command.ts";
import { commands } from "./registry.ts";

process.exitCode = await main(process.argv.slice(2));

/** Runs one command. @returns the exit code: 0 done, 1 trouble, 2 called wrongly */
async function main(words: string[]): Promise<number> {
  const terminal = terminalFor(terminalLanguage(), process.env);
  const [first = "help", ...rest] = words;
  const asksHelp = ["-h", "--help", "help"].includes(first);
  const name = asksHelp || rest.includes("--help") || rest.includes("-h") ? "help" : first;
  const args = name === "help" && !asksHelp ? [first] : rest;
  const command = commands.find((known) => known.name === name);
  try {
    if (!command) throw new UsageError(first);
    return await command.run(args, terminal);
  } catch (error) {
    return explain(error, command);
  }
}

function explain(error: unknown, command: Command | undefined): number {
  const language = terminalLanguage();
  if (error instanceof OperatorMessage) {
    process.stderr.write(`\nmusubi: ${error.texts[language]}\n`);
    return 1;
  }
  if (error instanceof UsageError) {
    const usage = command ? `npx musubi ${command.name} ${command.usage}` : "npx musubi help";
    const texts = {
      ja: `指定が正しくありません（${error.message}）。使い方: ${usage}`,
      en: `${error.message}: not understood. Usage: ${usage}`,
    };
    process.stderr.write(`musubi: ${texts[language]}\n`);
    return 2;
  }
  process.stderr.write(`\nmusubi: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}
