import type { Command, Terminal } from "../command.ts";
import { type Installation, openInstallation, placeOf } from "../installation.ts";
import { DATA_HELP, DATA_OPTION, readOptions, readPort } from "../options.ts";
import { assertPortFree } from "../port.ts";
import type { SampleUser } from "../sample-hook.ts";

const DEFAULT_PORT = "4800";

export const startCommand: Command = {
  name: "start",
  summary: { ja: "サーバーを起動します", en: "start the server" },
  usage: "[--port 4800] [--host 127.0.0.1] [--data DIR] [--no-sample]",
  options: [
    {
      name: "--port PORT",
      text: { ja: "ポート番号（既定: PORT、なければ4800）", en: "port (default: PORT, else 4800)" },
    },
    {
      name: "--host HOST",
      text: {
        ja: "待ち受けるアドレス（既定: 127.0.0.1、社内に公開するなら 0.0.0.0）",
        en: "address to listen on (default: 127.0.0.1; 0.0.0.0 for the company network)",
      },
    },
    DATA_HELP,
    {
      name: "--no-sample",
      text: { ja: "最初の起動でサンプルを読み込まない", en: "load no sample on the first start" },
    },
  ],
  async run(args, terminal) {
    const options = {
      ...DATA_OPTION,
      port: { type: "string" },
      host: { type: "string" },
      "no-sample": { type: "boolean" },
    } as const;
    const { values } = readOptions(args, options);
    const port = readPort(values.port ?? terminal.env["PORT"] ?? DEFAULT_PORT);
    const host = values.host ?? "127.0.0.1";
    // Asked for before anything starts, so that a Ctrl+C during the first start also stops in good order.
    const stopped = untilToldToStop();
    await assertPortFree(port, host);
    const installation = await openInstallation(placeOf(values.data, terminal.env), terminal.env, terminal.progress);
    try {
      // Loaded only here: every other command would wait for the whole server's code.
      const { serve } = await import("../serve.ts");
      const running = await serve(installation, terminal, { port, host, wantsSample: !values["no-sample"] });
      greet(terminal, running.address, installation, running.sampleUsers);
      await stopped;
      terminal.say({ ja: "終了しています…", en: "Stopping…" });
      await running.close();
    } finally {
      await installation.stop();
    }
    return 0;
  },
};

function greet(
  terminal: Terminal,
  address: string,
  installation: Installation,
  sampleUsers: readonly SampleUser[],
): void {
  const where = installation.databaseUrl ? "DATABASE_URL" : installation.dataDir;
  terminal.say({
    ja: `\nMusubi が起動しました: ${address}\nデータ: ${where}\n終了するには Ctrl+C`,
    en: `\nMusubi is running: ${address}\nData: ${where}\nCtrl+C to stop`,
  });
  if (sampleUsers.length === 0) return;
  const users = sampleUsers.map(
    ({ email, password, name, role }) => `  ${email.padEnd(28)} ${password.padEnd(16)} ${name} ${role}`,
  );
  terminal.say({
    ja: `\nサンプルの利用者（メールアドレス、パスワード）:\n${users.join("\n")}`,
    en: `\nUsers of the sample (e-mail, password):\n${users.join("\n")}`,
  });
}

/** Resolves on the first request to stop; a second one ends the process at once (the database recovers by itself). */
function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  });
}
