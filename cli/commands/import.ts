import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { FastifyInstance } from "fastify";
import { OperatorMessage } from "../../server/platform/embedded/index.ts";
import { askPassword } from "../ask-password.ts";
import { type Command, type Terminal, UsageError } from "../command.ts";
import { type Installation, migrateInstallation, placeOf, reachInstallation } from "../installation.ts";
import { DATA_HELP, DATA_OPTION, readOptions } from "../options.ts";

/** What an import answers (server/platform/files): enough of it to tell a person what happened. */
interface ImportAnswer {
  readonly isAccepted: boolean;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rowCount: number;
  readonly problemCount: number;
  readonly problems: readonly {
    readonly line: number;
    readonly column: string;
    readonly cell: string;
    readonly text: string;
  }[];
}

const PROBLEMS_SHOWN = 50;

/**
 * Reads a file into a table of a company, the way the screen does: the same person, permissions, checks and sentences. It goes
 * through the server's own routes in this process, beside a running server or without one.
 */
export const importCommand: Command = {
  name: "import",
  summary: {
    ja: "CSV・Excelファイルを会社のデータに取り込みます（既定は確認だけ）",
    en: "import a CSV or Excel file into a company's data (only shows what it would do, unless --apply)",
  },
  usage: "FILE --company CODE --table TABLE --user EMAIL [--apply] [--partial] [--data DIR]",
  options: [
    { name: "--company CODE", text: { ja: "会社コード", en: "the company's code" } },
    { name: "--table TABLE", text: { ja: "items、partners など", en: "items, partners and so on" } },
    {
      name: "--user EMAIL",
      text: {
        ja: "取り込む人のメールアドレス。パスワードは MUSUBI_PASSWORD か入力",
        en: "who imports; the password is MUSUBI_PASSWORD or asked for",
      },
    },
    { name: "--apply", text: { ja: "実際に取り込む", en: "really import" } },
    {
      name: "--partial",
      text: { ja: "問題のない行だけ取り込む", en: "import the good rows although others have problems" },
    },
    DATA_HELP,
  ],
  async run(args, terminal) {
    const { values, positionals } = readOptions(
      args,
      {
        ...DATA_OPTION,
        company: { type: "string" },
        table: { type: "string" },
        user: { type: "string" },
        apply: { type: "boolean" },
        partial: { type: "boolean" },
      },
      1,
    );
    const [file] = positionals;
    const { company, table, user } = values;
    if (!file || !company || !table || !user) throw new UsageError("FILE, --company, --table, --user");
    const bytes = await readFile(file).catch((cause) => {
      throw fileTrouble(file, cause);
    });
    const password = await askPassword(user, terminal);
    const installation = await reachInstallation(placeOf(values.data, terminal.env), terminal.env, terminal.progress);
    try {
      await migrateInstallation(installation, terminal.env, terminal.progress);
      return await withApp(installation, async (app, tables) => {
        const path = `/${table.replaceAll("_", "-")}`;
        if (!tables.includes(path))
          throw new UsageError(`--table ${tables.map((known) => known.slice(1)).join(" | ")}`);
        const caller = await signIn(app, { email: user, password, company }, terminal.language);
        const url = `/api/v1${path}/import${values.apply ? "" : "/preview"}`;
        const answer = await send(app, caller, url, { name: basename(file), bytes }, values.partial ?? false);
        tell(terminal, answer, values.apply ?? false);
        return answer.isAccepted ? 0 : 1;
      });
    } finally {
      await installation.stop();
    }
  },
};

async function withApp<T>(
  installation: Installation,
  work: (app: FastifyInstance, tables: readonly string[]) => Promise<T>,
): Promise<T> {
  // Loaded only here: every other command would wait for the whole server's code.
  const { areas, buildApp } = await import("../../server/app.ts");
  const { closeFileWorkers, openDatabases } = await import("../../server/platform/index.ts");
  const databases = openDatabases(installation);
  try {
    const app = await buildApp({ databases, secret: installation.secret, logger: { level: "error" } });
    try {
      const tables = areas
        .flatMap(({ routes }) => routes)
        .filter(({ method, url }) => method === "POST" && url.endsWith("/import/preview"))
        .map(({ url }) => url.slice(0, -"/import/preview".length));
      return await work(app, tables);
    } finally {
      await app.close();
    }
  } finally {
    await closeFileWorkers();
    await databases.close();
  }
}

