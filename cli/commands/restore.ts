import { OperatorMessage, restoreEmbedded } from "../../server/platform/embedded/index.ts";
import { type Command, UsageError } from "../command.ts";
import { restoreServer } from "../dump.ts";
import { migrateInstallation, openInstallation, placeOf } from "../installation.ts";
import { DATA_HELP, DATA_OPTION, readOptions } from "../options.ts";

export const restoreCommand: Command = {
  name: "restore",
  summary: {
    ja: "バックアップを空のデータフォルダーに復元し、起動して確かめます",
    en: "restore a backup into an empty data folder, and start it to make sure",
  },
  usage: "BACKUP [--data DIR]",
  options: [DATA_HELP],
  async run(args, { env, say, progress }) {
    const { values, positionals } = readOptions(args, DATA_OPTION, 1);
    const source = positionals[0];
    if (source === undefined) throw new UsageError("BACKUP");
    const place = placeOf(values.data, env);
    if (place.databaseUrl) {
      const installation = await openInstallation(place, env, progress);
      await restoreServer(installation.admin, source, env["MUSUBI_DB_ROLE_PREFIX"]);
      await migrateInstallation(installation, env, progress);
      say({ ja: `復元しました: ${source}`, en: `Restored ${source}.` });
      return 0;
    }
    const { madeAt, migrations } = await restoreEmbedded({ source, dataDir: place.dataDir, log: progress });
    if (migrations === 0) throw new OperatorMessage("BACKUP_EMPTY", EMPTY);
    say({
      ja: `${madeAt} のバックアップを復元し、起動を確かめました: ${place.dataDir}`,
      en: `Restored the backup of ${madeAt}, and it starts: ${place.dataDir}`,
    });
    return 0;
  },
};

const EMPTY = {
  ja: "復元したデータベースは空です。このバックアップは最初の起動が終わる前に作られました。",
  en: "The restored database is empty: this backup was made before the first start had finished.",
};
