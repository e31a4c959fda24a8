import { type Browser, startTestServer, type TestServer } from "../../tests/support/http.ts";
import { plantItems } from "../../tests/support/world.ts";
import { insertAll } from "../platform/db/index.ts";
import { inTransaction, newId, type Tx } from "../platform/index.ts";
import { area } from "./index.ts";

/** A works with one item of two operations, and a neighbour that must not see anything of it. */
export interface LearningWorks {
  readonly server: TestServer;
  readonly planner: Browser;
  readonly salesman: Browser;
  readonly other: Browser;
  /** Ids of items by their codes. */
  readonly items: Record<string, string>;
  readonly centers: { readonly saw: string; readonly weld: string };
  readonly within: <T>(browser: Browser, run: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Imports a production log as a file. */
  readonly upload: (
    browser: Browser,
    text: string,
    fileName?: string,
  ) => Promise<Awaited<ReturnType<TestServer["app"]["inject"]>>>;
}

export async function startLearningWorks(): Promise<LearningWorks> {
  const server = await startTestServer({ areas: [area] });
  const centers = { saw: newId(), weld: newId() };
  const tokens = new Map<Browser, string>();
  const companyId = await server.addCompany({ code: "C1", name: "学ぶ製作所" });
  const planner = await server.browserOf(companyId, "production");
  const salesman = await server.browserOf(companyId, "sales");
  const other = await server.browserOf(await server.addCompany({ code: "C2", name: "よそ" }), "production");
  for (const browser of [planner, other]) {
    const { rows } = await server.databases.auth.query<{ token: string }>(
      "select token from auth.session where user_id = $1",
      [browser.userId],
    );
    tokens.set(browser, rows[0]!.token);
  }
  const within = <T>(browser: Browser, run: (tx: Tx) => Promise<T>) =>
    inTransaction(server.databases, { token: tokens.get(browser)!, companyId: browser.companyId }, run);
  const items = await within(planner, async (tx) => {
    const planted = await plantItems(tx, [{ code: "SHAFT", name: "軸", lead_time_days: 9 }]);
    await insertAll(tx, "work_center", [
      { company_id: tx.companyId, id: centers.saw, code: "SAW", name: "切断" },
      { company_id: tx.companyId, id: centers.weld, code: "WELD", name: "溶接" },
    ]);
    await insertAll(
      tx,
      "routing_operation",
      (
        [
          [10, "切断", centers.saw],
          [20, "溶接", centers.weld],
        ] as const
      ).map(([number, name, center]) => ({
        company_id: tx.companyId,
        id: newId(),
        item_id: planted["SHAFT"],
        operation_number: number,
        name,
        work_center_id: center,
        setup_minutes: "10",
        run_minutes_per_unit: "5",
      })),
    );
    return planted;
  });
  const upload: LearningWorks["upload"] = (browser, text, fileName = "log.csv") => {
    const boundary = "x".repeat(30);
    return server.app.inject({
      method: "POST",
      url: "/api/v1/production-events/import",
      headers: {
        cookie: browser.cookie,
        "musubi-company": browser.companyId,
        "sec-fetch-site": "same-origin",
        "content-type": `multipart/form-data; boundary=${boundary}`,
      },
      payload: `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`,
    });
  };
  return { server, planner, salesman, other, items, centers, within, upload };
}

export const LOG_HEAD = "指図番号,品目コード,工程番号,作業区コード,開始日時,終了日時,良品数\n";
/** Six orders of 1 to 6 pieces: cut in 30 minutes and 4 a piece, two days later welded in 7 a piece. */
export const LOG = Array.from({ length: 6 }, (_, at) => {
  const [pieces, day] = [at + 1, 2 + at];
  const two = (value: number) => String(value).padStart(2, "0");
  const cut = 30 + 4 * pieces;
  return [
    `M-${at},SHAFT,10,SAW,2026-11-${two(day)} 08:00,2026-11-${two(day)} ${two(8 + Math.floor(cut / 60))}:${two(cut % 60)},${pieces}`,
    `M-${at},SHAFT,20,WELD,2026-11-${two(day + 2)} 09:00,2026-11-${two(day + 2)} 09:${two(7 * pieces)},${pieces}`,
  ].join("\n");
}).join("\n");
