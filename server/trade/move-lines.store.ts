import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import type { LineState } from "../../domain/trade/index.ts";
import { execute, query, toJson } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Writes moved lines; the faces of both sides follow in the database, which checks once more who may move what. */
export async function updateLines(
  tx: Tx,
  lines: readonly {
    readonly tradeId: string;
    readonly lineNumber: number;
    readonly state: LineState;
    readonly promisedOn: PlainDate | null;
    readonly validUntil: PlainDate | null;
    readonly answer: string;
    readonly unitPrice: Decimal;
    readonly amountYen: bigint;
  }[],
): Promise<void> {
  await execute(
    tx,
    {
      name: "trade.lines.move",
      text: `update app.trade_line l set state = x.s, promised_on = x.p, valid_until = x.v, answer = x.w, unit_price = x.u, amount_yen = x.a
        from jsonb_to_recordset($1::jsonb) x(t uuid, n int, s text, p date, v date, w text, u numeric, a bigint) where l.trade_id = x.t and l.line_number = x.n`,
    },
    [
      toJson(
        lines.map((line) => ({
          t: line.tradeId,
          n: line.lineNumber,
          s: line.state,
          p: line.promisedOn,
          v: line.validUntil,
          w: line.answer,
          u: line.unitPrice,
          a: line.amountYen,
        })),
      ),
    ],
  );
}

/** Quoted lines whose validity is past: of the acting company as seller, or of a seller outside the platform. */
export async function findExpiredQuotes(tx: Tx, today: PlainDate): Promise<{ tradeId: string; lineNumber: number }[]> {
  const rows = await query<{ trade_id: string; line_number: number }>(
    tx,
    `select f.trade_id, f.line_number from app.trade_line_face f join app.trade_line l on l.trade_id = f.trade_id and l.line_number = f.line_number
      where f.company_id = $1 and (f.side = 'S' or l.seller_id is null) and f.state = 'quoted' and l.valid_until < $2 order by 1, 2`,
    [tx.companyId, today],
  );
  return rows.map((row) => ({ tradeId: row.trade_id, lineNumber: row.line_number }));
}
