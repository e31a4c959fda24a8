import { type Command, UsageError } from "../command.ts";
import { readOptions } from "../options.ts";

/** The help is told the commands, so that it lists them without knowing any. */
export function helpCommand(commands: readonly Command[]): Command {
  const help: Command = {
    name: "help",
    summary: { ja: "使い方を表示します", en: "show how to use it" },
    usage: "[COMMAND]",
    async run(args, { language, say }) {
      const { positionals } = readOptions(args, {}, 1);
      const name = positionals[0];
      if (name === undefined) {
        const list = [...commands, help].map(({ name, summary }) => `  ${name.padEnd(10)} ${summary[language]}`);
        say({
          ja: `使い方: npx musubi コマンド [引数]\n\n${list.join("\n")}\n\n詳しくは: npx musubi help コマンド`,
          en: `Usage: npx musubi COMMAND [arguments]\n\n${list.join("\n")}\n\nMore: npx musubi help COMMAND`,
        });
        return 0;
      }
      const command = [...commands, help].find((known) => known.name === name);
      if (!command) throw new UsageError(name);
      const options = (command.options ?? []).map(({ name, text }) => `  ${name.padEnd(16)} ${text[language]}`);
      const text = [`npx musubi ${command.name} ${command.usage}`, command.summary[language], ...options].join("\n");
      say({ ja: text, en: text });
      return 0;
    },
  };
  return help;
}
