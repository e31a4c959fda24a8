import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { buildApp } from "../../server/app.ts";
import { projectRoot } from "../../server/platform/embedded/index.ts";
import { type Databases, openDatabases } from "../../server/platform/index.ts";
import type { Command, Terminal } from "../command.ts";
import { readSampleNote, writeSampleNote } from "../first-start.ts";
import { type Installation, migrateInstallation, openInstallation, placeOf } from "../installation.ts";
import { DATA_HELP, DATA_OPTION, readOptions, readPort } from "../options.ts";
import { assertPortFree, explainListenError } from "../port.ts";
import { sample } from "../sample.ts";

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
      const running = await serve(installation, terminal, { port, host, wantsSample: !values["no-sample"] });
      greet(terminal, running.address, installation, running.hasSample);
      await stopped;
      terminal.say({ ja: "終了しています…", en: "Stopping…" });
      await running.close();
    } finally {
      await installation.stop();
    }
    return 0;
  },
};

type ServeOptions = { port: number; host: string; wantsSample: boolean };

async function serve(installation: Installation, terminal: Terminal, options: ServeOptions) {
  await migrateInstallation(installation, terminal.env, terminal.progress);
  const databases = openDatabases(installation, (error) => terminal.progress(`database connection: ${error.message}`));
  let app: FastifyInstance | undefined;
  try {
    app = await buildApp({
      databases,
      secret: installation.secret,
      webRoot: webRoot(),
      version: programVersion(),
      trustProxy: terminal.env["MUSUBI_TRUST_PROXY"] === "1",
      logger: { level: terminal.env["MUSUBI_LOG_LEVEL"] ?? "warn" },
    });
    const hasSample = await loadSampleOnce(installation, databases, app, terminal, options.wantsSample);
    await app.listen({ port: options.port, host: options.host }).catch((error) => {
      throw explainListenError(error, options.port, options.host);
    });
    const name = ["0.0.0.0", "127.0.0.1", "::"].includes(options.host) ? "localhost" : options.host;
    const bound = app.server.address();
    const address = `http://${name}:${bound && typeof bound === "object" ? bound.port : options.port}/`;
    return { address, hasSample, close: () => closeAll(app, databases) };
  } catch (error) {
    await closeAll(app, databases);
    throw error;
  }
}

async function closeAll(app: FastifyInstance | undefined, databases: Databases): Promise<void> {
  await app?.close();
  await databases.close();
}

async function loadSampleOnce(
  { admin }: Installation,
  databases: Databases,
  app: FastifyInstance,
  terminal: Terminal,
  wanted: boolean,
): Promise<boolean> {
  const note = await readSampleNote(admin);
  if (note !== null || sample === null) return note === "loaded";
  if (wanted) {
    terminal.say({ ja: "サンプルを読み込んでいます（最初の起動だけ）", en: "Loading the sample (first start only)" });
    await sample.load({ databases, app, admin, log: terminal.progress });
  }
  await writeSampleNote(admin, wanted ? "loaded" : "declined");
  return wanted;
}

function greet(terminal: Terminal, address: string, installation: Installation, hasSample: boolean): void {
  const where = installation.databaseUrl ? "DATABASE_URL" : installation.dataDir;
  terminal.say({
    ja: `\nMusubi が起動しました: ${address}\nデータ: ${where}\n終了するには Ctrl+C`,
    en: `\nMusubi is running: ${address}\nData: ${where}\nCtrl+C to stop`,
  });
  if (!hasSample || !sample) return;
  const users = sample.users.map(
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

function webRoot(): string | undefined {
  const folder = join(projectRoot(), "dist/web");
  return existsSync(join(folder, "index.html")) ? folder : undefined;
}

function programVersion(): string {
  return JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")).version;
}
