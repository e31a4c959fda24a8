import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enterCounterparties, insertAll, query } from "../../server/platform/db/index.ts";
import { inTransaction, NotMember, newId, type Tx } from "../../server/platform/index.ts";
import { sealAndFold } from "../support/seal.ts";
import {
  createWorld,
  plantAgreement,
  plantItems,
  plantPlaces,
  type TestCompany,
  type World,
} from "../support/world.ts";

let world: World;
let maruyama: TestCompany;
let sakai: TestCompany;
let stranger: TestCompany;
let agreementId: string;
let items: { maruyama: string; sakai: string };

beforeAll(async () => {
  world = await createWorld();
  maruyama = await world.company("丸山製作所");
  sakai = await world.company("堺熱処理");
  stranger = await world.company("よその会社");
  const sold = await world.as(maruyama, (tx) => plantItems(tx, [{ code: "SHAFT-1" }]));
  const bought = await world.as(sakai, (tx) => plantItems(tx, [{ code: "SHAFT-1" }]));
  await world.as(stranger, (tx) => plantItems(tx, [{ code: "SECRET-9" }]));
  for (const company of [maruyama, sakai, stranger]) await world.as(company, plantPlaces);
  items = { maruyama: sold["SHAFT-1"]!, sakai: bought["SHAFT-1"]! };
  ({ agreementId } = await plantAgreement(world, maruyama, sakai, [
    {
      code: "SHAFT-1",
      sellerItemId: items.maruyama,
      buyerItemId: items.sakai,
      unitPrice: "1200",
      standingQuantity: "100",
      leadTimeDays: 3,
    },
  ]));
});
afterAll(() => world.close());

/** The error a piece of SQL meets as the server's role; undefined when it went through. */
async function refusalOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).name;
  }
}

