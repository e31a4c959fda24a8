import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  coverOpeningItem,
  freeOf,
  moveOpeningItem,
  OPENING_ITEM_MOVES,
  OPENING_ITEM_STATES,
  type OpeningItemMove,
  type OpeningItemState,
  type OpeningSource,
  openingItemMoves,
  suggestCover,
} from "./opening-item.ts";

/** An item as it stands, under some name. */
const standing = (state: OpeningItemState, round: number, isMine: boolean) => ({
  state,
  round,
  isMine,
  number: "IV-1",
  partnerName: "堺組立",
});

const codeOf = (outcome: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  outcome.ok ? "" : outcome.refusals![0]!.code;

describe("who may do what with a proposed opening item", () => {
  const cases: [OpeningItemState, boolean, OpeningItemMove, string][] = [
    ["proposed", false, "agree", "agreed"],
    ["proposed", false, "dispute", "differs"],
    ["differs", true, "repropose", "proposed"],
    ["proposed", true, "withdraw", "withdrawn"],
    ["differs", true, "withdraw", "withdrawn"],
    ["proposed", true, "agree", "OPENING_ITEM_NOT_YOURS"],
    ["proposed", true, "dispute", "OPENING_ITEM_NOT_YOURS"],
    ["differs", false, "repropose", "OPENING_ITEM_NOT_YOURS"],
    ["proposed", false, "withdraw", "OPENING_ITEM_NOT_YOURS"],
    ["differs", false, "agree", "OPENING_ITEM_CHANGED"],
    ["proposed", true, "repropose", "OPENING_ITEM_CHANGED"],
    ["agreed", false, "agree", "OPENING_ITEM_AGREED"],
    ["agreed", true, "repropose", "OPENING_ITEM_AGREED"],
    ["agreed", true, "withdraw", "OPENING_ITEM_AGREED"],
    ["withdrawn", false, "agree", "OPENING_ITEM_WITHDRAWN"],
  ];
  test.each(cases)("%s, mine %s: %s → %s", (state, isMine, move, expected) => {
    const moved = moveOpeningItem(standing(state, 2, isMine), move, 2);
    expect(moved.ok ? moved.value : codeOf(moved)).toBe(expected);
  });
  test("nobody answers a proposal that has changed since it was looked at", () => {
    expect(codeOf(moveOpeningItem(standing("proposed", 2, false), "agree", 1))).toBe("OPENING_ITEM_CHANGED");
  });
  test("whatever is tried in whatever order: only the other side makes it agreed, and nothing follows it", () => {
    const tried = fc.array(fc.record({ move: fc.constantFrom(...OPENING_ITEM_MOVES), byProposer: fc.boolean() }));
    fc.assert(
      fc.property(tried, (attempts) => {
        let state: OpeningItemState = "proposed";
        for (const { move, byProposer } of attempts) {
          const moved = moveOpeningItem(standing(state, 1, byProposer), move, null);
          if (!moved.ok) continue;
          expect(state === "agreed" || state === "withdrawn").toBe(false);
          if (moved.value === "agreed") expect([byProposer, state]).toEqual([false, "proposed"]);
          state = moved.value;
        }
      }),
    );
  });
  test("every state is reached, and what is offered is what is allowed", () => {
    expect([...OPENING_ITEM_STATES].sort()).toEqual(["agreed", "differs", "proposed", "withdrawn"]);
    expect(openingItemMoves(standing("proposed", 1, false))).toEqual(["agree", "dispute"]);
    expect(openingItemMoves(standing("differs", 1, true))).toEqual(["repropose", "withdraw"]);
    expect(openingItemMoves(standing("agreed", 1, true))).toEqual([]);
  });
});

const source = (more: Partial<OpeningSource>): OpeningSource => ({
  kind: "invoice",
  sourceId: "i1",
  number: "IV-1",
  openYen: 108_000n,
  heldYen: 0n,
  ...more,
});

describe("own papers that cover an opening item", () => {
  const delivery = source({ kind: "delivery", sourceId: "d1", number: "DN-1", openYen: 54_000n });
  const rest = source({ kind: "ledger", sourceId: null, number: "", openYen: 1n });
  const credit = source({ sourceId: "c1", number: "IV-2", openYen: -8_000n });
  const sources = [source({}), delivery, rest, credit];
  const part = (one: OpeningSource, amountYen = one.openYen) => ({
    kind: one.kind,
    sourceId: one.sourceId,
    amountYen,
  });
  const cases: [string, bigint, ReturnType<typeof part>[], string][] = [
    ["an invoice, whole", 108_000n, [part(source({}))], ""],
    ["a part of an invoice", 100_000n, [part(source({}), 100_000n)], ""],
    ["an invoice less a credit note", 100_000n, [part(source({})), part(credit)], ""],
    ["accepted goods and the yen that rounding left in the ledger", 54_001n, [part(delivery), part(rest)], ""],
    ["more than is open", 108_001n, [part(source({}), 108_001n)], "OPENING_PART_ABOVE_OPEN"],
    ["a part with the other sign", -1n, [part(source({}), -1n)], "OPENING_PART_ABOVE_OPEN"],
    ["half of accepted goods", 27_000n, [part(delivery, 27_000n)], "OPENING_PART_WHOLE"],
    ["the same paper twice", 2n, [part(source({}), 1n), part(source({}), 1n)], "OPENING_PART_TWICE"],
    ["a paper that is not there", 1n, [part(source({ sourceId: "x" }), 1n)], "OPENING_PART_UNKNOWN"],
    ["parts that are a yen short", 108_001n, [part(source({}))], "OPENING_PARTS_DIFFER"],
    ["nothing at all", 0n, [], "AMOUNT_ZERO"],
  ];
  test.each(cases)("%s", (_name, amountYen, parts, code) => {
    expect(codeOf(coverOpeningItem(amountYen, sources, parts))).toBe(code);
  });
  test("what waits in another proposal cannot be used again", () => {
    expect(codeOf(coverOpeningItem(8_001n, [source({ heldYen: 100_000n })], [part(source({}), 8_001n)]))).toBe(
      "OPENING_PART_ABOVE_OPEN",
    );
  });

  const anySource = fc.record({
    kind: fc.constantFrom("invoice" as const, "delivery" as const, "ledger" as const),
    openYen: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
    share: fc.bigInt({ min: 0n, max: 100n }),
  });
  const anySources = fc.array(anySource, { maxLength: 6 }).map((list) =>
    list.map(
      ({ kind, openYen, share }, at): OpeningSource => ({
        kind,
        sourceId: kind === "ledger" ? null : `s${at}`,
        number: `N${at % 3}`,
        openYen,
        heldYen: kind === "delivery" ? 0n : (openYen * share) / 100n,
      }),
    ),
  );
  test("what is suggested always covers the amount exactly, from what is free", () => {
    fc.assert(
      fc.property(anySources, fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.boolean(), (list, any, one) => {
        const sources = list.filter(
          (s, at) => s.kind !== "ledger" || list.findIndex((o) => o.kind === "ledger") === at,
        );
        const amountYen = one && sources[0] ? freeOf(sources[0]) : any;
        const suggested = suggestCover({ number: "N1", amountYen }, sources);
        if (suggested.length > 0 && amountYen !== 0n)
          expect(codeOf(coverOpeningItem(amountYen, sources, suggested))).toBe("");
      }),
    );
  });
  test("two sides that each cover an amount carry the same, and leave of each paper what was open less what was carried", () => {
    fc.assert(
      fc.property(
        anySources,
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 }),
        (list, shares) => {
          const sources = list.filter(
            (s, at) => s.kind !== "ledger" || list.findIndex((o) => o.kind === "ledger") === at,
          );
          const parts = sources
            .map((s, at) => ({
              kind: s.kind,
              sourceId: s.sourceId,
              amountYen: s.kind === "delivery" ? s.openYen : (freeOf(s) * BigInt(shares[at]!)) / 100n,
            }))
            .filter((p) => p.amountYen !== 0n);
          const amountYen = parts.reduce((sum, p) => sum + p.amountYen, 0n);
          const covered = coverOpeningItem(amountYen, sources, parts);
          if (amountYen === 0n) {
            expect(codeOf(covered)).toBe("AMOUNT_ZERO");
            return;
          }
          expect(codeOf(covered)).toBe("");
          const left = sources.map((s) => {
            const taken = parts.find((p) => p.kind === s.kind && p.sourceId === s.sourceId)?.amountYen ?? 0n;
            return s.openYen - taken;
          });
          const open = sources.reduce((sum, s) => sum + s.openYen, 0n);
          expect(left.reduce((sum, yen) => sum + yen, 0n) + amountYen).toBe(open);
        },
      ),
    );
  });
});
