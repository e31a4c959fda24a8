import { existsSync } from "node:fs";
import { join } from "node:path";
import { backUpEmbedded, OperatorMessage } from "../../server/platform/embedded/index.ts";
import type { Command } from "../command.ts";
import { dumpServer } from "../dump.ts";
import { type Installation, placeOf, reachInstallation } from "../installation.ts";
import { DATA_HELP, DATA_OPTION, readOptions } from "../options.ts";

export const backupCommand: Command = {
  name: "backup",
  summary: {
    ja: "動いているデータベースのバックアップを取ります",
    en: "back up the database while it runs",
  },
  usage: "[TARGET] [--data DIR]",
  options: [
    {
      name: "TARGET",
      text: {
        ja: "フォルダー名、または .tar.gz で終わるファイル名（DATABASE_URL のときは pg_dump のファイル）",
        en: "a folder, or a file ending in .tar.gz (with DATABASE_URL: the file pg_dump writes)",
      },
    },
    DATA_HELP,
  ],
  async run(args, { env, say, progress }) {
    const { values, positionals } = readOptions(args, DATA_OPTION, 1);
    const place = placeOf(values.data, env);
    if (!place.databaseUrl && !existsSync(join(place.dataDir, "postgres"))) throw nothingThere(place.dataDir);
    const installation = await reachInstallation(place, env, progress);
    try {
      const target = positionals[0] ?? defaultName(installation);
      const { bytes } = await copy(installation, target);
      const size = `${(bytes / 1e6).toFixed(1)} MB`;
      say({
        ja: `バックアップを作成しました: ${target}（${size}）。データとパスワードを含みます。安全な場所に保管してください。`,
        en: `Backed up to ${target} (${size}). It holds all data and passwords: keep it in a safe place.`,
      });
      return 0;
    } finally {
      await installation.stop();
    }
  },
};

function copy(installation: Installation, target: string): Promise<{ bytes: number }> {
  const { admin, cluster, dataDir } = installation;
  return cluster ? backUpEmbedded({ admin, cluster, dataDir, target }) : dumpServer(admin, target);
}

function defaultName(installation: Installation): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");
  return `musubi-backup-${stamp}${installation.cluster ? ".tar.gz" : ".dump"}`;
}

function nothingThere(dataDir: string): OperatorMessage {
  return new OperatorMessage("NO_DATA", {
    ja: `データフォルダーにデータベースがありません: ${dataDir}。「--data フォルダー」で指定してください。`,
    en: `There is no database in the data folder: ${dataDir}. Name it with --data DIR.`,
  });
}
