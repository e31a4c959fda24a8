import { describe, expect, test } from "vitest";
import {
  type AgreementMove,
  type AgreementVersion,
  agreementMoves,
  checkAgreementMove,
  isInForce,
} from "./agreement.ts";

const TODAY = "2026-11-24";
const version = (more: Partial<AgreementVersion> = {}): AgreementVersion => ({
  state: "active",
  isMyProposal: false,
  validFrom: "2026-01-01",
  endedOn: null,
  ...more,
});

describe("moves of an agreement", () => {
  const cases: { name: string; version: Partial<AgreementVersion>; moves: AgreementMove[] }[] = [
    { name: "the other side answers a proposal", version: { state: "proposed" }, moves: ["accept", "decline"] },
    { name: "the proposer can only take it back", version: { state: "proposed", isMyProposal: true }, moves: ["end"] },
    { name: "either side ends what is in force", version: { state: "active" }, moves: ["end"] },
    { name: "a declined one stays declined", version: { state: "declined" }, moves: [] },
    { name: "an ended one stays ended", version: { state: "ended" }, moves: [] },
  ];
  test.each(cases)("$name", ({ version: more, moves }) => expect(agreementMoves(version(more))).toEqual(moves));

  const refused: {
    name: string;
    version: Partial<AgreementVersion>;
    move: AgreementMove;
    endsOn?: string;
    code: string;
  }[] = [
    {
      name: "the proposer cannot accept for the other side",
      version: { state: "proposed", isMyProposal: true },
      move: "accept",
      code: "AGREEMENT_NOT_YOURS_TO_MOVE",
    },
    { name: "an active one is not answered again", version: {}, move: "decline", code: "AGREEMENT_MOVE_NOT_ALLOWED" },
    {
      name: "it is not ended in the past",
      version: {},
      move: "end",
      endsOn: "2026-11-23",
      code: "AGREEMENT_END_IN_PAST",
    },
    {
      name: "one side alone does not prolong it",
      version: { endedOn: "2026-12-31" },
      move: "end",
      endsOn: "2027-01-31",
      code: "AGREEMENT_END_TOO_LATE",
    },
  ];
  test.each(refused)("$name", ({ version: more, move, endsOn, code }) => {
    const outcome = checkAgreementMove(version(more), move, TODAY, endsOn);
    expect(outcome.ok ? "" : outcome.refusals[0].code).toBe(code);
  });
  test("it can be shortened, and taken back at any time", () => {
    expect(checkAgreementMove(version({ endedOn: "2026-12-31" }), "end", TODAY, "2026-12-01").ok).toBe(true);
    expect(checkAgreementMove(version({ state: "proposed", isMyProposal: true }), "end", TODAY).ok).toBe(true);
  });
});

describe("which version new trades are made under", () => {
  const cases = [
    { name: "from its first day on", version: {}, date: "2026-01-01", expected: true },
    { name: "not before it", version: {}, date: "2025-12-31", expected: false },
    { name: "until the day before it ends", version: { endedOn: "2026-12-01" }, date: "2026-11-30", expected: true },
    { name: "not on the day it ends", version: { endedOn: "2026-12-01" }, date: "2026-12-01", expected: false },
    { name: "a proposal is not in force", version: { state: "proposed" as const }, date: TODAY, expected: false },
  ];
  test.each(cases)("$name", ({ version: more, date, expected }) =>
    expect(isInForce(version(more), date)).toBe(expected),
  );
});
