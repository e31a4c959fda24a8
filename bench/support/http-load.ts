import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { openDatabases } from "../../server/platform/db/index.ts";
import { projectRoot } from "../../server/platform/embedded/index.ts";
import { createLogin } from "../../server/platform/login/index.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { percentile, round } from "./bench-database.ts";

export interface BenchServer {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The product's server in a process of its own, so that the load does not share its event loop. */
export async function startBenchServer(database: BenchDatabase): Promise<BenchServer> {
  const config = JSON.stringify({ app: database.app, auth: database.auth, job: database.job, secret: database.secret });
  const child = spawn(process.execPath, ["--import", "tsx", join(projectRoot(), "bench/support/server.ts"), config], {
    cwd: projectRoot(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the bench's server ended with ${code}`)));
    child.stdout.once("data", (text: Buffer) => resolve(JSON.parse(text.toString().split("\n")[0]!).port));
  });
  return {
    port,
    pid: child.pid!,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

/** A person with a password and every role in these companies; answers how it signs in. */
export async function plantPerson(
  database: BenchDatabase,
  companyIds: readonly string[],
  name: string,
): Promise<{ email: string; password: string }> {
  const databases = openDatabases(database);
  const email = `${name}@bench.example`;
  const password = randomUUID();
  const userId = await createLogin(databases.auth, database.secret).createPerson({ email, name, password });
  for (const id of companyIds)
    await databases.auth.query("select guard.found_member($1, $2, $3)", [
      userId,
      id,
      ["president", "admin", "sales", "purchasing", "finance", "warehouse", "production", "secretariat"],
    ]);
  await databases.close();
  return { email, password };
}

/** One HTTP client that keeps its connection, as a browser does. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private cookie = "";
  constructor(private readonly port: number) {}

  async signIn(person: { email: string; password: string }): Promise<void> {
    const answer = await this.send("POST", "/api/v1/login", person, {});
    if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${answer.text}`);
    this.cookie = ((answer.headers["set-cookie"] as string[] | undefined) ?? [])
      .map((one) => one.split(";")[0])
      .join("; ");
  }

  call(
    method: string,
    path: string,
    companyId: string,
    body?: unknown,
  ): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
    return this.send(method, path, body, {
      "musubi-company": companyId,
      ...(method === "GET" ? {} : { "idempotency-key": randomUUID() }),
    });
  }

  private send(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: "127.0.0.1",
          port: this.port,
          method,
          path,
          agent: this.agent,
          headers: {
            ...headers,
            ...(this.cookie && { cookie: this.cookie }),
            "sec-fetch-site": "same-origin",
            ...(payload !== undefined && {
              "content-type": "application/json",
              "content-length": Buffer.byteLength(payload),
            }),
          },
        },
        (answer) => {
          let text = "";
          answer.setEncoding("utf8");
          answer.on("data", (part: string) => {
            text += part;
          });
          answer.on("end", () =>
            resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers as Record<string, unknown> }),
          );
        },
      );
      sent.on("error", reject);
      if (payload !== undefined) sent.write(payload);
      sent.end();
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Clients working side by side for some seconds; `work` does one unit and is timed. */
export async function loadFor(
  clients: readonly Client[],
  seconds: number,
  work: (client: Client, n: number) => Promise<void>,
): Promise<{ perSecond: number; count: number; p50Ms: number; p99Ms: number }> {
  const samples: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        const at = performance.now();
        await work(client, next++);
        samples.push(performance.now() - at);
      }
    }),
  );
  const took = (performance.now() - startedAt) / 1000;
  return {
    perSecond: round(samples.length / took),
    count: samples.length,
    p50Ms: round(percentile(samples, 0.5)),
    p99Ms: round(percentile(samples, 0.99)),
  };
}
