import type { Command } from "../command.ts";
import { migrateInstallation, openInstallation, placeOf } from "../installation.ts";
import { DATA_HELP, DATA_OPTION, readOptions } from "../options.ts";

export const migrateCommand: Command = {
  name: "migrate",
  summary: {
    ja: "データベースをこのプログラムの版に合わせます",
    en: "bring the database to this program's version",
  },
  usage: "[--data DIR]",
  options: [DATA_HELP],
  async run(args, { env, say, progress }) {
    const { values } = readOptions(args, DATA_OPTION);
    const installation = await openInstallation(placeOf(values.data, env), env, progress);
    try {
      const applied = await migrateInstallation(installation, env, progress);
      say({
        ja: applied.length > 0 ? `${applied.length}件の移行を適用しました。` : "データベースは最新です。",
        en: applied.length > 0 ? `${applied.length} migrations applied.` : "The database is up to date.",
      });
      return 0;
    } finally {
      await installation.stop();
    }
  },
};
