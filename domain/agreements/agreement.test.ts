import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  AGREEMENT_MOVES,
  AGREEMENT_STATES,
  type AgreementMove,
  type AgreementVersion,
  advanceVersions,
  type Mover,
  moveAgreement,
  proposeVersion,
  versionInForce,
} from "./agreement.ts";

const proposed = proposeVersion({
  agreementId: "a",
  number: 1,
  proposedBy: "seller",
  validFrom: "2026-12-01",
  validTo: null,
});
const signed: AgreementVersion = { ...proposed, state: "signed", signedBy: ["seller", "buyer"] };
const active: AgreementVersion = { ...signed, state: "active" };

describe("an agreement", () => {
  const cases: {
    name: string;
    version: AgreementVersion;
    move: AgreementMove;
    by: Mover;
    today?: string;
    lastDay?: string;
    expected: string;
  }[] = [
    { name: "the other side signs: signed by both", version: proposed, move: "sign", by: "buyer", expected: "signed" },
    {
      name: "the proposer has signed by proposing",
      version: proposed,
      move: "sign",
      by: "seller",
      expected: "AGREEMENT_ALREADY_SIGNED",
    },
    { name: "the other side may decline", version: proposed, move: "decline", by: "buyer", expected: "declined" },
    {
      name: "the proposer cannot decline, it withdraws",
      version: proposed,
      move: "decline",
      by: "seller",
      expected: "AGREEMENT_NOT_YOURS_TO_MOVE",
    },
    { name: "the proposer may withdraw", version: proposed, move: "withdraw", by: "seller", expected: "withdrawn" },
    {
      name: "what both signed may be withdrawn before it begins",
      version: signed,
      move: "withdraw",
      by: "buyer",
      expected: "withdrawn",
    },
    {
      name: "it does not become active before its day",
      version: signed,
      move: "activate",
      by: "system",
      today: "2026-11-30",
      expected: "AGREEMENT_NOT_BEGUN",
    },
    {
      name: "it becomes active on its day",
      version: signed,
      move: "activate",
      by: "system",
      today: "2026-12-01",
      expected: "active",
    },
    {
      name: "nobody activates by hand",
      version: signed,
      move: "activate",
      by: "buyer",
      today: "2026-12-01",
      expected: "AGREEMENT_NOT_YOURS_TO_MOVE",
    },
    {
      name: "either side can end it today",
      version: active,
      move: "end",
      by: "buyer",
      today: "2026-12-10",
      expected: "ended",
    },
    {
      name: "or on a later day, until when it is in force",
      version: active,
      move: "end",
      by: "seller",
      today: "2026-12-10",
      lastDay: "2026-12-31",
      expected: "active",
    },
    {
      name: "not in the past",
      version: active,
      move: "end",
      by: "seller",
      today: "2026-12-10",
      lastDay: "2026-12-09",
      expected: "AGREEMENT_END_IN_PAST",
    },
    {
      name: "one side cannot prolong it by ending it later",
      version: { ...active, validTo: "2026-12-31" },
      move: "end",
      by: "seller",
      today: "2026-12-10",
      lastDay: "2027-03-31",
      expected: "AGREEMENT_END_TOO_LATE",
    },
    {
      name: "what was declined stays declined",
      version: { ...proposed, state: "declined" },
      move: "sign",
      by: "buyer",
      expected: "AGREEMENT_MOVE_NOT_ALLOWED",
    },
  ];
  test.each(cases)("$name", ({ version, move, by, today = "2026-11-23", lastDay, expected }) => {
    const outcome = moveAgreement(version, move, by, today, lastDay);
    expect(outcome.ok ? outcome.value.state : outcome.refusals[0].code).toBe(expected);
  });

  test("every state can be reached and only named states are", () => {
    const reached = new Set(["proposed", ...AGREEMENT_MOVES.map((row) => row.to)]);
    expect([...reached].sort()).toEqual([...AGREEMENT_STATES].sort());
  });

  test("nothing becomes active that both did not sign, whatever is tried", () => {
    const step = fc.record({
      move: fc.constantFrom<AgreementMove>("sign", "decline", "withdraw", "activate", "supersede", "end"),
      by: fc.constantFrom<Mover>("seller", "buyer", "system"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const last = steps.reduce((version, { move, by }) => {
          const outcome = moveAgreement(version, move, by, "2026-12-01");
          return outcome.ok ? outcome.value : version;
        }, proposed);
        if (["signed", "active", "superseded", "ended"].includes(last.state))
          expect([...last.signedBy].sort()).toEqual(["buyer", "seller"]);
      }),
    );
  });
});

describe("versions by date", () => {
  const first: AgreementVersion = { ...active, number: 1, validFrom: "2026-01-01" };
  const second: AgreementVersion = { ...signed, number: 2, validFrom: "2026-12-01", validTo: "2026-12-31" };
  test.each([
    { date: "2025-12-31", number: undefined },
    { date: "2026-11-30", number: 1 },
    { date: "2026-12-01", number: 2 },
    { date: "2027-01-01", number: undefined },
  ])("on $date version $number is in force", ({ date, number }) =>
    expect(versionInForce([first, second], date)?.number).toBe(number),
  );
  test("a proposal changes nothing until both signed", () =>
    expect(versionInForce([first, { ...proposed, number: 2 }], "2026-12-05")?.number).toBe(1));
  test("the daily run activates, supersedes and ends", () => {
    const states = (today: string, versions = [first, second]) =>
      advanceVersions(versions, today).map((version) => version.state);
    expect(states("2026-11-30")).toEqual(["active", "signed"]);
    expect(states("2026-12-01")).toEqual(["superseded", "active"]);
    expect(states("2027-01-01")).toEqual(["superseded", "ended"]);
    expect(states("2027-01-01", advanceVersions([first, second], "2026-12-01"))).toEqual(["superseded", "ended"]);
  });
});
