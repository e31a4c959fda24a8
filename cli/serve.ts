import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { areas, buildApp } from "../server/app.ts";
import { closePlanWorkers } from "../server/planning/index.ts";
import { checkWalls } from "../server/platform/db/check-walls.ts";
import { OperatorMessage, projectRoot } from "../server/platform/embedded/index.ts";
import { closeFileWorkers } from "../server/platform/files/index.ts";
import { type Databases, openDatabases } from "../server/platform/index.ts";
import { type Jobs, startJobs } from "../server/platform/jobs/index.ts";
import type { Terminal } from "./command.ts";
import { readSampleNote, writeSampleNote } from "./first-start.ts";
import { type Installation, migrateInstallation } from "./installation.ts";
import { explainListenError } from "./port.ts";
import { sample } from "./sample.ts";
import type { SampleUser } from "./sample-hook.ts";

export type Serving = { address: string; sampleUsers: readonly SampleUser[]; close(): Promise<void> };

type ServeOptions = { port: number; host: string; wantsSample: boolean };

/**
 * Migrates, loads the sample on the first start, and listens.
 * @throws OperatorMessage of the migrations, WALLS_HAVE_HOLES, PORT_TAKEN, PORT_FORBIDDEN
 */
export async function serve(installation: Installation, terminal: Terminal, options: ServeOptions): Promise<Serving> {
  await migrateInstallation(installation, terminal.env, terminal.progress);
  const holes = await checkWalls(installation);
  if (holes.length > 0) {
    throw new OperatorMessage("WALLS_HAVE_HOLES", {
      ja: `データベースの壁に穴があるため起動しません: ${holes.join("; ")}`,
      en: `The server does not start, because the database's walls have holes: ${holes.join("; ")}`,
    });
  }
  const databases = openDatabases(installation, (error) => terminal.progress(`database connection: ${error.message}`));
  let app: FastifyInstance | undefined;
  let jobs: Jobs | undefined;
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
    jobs = startJobs(
      databases,
      terminal.progress,
      areas.flatMap((area) => area.deadlines ?? []),
      areas.flatMap((area) => area.rounds ?? []),
    );
    const name = ["0.0.0.0", "127.0.0.1", "::"].includes(options.host) ? "localhost" : options.host;
    const bound = app.server.address();
    const address = `http://${name}:${bound && typeof bound === "object" ? bound.port : options.port}/`;
    return {
      address,
      sampleUsers: hasSample && sample ? sample.users : [],
      close: () => closeAll(app, databases, jobs),
    };
  } catch (error) {
    await closeAll(app, databases, jobs);
    throw error;
  }
}

async function closeAll(app: FastifyInstance | undefined, databases: Databases, jobs: Jobs | undefined): Promise<void> {
  await jobs?.stop();
  await app?.close();
  await closeFileWorkers();
  await closePlanWorkers();
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

function webRoot(): string | undefined {
  const folder = join(projectRoot(), "dist/web");
  return existsSync(join(folder, "index.html")) ? folder : undefined;
}

function programVersion(): string {
  return JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")).version;
}
