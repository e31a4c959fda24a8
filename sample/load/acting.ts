import { randomBytes } from "node:crypto";
import {
  type Acting,
  createLogin,
  type Databases,
  inTransaction,
  type Login,
  type Tx,
} from "../../server/platform/index.ts";
import { type RegionSample, SAMPLE_PASSWORD } from "../records.ts";
import { doneTasks, noteTask } from "./done-tasks.store.ts";
import { must } from "./must.ts";
import { sampleId } from "./sample-id.ts";

/** Statements of a whole company's masters or settled purchases take longer than a person's command. */
const PATIENCE_SECONDS = 120;

/** The companies of a sample and who acts for them while it is loaded: each company's president, as in daily work. */
export interface SampleActors {
  readonly login: Login;
  companyId(code: string): string;
  /** One transaction of that company. */
  as<T>(code: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same, once and for all: a task that was committed is noted in its own transaction and not done again. */
  once(code: string, task: string, work: (tx: Tx) => Promise<void>): Promise<void>;
  /** Ends the sessions that loading opened. */
  signOut(): Promise<void>;
}

export function createActors(databases: Databases, sample: RegionSample): SampleActors {
  // Only cookies are tied to the server's secret, and loading has none.
  const login = createLogin(databases.auth, randomBytes(32).toString("base64url"));
  const acting = new Map<string, Promise<Acting>>();
  const done = new Map<string, Promise<Set<string>>>();
  const companyId = (code: string) => sampleId(sample.code, "company", code);
  const presidents = new Map(
    sample.users
      .filter((user) => user.memberships.some(({ roles }) => roles.includes("president")))
      .map((user) => [user.memberships[0]!.companyCode, user.email]),
  );

  async function enter(code: string): Promise<Acting> {
    const email = presidents.get(code);
    if (!email) throw new Error(`the sample names no president of ${code}`);
    const from = { ipAddress: "127.0.0.1", userAgent: "musubi sample" };
    const session = must(await login.signIn({ email, password: SAMPLE_PASSWORD }, from), `${email} signs in`);
    return { token: session.token, companyId: companyId(code) };
  }
  const kept = <T>(map: Map<string, Promise<T>>, code: string, make: () => Promise<T>) => {
    const known = map.get(code) ?? make();
    map.set(code, known);
    return known;
  };
  const as: SampleActors["as"] = async (code, work) => {
    const who = await kept(acting, code, () => enter(code));
    return inTransaction(databases, who, work, { patienceSeconds: PATIENCE_SECONDS });
  };

  return {
    login,
    companyId,
    as,
    async once(code, task, work) {
      const tasks = await kept(done, code, () => as(code, doneTasks));
      if (tasks.has(task)) return;
      await as(code, async (tx) => {
        await work(tx);
        await noteTask(tx, task);
      });
      tasks.add(task);
    },
    async signOut() {
      for (const session of acting.values()) await login.signOut((await session).token);
      acting.clear();
    },
  };
}
