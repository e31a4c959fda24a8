import type { FastifyInstance } from "fastify";
import type pg from "pg";
import type { Databases } from "../server/platform/index.ts";

/** A person of the sample who may sign in; printed at the start. */
export type SampleUser = { email: string; password: string; name: string; role: string };

/** What loads the sample on the first start. */
export type Sample = {
  users: readonly SampleUser[];
  /** Loads it; called again after an interruption, so it takes up or clears what it finds of itself. */
  load(context: {
    databases: Databases;
    /** The server, to send the product's own import through: `app.inject`. */
    app: FastifyInstance;
    /** For what no role may write: the first users and companies. */
    admin: pg.ClientConfig;
    log: (line: string) => void;
  }): Promise<void>;
};
