import { OperatorMessage } from "../../server/platform/embedded/index.ts";
import type { Command } from "../command.ts";
import { readSampleNote, writeSampleNote } from "../first-start.ts";
import { migrateInstallation, placeOf, reachInstallation } from "../installation.ts";
import { DATA_HELP, DATA_OPTION, readOptions } from "../options.ts";
import { loadRegions, sample } from "../sample.ts";

/** `start` loads the sample by itself; this is for an installation that was started with `--no-sample`, or that should have it without a server. */
export const sampleCommand: Command = {
  name: "sample",
  summary: {
    ja: "サンプルの地域を空の環境に読み込みます",
    en: "load the sample regions into an empty installation",
  },
  usage: "[--data DIR]",
  options: [DATA_HELP],
  async run(args, { env, say, progress }) {
    const { values } = readOptions(args, DATA_OPTION);
    // Loaded only here: every other command would wait for the whole server's code.
    const { openDatabases } = await import("../../server/platform/index.ts");
    const { holdsOtherPeople } = await import("../../sample/load/companies.store.ts");
    const installation = await reachInstallation(placeOf(values.data, env), env, progress);
    try {
      await migrateInstallation(installation, env, progress);
      if ((await readSampleNote(installation.admin)) === "loaded") throw alreadyThere();
      const databases = openDatabases(installation);
      try {
        if (await holdsOtherPeople(databases)) throw notEmpty();
        await loadRegions(databases, progress);
        await writeSampleNote(installation.admin, "loaded");
      } finally {
        await databases.close();
      }
      const users = sample.users.map(({ email, name, role }) => `  ${email.padEnd(28)} ${name}  ${role}`).join("\n");
      const password = sample.users[0]!.password;
      say({
        ja: `サンプルを読み込みました。パスワードはすべて ${password}\n${users}`,
        en: `The sample is loaded. The password of all users is ${password}\n${users}`,
      });
      return 0;
    } finally {
      await installation.stop();
    }
  },
};

function alreadyThere(): OperatorMessage {
  return new OperatorMessage("SAMPLE_ALREADY_LOADED", {
    ja: "サンプルはすでに読み込まれています。",
    en: "The sample is loaded already.",
  });
}

function notEmpty(): OperatorMessage {
  return new OperatorMessage("INSTALLATION_NOT_EMPTY", {
    ja: "この環境にはすでに会社が登録されているため、サンプルは読み込みません。新しい「--data フォルダー」を指定してください。",
    en: "This installation has companies of its own, so the sample is not loaded into it. Choose a new folder with --data DIR.",
  });
}