type Headers = Readonly<Record<string, string>>;

async function signIn(
  app: FastifyInstance,
  who: { readonly email: string; readonly password: string; readonly company: string },
  language: "ja" | "en",
): Promise<Headers> {
  const answer = await app.inject({
    method: "POST",
    url: "/api/v1/login",
    headers: { "sec-fetch-site": "same-origin", "accept-language": language },
    payload: { email: who.email, password: who.password },
  });
  if (answer.statusCode !== 200) throw refused(answer.body);
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
  const headers = { cookie, "sec-fetch-site": "same-origin", "accept-language": language };
  const me = await app.inject({ method: "GET", url: "/api/v1/me", headers });
  const { companies } = me.json<{ companies: readonly { companyId: string; code: string }[] }>();
  const company = companies.find(({ code }) => code === who.company);
  if (!company)
    throw unknownCompany(
      who.company,
      companies.map(({ code }) => code),
    );
  return { ...headers, "musubi-company": company.companyId };
}

async function send(
  app: FastifyInstance,
  caller: Headers,
  url: string,
  file: { readonly name: string; readonly bytes: Buffer },
  partial: boolean,
): Promise<ImportAnswer> {
  const form = new FormData();
  form.set("partial", String(partial));
  form.set("file", new Blob([new Uint8Array(file.bytes)]), file.name);
  const encoded = new Response(form);
  const answer = await app.inject({
    method: "POST",
    url,
    headers: {
      ...caller,
      "content-type": encoded.headers.get("content-type")!,
      "idempotency-key": randomUUID(),
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  if (answer.statusCode >= 300) throw refused(answer.body);
  return answer.json<ImportAnswer>();
}

function tell({ say }: Terminal, answer: ImportAnswer, isApplied: boolean): void {
  const { inserted, updated, unchanged, rowCount, problems, problemCount } = answer;
  const lines = (line: string, cell: (text: string) => string) =>
    problems
      .slice(0, PROBLEMS_SHOWN)
      .map((problem) => `${line} ${problem.line}  ${problem.column} ${cell(problem.cell)}  ${problem.text}`);
  const japanese = [
    ...lines("行", (text) => `「${text}」`),
    `${rowCount}行: 新規 ${inserted}、更新 ${updated}、変更なし ${unchanged}、問題 ${problemCount}`,
    answer.isAccepted
      ? isApplied
        ? "取り込みました。"
        : "確認だけ行いました。取り込むには --apply を付けてください。"
      : "何も取り込んでいません。",
  ];
  const english = [
    ...lines("line", (text) => `"${text}"`),
    `${rowCount} rows: ${inserted} new, ${updated} changed, ${unchanged} as they are, ${problemCount} problems`,
    answer.isAccepted ? (isApplied ? "Imported." : "Only looked at. Add --apply to import.") : "Nothing was imported.",
  ];
  say({ ja: japanese.join("\n"), en: english.join("\n") });
}

/** The server's own sentence, which is in the caller's language already. */
function refused(body: string): OperatorMessage {
  const { title, detail, code } = JSON.parse(body) as { title?: string; detail?: string; code?: string };
  const text = detail ?? title ?? body;
  return new OperatorMessage(code ?? "REFUSED", { ja: text, en: text });
}

function unknownCompany(code: string, known: readonly string[]): OperatorMessage {
  return new OperatorMessage("COMPANY_UNKNOWN", {
    ja: `この利用者は会社「${code}」に属していません（所属: ${known.join("、")}）。`,
    en: `That person is no member of company ${code} (member of: ${known.join(", ")}).`,
  });
}

function fileTrouble(file: string, cause: Error): OperatorMessage {
  return new OperatorMessage(
    "FILE_NOT_READ",
    {
      ja: `ファイルを読めません: ${file}（${cause.message}）`,
      en: `The file cannot be read: ${file} (${cause.message})`,
    },
    { cause },
  );
}
