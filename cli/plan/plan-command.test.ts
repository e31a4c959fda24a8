import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Language, OperatorMessage } from "../../server/platform/embedded/index.ts";
import { planCommand } from "../commands/plan.ts";

let home: string;
let folder: string;
let out: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "musubi-plan-test-"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(home, "in-"));
  out = join(folder, "out");
});

async function musubiPlan(args: string[], language: Language = "en"): Promise<{ code: number; said: string }> {
  let said = "";
  const code = await planCommand.run(args, {
    language,
    env: {},
    say: (texts) => {
      said += texts[language];
    },
    progress: () => {},
  });
  return { code, said };
}
const plan = (language: Language = "en", ...more: string[]) =>
  musubiPlan(["--in", folder, "--out", out, "--today", "2026-12-07", "--moves", "500", ...more], language);
const linesOf = (name: string) =>
  readFileSync(join(out, `${name}.csv`), "utf8")
    .replace("\ufeff", "")
    .trim()
    .split("\r\n");
const change = (name: string, from: string, to: string) => {
  const path = join(folder, `${name}.csv`);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

describe("a factory of files", () => {
  test.each(["ja", "en"] as const)("is planned as its template stands (%s)", async (language) => {
    expect((await musubiPlan(["--template", folder], language)).code).toBe(0);
    const { code, said } = await plan(language);
    expect([code, said]).toEqual([0, expect.stringMatching(/6件|6 planned orders/)]);
    expect(
      linesOf("planned-orders")
        .slice(1)
        .map((line) => line.split(",").slice(0, 2).join(" ")),
    ).toEqual(["P-1 PUMP", "P-2 PUMP", "P-3 COVER", "P-4 COVER", "P-5 SHAFT", "P-6 SHAFT"]);
    expect(linesOf("pegs")).toContain("SHAFT,W-1,P-1,10,2026-12-09");
    expect(linesOf("exceptions")).toHaveLength(5);
    // Ten shafts in two parts; 30 minutes each behind 20 of set-up.
    expect(linesOf("schedule")[1]).toBe("W-1,W-1/10,1/2,L-1,,2026-12-07 08:00,2026-12-07 08:20,2026-12-07 08:50");
    expect(linesOf("late-reasons").slice(1)).toEqual([
      language === "ja"
        ? "P-5,1,P-5/10: 材料 BAR が 2026-12-10 に入ります。"
        : 'P-5,1,"P-5/10 waits for material BAR, which comes on 2026-12-10."',
    ]);
  });

  test("gives the same files again, also from Shift_JIS", async () => {
    await musubiPlan(["--template", folder], "ja");
    await plan("ja");
    const first = readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"));
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".csv"))) {
      const text = readFileSync(join(folder, name), "utf8").replace("\ufeff", "");
      writeFileSync(join(folder, name), iconv.encode(text, "cp932"));
    }
    await plan("ja");
    expect(readdirSync(out).map((name) => readFileSync(join(out, name), "utf8"))).toEqual(first);
  });

  test("just in time ends work on the day it is needed", async () => {
    await musubiPlan(["--template", folder]);
    await plan("en", "--method", "backward");
    const ends = new Map(linesOf("order-ends").map((line) => [line.split(",")[0], line.split(",")[1]]));
    expect(ends.get("P-2")).toBe("2026-12-18 17:00");
  });

  test("a machine without a calendar stands in its own file, and the rest is planned", async () => {
    await musubiPlan(["--template", folder]);
    change("machines", "A-1,ASSEMBLY,DAY", "A-1,ASSEMBLY,");
    expect((await plan()).code).toBe(0);
    expect(linesOf("not-scheduled").slice(1)).toEqual([
      ",A-1,There is no calendar. It is never taken to run round the clock.",
      "P-1,P-1/10,No machine can do it (ASSEMBLY).",
      "P-2,P-2/10,No machine can do it (ASSEMBLY).",
    ]);
    expect(linesOf("order-ends").map((line) => line.split(",")[0])).toContain("P-5");
  });

  test("every mistake is told by file, line and column, and nothing is written", async () => {
    await musubiPlan(["--template", folder]);
    change("items", "COVER,make", "COVER,makes");
    change("demands", "2026/12/18", "soon");
    rmSync(join(folder, "routings.csv"));
    const { code, said } = await plan();
    expect(code).toBe(1);
    expect(said.split("\n")).toEqual([
      'items.csv line 4 column "Supply" "makes": Please use one of: make, buy, subcontract',
      'demands.csv line 3 column "Needed on" "soon": This is not a date (for example 2026-11-23).',
      "routings.csv: The file is missing.",
      "3 problems. Nothing was written.",
    ]);
    expect(readdirSync(folder)).not.toContain("out");
  });

  test("what names nothing, an odd break and an item that contains itself are told", async () => {
    await musubiPlan(["--template", folder]);
    change("bom", "COVER,BAR", "COVER,BARR");
    change("shifts", "12:00-13:00", "noon");
    change("routings", "L-1 L-2", "L-1 L-9");
    expect((await plan("ja")).said.split("\n")).toEqual([
      "shifts.csv 2行 列「休憩」 「noon 15:00-15:10」: 休憩は 12:00-13:00 のように書いてください。",
      "bom.csv 5行 列「子品目」 「BARR」: items.csv にありません。",
      "routings.csv 4行 列「設備（空白区切り）」 「L-1 L-9」: machines.csv にありません。",
      "問題 3件。何も書いていません。",
    ]);
    change("bom", "COVER,BARR", "COVER,PUMP");
    change("shifts", "noon", "12:00-13:00");
    change("routings", "L-9", "L-2");
    const circle = await plan();
    expect(circle.code).toBe(0);
    expect(circle.said).toContain("The bill of material or its successors run in a circle: COVER → PUMP → COVER");
    expect(linesOf("exceptions").join("\n")).toContain("cyclic bill of material");
  });

  test("lots by cost, a phantom and a change-over are planned from their columns, and told where they do not fit", async () => {
    await musubiPlan(["--template", folder]);
    const items = (cover: string) =>
      writeFileSync(
        join(folder, "items.csv"),
        [
          "Item,Supply,Unit,Decimals,Lead time (days),Lot rule,Cost per order (yen),Holding cost (yen a year),Phantom,Successor",
          "PUMP,make,EA,0,2,,,,,",
          "SHAFT,make,EA,0,3,,,,yes,",
          `COVER,make,EA,0,5,${cover}`,
          "LID,buy,EA,0,2,economic lot,8000,120,,",
          "BAR,buy,M,2,4,,,,,",
        ].join("\r\n"),
      );
    items(",,,,LID");
    expect((await plan()).code).toBe(0);
    const orders = linesOf("planned-orders").map((line) => line.split(",")[1]);
    expect([orders.includes("LID"), orders.includes("COVER"), orders.includes("SHAFT")]).toEqual([true, false, false]);
    items("economic lot,0,5,,LIDD");
    expect((await plan()).said.split("\n")).toEqual([
      expect.stringContaining('items.csv line 4 column "Successor" "LIDD"'),
      expect.stringContaining("This lot rule needs a cost per order above 0 yen."),
      "2 problems. Nothing was written.",
    ]);
  });

  /** Every order that is made is in one of the two files, and in one only. */
  const scheduledOrTold = () => {
    const made = linesOf("planned-orders")
      .slice(1)
      .map((line) => line.split(","))
      .filter(([, , supply]) => supply === "make")
      .map(([number]) => number!);
    const column = (name: string) =>
      linesOf(name)
        .slice(1)
        .map((line) => line.split(",")[0]!)
        .filter(Boolean);
    const ended = column("order-ends");
    const out = new Set(column("not-scheduled"));
    expect([...ended, ...out].sort()).toEqual([...new Set([...made, "W-1"])].sort());
    return { ended, out: [...out] };
  };

  test("made items without a routing are told, and their material is scheduled", async () => {
    await musubiPlan(["--template", folder]);
    const routings = readFileSync(join(folder, "routings.csv"), "utf8").split("\r\n");
    writeFileSync(join(folder, "routings.csv"), routings.filter((line) => !line.startsWith("PUMP")).join("\r\n"));
    expect((await plan()).said).toContain("Scheduled 5 orders, 1 of them late; 2 orders could not be scheduled.");
    expect(linesOf("not-scheduled").slice(1)).toEqual([
      "P-1,P-1,There is no routing: routings.csv has no operation of PUMP.",
      "P-2,P-2,There is no routing: routings.csv has no operation of PUMP.",
    ]);
    expect(scheduledOrTold().ended).toHaveLength(5);
    await plan("ja");
    expect(linesOf("not-scheduled")[1]).toBe("P-1,P-1,工順がありません。routings.csv に品目「PUMP」の行がありません。");
  });

  test.each(["10000000", "999999999999"])(
    "%s pumps that no year makes are told, and the others scheduled as without them",
    async (quantity) => {
      await musubiPlan(["--template", folder]);
      await plan();
      const ordinary = linesOf("order-ends").filter((line) => line.startsWith("P-1,"));
      change("demands", "SO-2,PUMP,30,2026/12/18", `SO-2,PUMP,${quantity},2026/12/18`);
      expect((await plan()).code).toBe(0);
      const { ended, out } = scheduledOrTold();
      expect(ended).toContain("P-1");
      expect(linesOf("order-ends").filter((line) => line.startsWith("P-1,"))).toEqual(ordinary);
      expect(out).toContain("P-2");
      for (const line of linesOf("order-ends").slice(1)) expect(line).toMatch(/^[PW]-\d,2026-12-\d\d \d\d:\d\d,/);
    },
  );

  test("work that each fits and together does not is told as not ending within the horizon", async () => {
    await musubiPlan(["--template", folder]);
    change("demands", "SO-1,PUMP,12,2026/12/11", "SO-1,PUMP,4000,2026/12/11");
    change("demands", "SO-2,PUMP,30,2026/12/18", "SO-2,PUMP,4000,2026/12/18");
    await plan();
    const { ended, out } = scheduledOrTold();
    expect([ended.includes("P-1"), out]).toEqual([true, ["P-2"]]);
    expect(linesOf("not-scheduled").slice(1)).toEqual([
      "P-2,P-2,It does not end within the 365 days planned: P-2/10 finds not working time enough on A-1 within the horizon.",
    ]);
    expect(linesOf("late-reasons").some((line) => line.startsWith("P-2,"))).toBe(false);
  });

  test("an order is due on a day", async () => {
    await musubiPlan(["--template", folder]);
    await plan();
    expect(linesOf("order-ends").find((line) => line.startsWith("W-1,"))).toBe("W-1,2026-12-07 09:20,2026-12-09,0");
  });

  test("a template writes over nobody's files", async () => {
    await musubiPlan(["--template", folder]);
    const names = readdirSync(folder);
    for (const name of names) if (name !== "items.csv") rmSync(join(folder, name));
    change("items", "PUMP", "MINE");
    const own = readFileSync(join(folder, "items.csv"), "utf8");
    await expect(musubiPlan(["--template", folder])).rejects.toThrow(/already holds items\.csv\. Nothing was written/);
    expect(readdirSync(folder)).toEqual(["items.csv"]);
    expect(readFileSync(join(folder, "items.csv"), "utf8")).toBe(own);
  });

  test("a file where a folder should be is told, also as a part of the path", async () => {
    await musubiPlan(["--template", folder]);
    const file = join(folder, "items.csv");
    for (const path of [file, join(file, "out")])
      await expect(musubiPlan(["--in", folder, "--out", path, "--today", "2026-12-07"])).rejects.toThrow(
        OperatorMessage,
      );
    await expect(musubiPlan(["--template", file])).rejects.toThrow("is a file, not a folder");
    await expect(musubiPlan(["--in", join(file, "in"), "--out", out])).rejects.toThrow("There is no folder");
  });

  test("one problem is one problem", async () => {
    await musubiPlan(["--template", folder]);
    change("items", "COVER,make", "COVER,makes");
    expect((await plan()).said).toContain("1 problem. Nothing was written.");
  });

  test("a wrong call is refused with a sentence", async () => {
    await expect(plan("en", "--method", "sideways")).rejects.toThrow("--method forward | backward | bottleneck");
    await expect(musubiPlan(["--in", join(home, "nowhere"), "--out", out])).rejects.toThrow("There is no folder");
    await expect(musubiPlan([])).rejects.toThrow("--in, --out");
  });
});
