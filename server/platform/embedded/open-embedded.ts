import { accessSync, constants, mkdirSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findBinaries } from "./binaries.ts";
import { CLUSTER, clusterFolder, openCluster } from "./cluster.ts";
import { explainFailure } from "./failures.ts";
import { lockFolder } from "./folder-lock.ts";
import { databaseIdentity } from "./identity.ts";
import { keepLogShort } from "./log-file.ts";
import { OperatorMessage } from "./operator-message.ts";
import {
  answers,
  hasEnded,
  type Running,
  runningServer,
  type Server,
  startServer,
  stopServer,
  superuser,
} from "./postmaster.ts";
import { type RolePasswords, readOrCreateSecrets, readSecrets } from "./secrets.ts";
import { serverSettings } from "./settings.ts";

/** The database of one installation. */
const DATABASE = "musubi";

export type EmbeddedOptions = {
  /** The folder that holds everything of one installation; made when missing. */
  dataDir: string;
  log: (line: string) => void;
  /** Settings of the server that differ from `serverSettings` (tests switch fsync off). */
  settings?: Record<string, string>;
};

export type Embedded = {
  /** The cluster's superuser on the installation's database: for migrations, backup and doctor only. */
  admin: pg.ClientConfig;
  passwords: RolePasswords;
  /** What sessions are signed with. */
  secret: string;
  /** Process number of the database server now running. */
  pid(): number;
  /** Stops the database in good order and gives the folder back. */
  stop(): Promise<void>;
};

const RESTART_DELAYS_MS = [0, 500, 1000, 2000, 5000, 10_000];
const WATCH_MS = 250;

/**
 * Opens the embedded database of a data folder: makes it on the first start, adopts a server that outlived a killed
 * program, and brings the server back when it is killed while the program runs.
 * @throws OperatorMessage when the folder is not writable or in use, the disk full, or no build fits this machine
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  const identity = databaseIdentity();
  const programs = findBinaries(identity);
  prepareFolder(dataDir);
  const unlock = await takeFolder(dataDir);
  try {
    const secrets = readSecretsOf(dataDir);
    const settings = { ...serverSettings(), ...options.settings };
    if (!clusterFolder(dataDir)) options.log("making the database");
    const cluster = openCluster(dataDir, programs, identity, secrets.postgres, settings["fsync"] !== "off");
    if (cluster !== join(realpathSync(dataDir), CLUSTER)) options.log(`the database's files lie in ${cluster}`);
    const server: Server = {
      dataDir,
      cluster,
      programs,
      identity,
      password: secrets.postgres,
      settings,
      log: options.log,
    };
    const keeper = await keepRunning(server);
    await createDatabase(superuser(server, keeper.running()));
    return {
      admin: superuser(server, keeper.running(), DATABASE),
      passwords: { app: secrets.app, auth: secrets.auth, job: secrets.job },
      secret: secrets.installation,
      pid: () => keeper.running().pid,
      stop: async () => {
        await keeper.stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error instanceof OperatorMessage || !isSystemError(error) ? error : explainFailure(String(error), dataDir);
  }
}

/**
 * The address of the database of a data folder while another program runs it; null when none runs.
 * For commands beside a running installation (backup, doctor).
 */
export function findRunning(
  dataDir: string,
): { admin: pg.ClientConfig; passwords: RolePasswords; secret: string; cluster: string } | null {
  const cluster = clusterFolder(dataDir);
  const secrets = readSecrets(dataDir);
  const running = cluster && runningServer(cluster);
  if (!running || !secrets) return null;
  const { app, auth, job, postgres, installation } = secrets;
  const admin = { host: running.host, port: running.port, user: "postgres", password: postgres, database: DATABASE };
  return { admin, passwords: { app, auth, job }, secret: installation, cluster };
}

/** Starts the server and starts it again whenever it goes away, until told to stop. */
async function keepRunning(server: Server): Promise<{ running(): Running; stop(): Promise<void> }> {
  let running = await startServer(server);
  let stopping = false;
  let restarting: Promise<void> | null = null;

  const restart = async () => {
    server.log("the database went away: starting it again");
    for (let attempt = 0; !stopping; attempt++) {
      await sleep(RESTART_DELAYS_MS[Math.min(attempt, RESTART_DELAYS_MS.length - 1)]);
      if (stopping) return;
      try {
        running = await startServer(server);
        server.log("the database is back");
        return;
      } catch (error) {
        server.log(`the database did not come back: ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  const look = () => {
    if (stopping || restarting || !hasEnded(running)) return;
    restarting = restart().finally(() => {
      restarting = null;
    });
  };
  const timer = setInterval(look, WATCH_MS);
  timer.unref();
  const stopRotation = keepLogShort(join(server.dataDir, "postgres.log"));

  return {
    running: () => running,
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      stopRotation();
      await restarting;
      await stopServer(server, running);
    },
  };
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw explainFailure(systemText(error), dataDir);
  }
}

async function takeFolder(dataDir: string): Promise<() => void> {
  try {
    return await lockFolder(dataDir, async () => {
      const running = findRunning(dataDir);
      return running !== null && (await answers(running.admin)) !== "not yet";
    });
  } catch (error) {
    throw error instanceof OperatorMessage ? error : explainFailure(systemText(error), dataDir);
  }
}

function readSecretsOf(dataDir: string) {
  if (clusterFolder(dataDir) && !readSecrets(dataDir)) {
    throw new OperatorMessage("SECRETS_MISSING", {
      ja: `${join(dataDir, "secrets.json")} がありません。データベースのパスワードが入ったファイルです。バックアップから戻してください。`,
      en: `${join(dataDir, "secrets.json")} is missing. It holds the database's passwords: put it back from a backup.`,
    });
  }
  return readOrCreateSecrets(dataDir);
}

async function createDatabase(config: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (rowCount !== 0) return;
    // The roles of the program have business in its own database only.
    await client.query("revoke all on database postgres, template1 from public");
    await client.query(`create database ${pg.escapeIdentifier(DATABASE)}`);
  } finally {
    await client.end();
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && "code" in error;
}

function systemText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
