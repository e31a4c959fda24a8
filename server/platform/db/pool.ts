import pg from "pg";
import { Decimal } from "../../../domain/shared/index.ts";

/** How PostgreSQL's values come to us: exact numbers exact, days as text, instants as ISO text. Never a float, never a local Date. */
const parsers: Record<number, (text: string) => unknown> = {
  20: (text) => BigInt(text),
  1700: (text) => new Decimal(text),
  1082: (text) => text,
  1083: (text) => text,
  1184: (text) => new Date(text).toISOString(),
  1114: (text) => text,
};

const types = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    return parsers[oid] ?? pg.types.getTypeParser(oid as never, format as never);
  },
} as pg.CustomTypesConfig;

export interface Databases {
  /** The server's pool: everything a company does goes through `inTransaction` on it. */
  readonly app: pg.Pool;
  /** Login tables only. */
  readonly auth: pg.Pool;
  /** Sealer, folder and other jobs. */
  readonly job: pg.Pool;
  close(): Promise<void>;
}

/**
 * Opens the three pools. Connections log in as three roles, none of which owns a table (docs/decisions/0003-walls.md).
 *
 * @param configs where each role connects; `appConnections` bounds the server's pool (default 16)
 * @param onError told of a connection that broke while idle; the pool makes a new one by itself
 */
export function openDatabases(
  configs: { app: pg.ClientConfig; auth: pg.ClientConfig; job: pg.ClientConfig; appConnections?: number },
  onError: (error: Error) => void = () => undefined,
): Databases {
  const open = (config: pg.ClientConfig, max: number, pipeline: boolean) => {
    const settings = {
      ...config,
      max,
      types,
      options: "-c timezone=Asia/Tokyo -c search_path=pg_catalog,pg_temp",
      idleTimeoutMillis: 60_000,
      pipeline,
    };
    const pool = new pg.Pool(settings as pg.PoolConfig);
    pool.on("error", onError);
    return pool;
  };
  const app = open(configs.app, configs.appConnections ?? 16, true);
  const auth = open(configs.auth, 4, false);
  const job = open(configs.job, 4, true);
  return {
    app,
    auth,
    job,
    async close() {
      await Promise.all([app.end(), auth.end(), job.end()]);
    },
  };
}
