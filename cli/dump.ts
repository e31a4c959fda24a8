import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import pg from "pg";
import { ensureRoles, ROLE_PREFIX } from "../server/platform/db/roles.ts";
import { OperatorMessage } from "../server/platform/embedded/index.ts";

/**
 * Backs up a server of one's own by its pg_dump.
 * @throws OperatorMessage TARGET_EXISTS, PG_DUMP_MISSING, PG_DUMP_FAILED
 */
export async function dumpServer(admin: pg.ClientConfig, target: string): Promise<{ bytes: number }> {
  if (existsSync(target)) {
    throw new OperatorMessage("TARGET_EXISTS", {
      ja: `バックアップ先がすでに存在します: ${target}。別の名前を指定してください。`,
      en: `The target of the backup exists already: ${target}. Choose another name.`,
    });
  }
  await runTool("pg_dump", ["--format=custom", "--no-password", `--file=${target}`], admin);
  return { bytes: statSync(target).size };
}

/**
 * Restores a pg_dump file into an empty database on a server of one's own.
 * @throws OperatorMessage DATABASE_NOT_EMPTY, PG_DUMP_MISSING, PG_DUMP_FAILED and those of `ensureRoles`
 */
export async function restoreServer(admin: pg.ClientConfig, source: string, rolePrefix = ROLE_PREFIX): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    const { rows } = await client.query("select to_regnamespace('app') is null as empty");
    if (!rows[0]?.empty) {
      throw new OperatorMessage("DATABASE_NOT_EMPTY", {
        ja: `復元先のデータベース ${admin.database} は空ではありません。新しいデータベースを作り、DATABASE_URL に指定してください。`,
        en: `The database ${admin.database} is not empty. Create a new one, and name it in DATABASE_URL.`,
      });
    }
    await ensureRoles(client, rolePrefix);
  } finally {
    await client.end();
  }
  const args = ["--exit-on-error", "--single-transaction", "--no-password", `--dbname=${admin.database}`, source];
  await runTool("pg_restore", args, admin);
}

/** Runs one of PostgreSQL's own tools. The password travels in the environment: arguments show in process lists. */
function runTool(tool: string, args: string[], admin: pg.ClientConfig): Promise<void> {
  const password = typeof admin.password === "string" ? { PGPASSWORD: admin.password } : {};
  const env = {
    ...process.env,
    ...password,
    PGHOST: admin.host,
    PGPORT: String(admin.port ?? 5432),
    PGUSER: admin.user,
    PGDATABASE: admin.database,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { env, stdio: ["ignore", "ignore", "pipe"] });
    let output = "";
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.once("error", () => reject(missing(tool)));
    child.once("close", (code) => (code === 0 ? resolve() : reject(failed(tool, output))));
  });
}

function missing(tool: string): OperatorMessage {
  return new OperatorMessage("PG_DUMP_MISSING", {
    ja: `${tool} が見つかりません。PostgreSQLのクライアントツールを入れて、PATHに加えてください。`,
    en: `${tool} was not found. Install PostgreSQL's client tools, and put them on the PATH.`,
  });
}

function failed(tool: string, output: string): OperatorMessage {
  const text = output.trim().split("\n").slice(-6).join("\n");
  // Every table forces row-level security, so only who may look past it can copy all companies.
  const policy = /row-level security/.test(output);
  return new OperatorMessage("PG_DUMP_FAILED", {
    ja: `${tool} が失敗しました: ${text}${policy ? "\n全社のデータを書き出すには、スーパーユーザーかBYPASSRLS権限のユーザーを DATABASE_URL に指定してください。" : ""}`,
    en: `${tool} failed: ${text}${policy ? "\nTo copy all companies' data, name a superuser or a user with BYPASSRLS in DATABASE_URL." : ""}`,
  });
}