async function raw<T>(work: (client: pg.Client) => Promise<T>, role: "app" | "auth" | "job" = "app"): Promise<T> {
  const client = new pg.Client(world.database[role]);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function placeTrade(
  tx: Tx,
  values: {
    id?: string;
    state?: string;
    quantity?: string;
    price?: string;
    wantedOn?: string;
    pair?: { seller_id: string | null; buyer_id: string | null };
    agreement?: string | null;
  } = {},
): Promise<string> {
  const id = values.id ?? newId();
  const pair = values.pair ?? { seller_id: maruyama.id, buyer_id: sakai.id };
  const agreement = values.agreement === undefined ? agreementId : values.agreement;
  await insertAll(tx, "trade", [
    {
      id,
      ...pair,
      agreement_id: agreement,
      number: `PO-${id.slice(-6)}`,
      first_state: values.state ?? "placed",
      ordered_on: "2026-11-24",
      wanted_on: values.wantedOn ?? "2026-12-24",
      total_yen: 12000,
    },
  ]);
  await insertAll(tx, "trade_line", [
    {
      trade_id: id,
      line_number: 1,
      ...pair,
      agreement_line_number: 1,
      code: "SHAFT-1",
      description: "軸",
      seller_item_id: items.maruyama,
      buyer_item_id: items.sakai,
      quantity: values.quantity ?? "10",
      unit: "個",
      unit_price: values.price ?? "1200",
      amount_yen: 12000,
      wanted_on: values.wantedOn ?? "2026-12-24",
      state: values.state ?? "placed",
    },
  ]);
  return id;
}

describe("entering a company", () => {
  test("a plain value of the setting opens nothing", async () => {
    expect(
      await refusalOf(() =>
        raw(async (c) => {
          await c.query("begin");
          await c.query(`select set_config('musubi.acting', '${maruyama.id}.${maruyama.userId}.x', true)`);
          await c.query("select * from app.item");
        }),
      ),
    ).toBe("42501");
    expect(await raw(async (c) => (await c.query("select * from app.item")).rows)).toEqual([]);
  });
  test("a value replayed in the next transaction or on another connection is refused", async () => {
    await raw(async (c) => {
      await c.query("begin");
      await c.query("select guard.enter($1, $2)", [maruyama.acting.token, maruyama.id]);
      const value = (await c.query("select current_setting('musubi.acting') v")).rows[0].v as string;
      expect((await c.query("select count(*)::int n from app.item")).rows[0].n).toBe(1);
      expect(
        await refusalOf(() =>
          raw(async (d) => {
            await d.query("begin");
            await d.query("select set_config('musubi.acting', $1, true)", [value]);
            await d.query("select * from app.item");
          }),
        ),
      ).toBe("42501");
      await c.query("commit");
      await c.query("begin");
      await c.query("select set_config('musubi.acting', $1, true)", [value]);
      expect(await refusalOf(() => c.query("select * from app.item"))).toBe("42501");
      await c.query("rollback");
    });
  });
  test("another company, an unknown token, an ended membership are refused with one answer", async () => {
    await expect(
      inTransaction(world.databases, { token: maruyama.acting.token, companyId: sakai.id }, async () => 1),
    ).rejects.toBeInstanceOf(NotMember);
    await expect(
      inTransaction(world.databases, { token: "nobody", companyId: sakai.id }, async () => 1),
    ).rejects.toBeInstanceOf(NotMember);
    const past = await world.company("去年の会社");
    await world.admin.query("update app.membership set valid_to = current_date where company_id = $1", [past.id]);
    await expect(world.as(past, async () => 1)).rejects.toBeInstanceOf(NotMember);
  });
  test("entering without a transaction, or rolling back to before it, leaves nothing entered", async () => {
    await raw(async (c) => {
      await c.query("select guard.enter($1, $2)", [maruyama.acting.token, maruyama.id]);
      expect((await c.query("select * from app.item")).rows).toEqual([]);
      await c.query("begin");
      await c.query("savepoint s");
      await c.query("select guard.enter($1, $2)", [maruyama.acting.token, maruyama.id]);
      await c.query("rollback to savepoint s");
      expect((await c.query("select * from app.item")).rows).toEqual([]);
      await c.query("rollback");
    });
  });
  test("a statement prepared under one company shows the other company's own rows under the other", async () => {
    await raw(async (c) => {
      const codes = async (company: TestCompany) => {
        await c.query("begin");
        await c.query("select guard.enter($1, $2)", [company.acting.token, company.id]);
        const { rows } = await c.query({ name: "codes", text: "select code from app.item" });
        await c.query("commit");
        return rows.map((row) => row.code);
      };
      expect(await codes(maruyama)).toEqual(["SHAFT-1"]);
      expect(await codes(stranger)).toEqual(["SECRET-9"]);
    });
  });
});

describe("what the server's role may not do", () => {
  const forbidden = [
    ["become the owner", "set role musubi_owner"],
    ["become the guard", "set role musubi_guard"],
    ["read the secret", "select * from guard.secret"],
    ["sign a value", "select guard.mac('a.x')"],
    ["read sessions", "select * from auth.session"],
    ["read memberships", "select * from app.membership"],
    [
      "make itself a member",
      `insert into app.membership (user_id, company_id, roles) values ('${randomUUID()}', '${randomUUID()}', '{admin}')`,
    ],
    ["found a company", `select guard.found_company('${randomUUID()}', 'X', 'X', 'X', 'X', false)`],
    ["enter as a job", `select guard.enter_job('${randomUUID()}')`],
    ["switch the walls off", "alter table app.item no force row level security"],
    ["drop a policy", "drop policy own on app.item"],
    ["disable a trigger", "alter table app.journal_line disable trigger all"],
    ["skip triggers", "set session_replication_role = 'replica'"],
    ["truncate", "truncate app.audit"],
    ["make a temporary table", "create temp table t (x int)"],
    ["create anything", "create table app.x (x int)"],
    ["read another company's number series", "select guard.take_number(gen_random_uuid(), 'so')"],
    ["apply a change by itself", "select guard.apply_changes('{}')"],
    ["seal", "select guard.seal_audit()"],
  ] as const;
  test.each(forbidden)("%s", async (_name, sql) =>
    expect(await refusalOf(() => raw((c) => c.query(sql)))).toMatch(/^42501|^0A000/),
  );

  test("row security cannot be turned off for a read", async () => {
    expect(
      await refusalOf(() =>
        raw(async (c) => {
          await c.query("set row_security = off");
          await c.query("select * from app.item");
        }),
      ),
    ).toBe("42501");
  });
  test("a leaky function or a division by zero in a filter shows nothing of other companies", async () => {
    const rows = await world.as(maruyama, (tx) =>
      query<{ code: string }>(
        tx,
        "select code from app.item where 1 / (case when code like 'SECRET%' then 0 else 1 end) = 1",
      ),
    );
    expect(rows.map((r) => r.code)).toEqual(["SHAFT-1"]);
  });
  test.each(["insert", "move", "copy"])("rows of another company cannot be written by %s", async (way) => {
    const attack = (tx: Tx): Promise<unknown> =>
      way === "insert"
        ? insertAll(tx, "unit", [{ company_id: stranger.id, code: "x", name_ja: "x", name_en: "x" }])
        : way === "move"
          ? query(tx, "update app.unit set company_id = $1", [stranger.id])
          : query(
              tx,
              "insert into app.item select * from app.item on conflict (company_id, id) do update set company_id = $1",
              [stranger.id],
            );
    expect(await refusalOf(() => world.as(maruyama, attack))).toBe("42501");
  });
});

describe("the five holes naive policies leave", () => {
  test("1: a trade with a stranger under somebody else's agreement is refused", async () => {
    expect(
      await refusalOf(() =>
        world.as(sakai, (tx) => placeTrade(tx, { pair: { seller_id: stranger.id, buyer_id: sakai.id } })),
      ),
    ).toBe("23503");
    expect(
      await refusalOf(() =>
        world.as(sakai, (tx) =>
          placeTrade(tx, { pair: { seller_id: stranger.id, buyer_id: sakai.id }, agreement: null }),
        ),
      ),
    ).toBe("23514");
    expect(
      await refusalOf(() =>
        world.as(stranger, (tx) =>
          insertAll(tx, "agreement", [
            {
              id: newId(),
              seller_id: stranger.id,
              buyer_id: sakai.id,
              name: "x",
              proposed_by: stranger.id,
              valid_from: "2020-01-01",
              state: "active",
            },
          ]),
        ),
      ),
    ).toBe("42501");
  });
  test("2: a party cannot write somebody else into the trade", async () => {
    const id = await world.as(sakai, (tx) => placeTrade(tx));
    expect(
      await refusalOf(() =>
        world.as(sakai, (tx) => query(tx, "update app.trade set seller_id = $1 where id = $2", [stranger.id, id])),
      ),
    ).toBe("42501");
    expect(
      await refusalOf(() =>
        world.as(sakai, (tx) =>
          query(tx, "update app.trade_line set seller_id = $1 where trade_id = $2", [stranger.id, id]),
        ),
      ),
    ).toBe("42501");
  });
  test("2: a line goes only to a trade of the same two companies, whoever stands first in the statement", async () => {
    const id = await world.as(sakai, (tx) => placeTrade(tx));
    const line = (trade: string, seller: string | null) => ({
      trade_id: trade,
      line_number: 2,
      seller_id: seller,
      buyer_id: sakai.id,
      code: "SHAFT-1",
      description: "軸",
      quantity: "1",
      unit: "個",
      unit_price: "1",
      amount_yen: 1,
      wanted_on: "2026-12-24",
      state: "placed",
    });
    const write = (lines: ReturnType<typeof line>[]) =>
      refusalOf(() => world.as(sakai, (tx) => insertAll(tx, "trade_line", lines)));
    expect(await write([line(newId(), maruyama.id)])).toBe("23503");
    expect(await write([line(id, stranger.id)])).toBe("23503");
    expect(await write([line(id, null)])).toBe("23503");
    expect(await write([line(id, maruyama.id), { ...line(id, stranger.id), line_number: 3 }])).toBe("23503");
    expect(await write([line(id, maruyama.id)])).toBeUndefined();
  });
  test("3: who keeps goods cannot move them, nor name himself their next owner", async () => {
    const move = {
      id: newId(),
      kind: "transfer",
      moved_on: "2026-11-24",
      owner_id: maruyama.id,
      to_owner_id: maruyama.id,
      keeper_id: sakai.id,
      to_keeper_id: sakai.id,
      from_item_id: items.maruyama,
      from_place_id: newId(),
      from_quantity: "1",
      to_item_id: items.maruyama,
      to_place_id: newId(),
      to_quantity: "1",
    };
    expect(await refusalOf(() => world.as(sakai, (tx) => insertAll(tx, "stock_move", [move])))).toBe("42501");
    const trade = await world.as(sakai, (tx) => placeTrade(tx));
    expect(
      await refusalOf(() =>
        world.as(sakai, (tx) =>
          insertAll(tx, "stock_move", [{ ...move, id: newId(), to_owner_id: sakai.id, trade_id: trade }]),
        ),
      ),
    ).toBe("42501");
    expect(
      await refusalOf(() =>
        world.as(sakai, (tx) =>
          insertAll(tx, "stock_balance", [
            { owner_id: maruyama.id, item_id: items.maruyama, place_id: newId(), keeper_id: sakai.id, quantity: "5" },
          ]),
        ),
      ),
    ).toBe("42501");
  });
  test("4: the buyer cannot confirm for the seller, neither later nor while placing", async () => {
    const id = await world.as(sakai, (tx) => placeTrade(tx));
    expect(
      await refusalOf(() =>
        world.as(sakai, (tx) => query(tx, "update app.trade_line set state = 'confirmed' where trade_id = $1", [id])),
      ),
    ).toBe("42501");
    expect(
      await refusalOf(() => world.as(sakai, (tx) => placeTrade(tx, { state: "confirmed", quantity: "101" }))),
    ).toBe("42501");
    expect(await refusalOf(() => world.as(sakai, (tx) => placeTrade(tx, { state: "confirmed", price: "1199" })))).toBe(
      "42501",
    );
    expect(
      await refusalOf(() => world.as(sakai, (tx) => placeTrade(tx, { state: "confirmed", wantedOn: "2026-11-26" }))),
    ).toBe("42501");
    await world.as(maruyama, (tx) =>
      query(tx, "update app.trade_line set state = 'confirmed', promised_on = '2026-12-20' where trade_id = $1", [id]),
    );
    const [face] = await world.as(sakai, (tx) =>
      query<{ state: string; promised_on: string }>(
        tx,
        "select state, promised_on from app.trade_face where company_id = $1 and trade_id = $2",
        [sakai.id, id],
      ),
    );
    expect(face).toEqual({ state: "confirmed", promised_on: "2026-12-20" });
  });
  test("4b: within the standing rule no person is needed", async () => {
    const id = await world.as(sakai, (tx) => placeTrade(tx, { state: "confirmed" }));
    const faces = await world.as(maruyama, (tx) =>
      query<{ state: string; own_number: string; company_id: string }>(
        tx,
        "select company_id, state, own_number from app.trade_face where trade_id = $1",
        [id],
      ),
    );
    expect(faces).toEqual([
      { company_id: maruyama.id, state: "confirmed", own_number: expect.stringMatching(/^SO-\d{6}$/) },
    ]);
  });
  test("5: who did it cannot be forged, nor when", async () => {
    expect(
      await refusalOf(() =>
        world.as(maruyama, (tx) =>
          query(
            tx,
            "insert into app.audit (company_id, id, command, subject_kind, user_id) values ($1, gen_random_uuid(), 'x', 'x', $2)",
            [maruyama.id, stranger.userId],
          ),
        ),
      ),
    ).toBe("42501");
    expect(
      await refusalOf(() =>
        world.as(maruyama, (tx) =>
          query(
            tx,
            "insert into app.audit (company_id, id, command, subject_kind, xid) values ($1, gen_random_uuid(), 'x', 'x', '3')",
            [maruyama.id],
          ),
        ),
      ),
    ).toBe("42501");
  });
});

describe("the door to the other side", () => {
  test("opens for a party of the trade, and only that trade; a stranger hears the same words for everything", async () => {
    const id = await world.as(sakai, (tx) => placeTrade(tx));
    await world.as(sakai, async (tx) => expect(await enterCounterparties(tx, [id], "place")).toEqual([maruyama.id]));
    expect(await refusalOf(() => world.as(stranger, (tx) => enterCounterparties(tx, [id], "place")))).toBe("42501");
    expect(await refusalOf(() => world.as(stranger, (tx) => enterCounterparties(tx, [newId()], "place")))).toBe(
      "42501",
    );
  });
  test("lets the reaction be written and nothing be read", async () => {
    const id = await world.as(sakai, (tx) => placeTrade(tx));
    await world.as(sakai, async (tx) => {
      await enterCounterparties(tx, [id], "place");
      await insertAll(tx, "reservation", [
        {
          company_id: maruyama.id,
          id: newId(),
          item_id: items.maruyama,
          trade_id: id,
          trade_line_number: 1,
          quantity: "10",
        },
      ]);
      await insertAll(tx, "audit", [
        {
          company_id: maruyama.id,
          id: newId(),
          command: "trade.placed",
          subject_kind: "trade",
          subject_id: id,
          details: {},
        },
      ]);
      expect(await query(tx, "select * from app.item where company_id = $1", [maruyama.id])).toEqual([]);
      expect(await query(tx, "select * from app.audit where company_id = $1", [maruyama.id])).toEqual([]);
      expect(await query(tx, "select * from app.trade_line_face where company_id = $1", [maruyama.id])).toEqual([]);
    });
    const seen = await world.as(maruyama, (tx) =>
      query<{ by_company_id: string }>(tx, "select by_company_id from app.access_record where trade_id = $1", [id]),
    );
    expect(seen).toEqual([{ by_company_id: sakai.id }]);
  });
  test("is bound to its trades: another trade's reservation, or a third company, is refused", async () => {
    const id = await world.as(sakai, (tx) => placeTrade(tx));
    const other = await world.as(sakai, (tx) => placeTrade(tx));
    const reserve = (company: string, trade: string) => (tx: Tx) =>
      enterCounterparties(tx, [id], "place").then(() =>
        insertAll(tx, "reservation", [
          {
            company_id: company,
            id: newId(),
            item_id: items.maruyama,
            trade_id: trade,
            trade_line_number: 1,
            quantity: "1",
          },
        ]),
      );
    expect(await refusalOf(() => world.as(sakai, reserve(maruyama.id, other)))).toBe("42501");
    expect(await refusalOf(() => world.as(sakai, reserve(stranger.id, id)))).toBe("42501");
  });
  test("a forged exchange value is refused", async () => {
    expect(
      await refusalOf(() =>
        world.as(sakai, async (tx) => {
          await query(tx, "select set_config('musubi.exchange', $1, true)", [
            `${stranger.id}|${newId()}|${"A".repeat(44)}`,
          ]);
          await query(tx, "select * from app.period");
        }),
      ),
    ).toBe("42501");
    // Also where one question asks for the own company and the door together; over an empty table PostgreSQL 15 asks nobody.
    await world.admin.query(
      "insert into app.item_stock (company_id, item_id, on_hand) values ($1, $2, 1) on conflict do nothing",
      [sakai.id, items.sakai],
    );
    await world.admin.query(
      "insert into app.stock_balance (owner_id, item_id, place_id, keeper_id, quantity) select $1, $2, id, $1, 1 from app.place where company_id = $1 and kind = 'storage' on conflict do nothing",
      [sakai.id, items.sakai],
    );
    for (const table of ["item_stock", "stock_balance"])
      for (const [setting, value] of [
        ["musubi.exchange", `${stranger.id}|${newId()}|${"A".repeat(44)}`],
        ["musubi.acting", `${stranger.id}.${newId()}.${"A".repeat(44)}`],
      ])
        expect(
          await refusalOf(() =>
            world.as(sakai, async (tx) => {
              await query(tx, "select set_config($1, $2, true)", [setting, value]);
              await query(tx, `select * from app.${table} limit 1 for update`);
            }),
          ),
        ).toBe("42501");
  });
  test("an ended agreement lets open trades run on and refuses new ones", async () => {
    const a = await world.company("売る会社");
    const b = await world.company("買う会社");
    const [x] = Object.values(await world.as(a, (tx) => plantItems(tx, [{ code: "A" }])));
    const [y] = Object.values(await world.as(b, (tx) => plantItems(tx, [{ code: "A" }])));
    const { agreementId: ended } = await plantAgreement(world, a, b, [
      { code: "A", sellerItemId: x!, buyerItemId: y!, unitPrice: "10" },
    ]);
    const id = await world.as(b, (tx) =>
      placeTrade(tx, { pair: { seller_id: a.id, buyer_id: b.id }, agreement: ended }),
    );
    await world.as(a, (tx) => query(tx, "select guard.end_agreement($1, current_date)", [ended]));
    await world.as(b, async (tx) => expect(await enterCounterparties(tx, [id], "accept")).toEqual([a.id]));
    expect(await refusalOf(() => world.as(b, (tx) => enterCounterparties(tx, [id], "place")))).toBe("42501");
  });
});

describe("books", () => {
  const book = async (tx: Tx, amounts: (number | string)[], postedOn = "2026-11-24") => {
    const account = newId();
    const entry = newId();
    await insertAll(tx, "account", [
      { company_id: tx.companyId, id: account, code: newId(), name: "現金", type: "asset", section: "current" },
    ]);
    await insertAll(tx, "period", [{ company_id: tx.companyId, month: "2026-11" }], "on conflict do nothing");
    await insertAll(tx, "journal_entry", [
      {
        company_id: tx.companyId,
        id: entry,
        number: "JE-1",
        posted_on: postedOn,
        event_on: postedOn,
        kind: "manual",
        source_kind: "manual",
      },
    ]);
    await insertAll(
      tx,
      "journal_line",
      amounts.map((amount, i) => ({
        company_id: tx.companyId,
        entry_id: entry,
        line_number: i + 1,
        account_id: account,
        amount_yen: amount,
        posted_on: postedOn,
      })),
    );
    return { entry, account };
  };
  test("an entry that does not balance is refused at once", async () =>
    expect(await refusalOf(() => world.as(maruyama, (tx) => book(tx, [100, -99])))).toBe("23514"));
  test("a finished entry takes no more lines, not even a balanced pair", async () => {
    const { entry, account } = await world.as(maruyama, (tx) => book(tx, [100, -100]));
    const more = (tx: Tx) =>
      insertAll(
        tx,
        "journal_line",
        [7, -7].map((amount, i) => ({
          company_id: maruyama.id,
          entry_id: entry,
          line_number: i + 3,
          account_id: account,
          amount_yen: amount,
          posted_on: "2026-11-24",
        })),
      );
    expect(await refusalOf(() => world.as(maruyama, more))).toBe("23514");
  });
  test("nothing is changed or deleted", async () => {
    for (const sql of [
      "update app.journal_line set amount_yen = 1",
      "delete from app.journal_entry",
      "update app.audit set command = ''",
      "delete from app.stock_move",
      "update app.stock_value set value_yen = 0",
      "delete from app.seal",
    ])
      expect(await refusalOf(() => world.as(maruyama, (tx) => query(tx, sql)))).toBe("42501");
  });
  test("a closed or never opened month refuses; closing waits for nothing once done", async () => {
    expect(await refusalOf(() => world.as(maruyama, (tx) => book(tx, [1, -1], "2031-01-05")))).toBe("23514");
    await world.as(sakai, (tx) => book(tx, [5, -5]));
    await world.as(sakai, (tx) =>
      query(tx, "update app.period set closed_at = now() where company_id = $1 and month = '2026-11'", [sakai.id]),
    );
    expect(await refusalOf(() => world.as(sakai, (tx) => book(tx, [5, -5])))).toBe("23514");
  });
});

describe("the sealer", () => {
  test("chains what was committed, in an order that never changes behind the mark", async () => {
    await sealAndFold(world.databases.job);
    const { rows } = await world.admin.query(
      "select (select count(*) from app.audit) audit, (select count(*) from app.seal) sealed",
    );
    expect(rows[0].audit).toEqual(rows[0].sealed);
  });
});

describe("the catalog", () => {
  const ask = async (sql: string) => (await world.admin.query(sql)).rows;
  test("every definer function belongs to the guard and pins its path; nobody else may call it by default", async () => {
    expect(
      await ask(
        "select p.proname from pg_proc p where p.prosecdef and p.pronamespace::regnamespace::text in ('app', 'guard', 'numbers', 'auth') and (p.proowner::regrole::text <> 'musubi_guard' or not 'search_path=pg_catalog, pg_temp' = any (p.proconfig))",
      ),
    ).toEqual([]);
    expect(
      await ask(
        "select p.proname from pg_proc p where p.pronamespace::regnamespace::text in ('app', 'guard') and has_function_privilege('public', p.oid, 'execute')",
      ),
    ).toEqual([]);
  });
  test("the login roles own nothing, bypass nothing and are members of nothing", async () => {
    expect(
      await ask(
        "select rolname from pg_roles where rolname in ('musubi_app', 'musubi_auth', 'musubi_job') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)",
      ),
    ).toEqual([]);
    expect(
      await ask(
        "select * from pg_auth_members m where m.member::regrole::text in ('musubi_app', 'musubi_auth', 'musubi_job')",
      ),
    ).toEqual([]);
    expect(
      await ask(
        "select relname from pg_class where relowner::regrole::text in ('musubi_app', 'musubi_auth', 'musubi_job')",
      ),
    ).toEqual([]);
  });
  test("no grant of truncate, references or trigger", async () => {
    expect(
      await ask(
        "select * from information_schema.role_table_grants where grantee like 'musubi_%' and grantee not in ('musubi_owner', 'musubi_guard') and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')",
      ),
    ).toEqual([]);
  });
});
