import { expect, test } from "vitest";
import { chosenAtFirst, issueInPieces } from "./invoice-run.ts";

const row = (partnerId: string, closesToday = true) => ({ partnerId, closesToday, totalYen: "1" });

test("at first the partners are chosen whose closing day it is", () => {
  expect([...chosenAtFirst([row("a"), row("b", false), row("c")])]).toEqual(["a", "c"]);
});

test("pieces hold every chosen partner once, in the order shown", () => {
  const rows = ["a", "b", "c", "d", "e"].map((id) => row(id));
  expect(issueInPieces(rows, new Set(["a", "c", "d", "e"]), 3)).toEqual([["a", "c", "d"], ["e"]]);
  expect(issueInPieces(rows, new Set(), 3)).toEqual([]);
});

test("a partner billed apart for goods from before a link is asked once", () => {
  expect(issueInPieces([row("a"), row("a"), row("b")], new Set(["a", "b"]), 1)).toEqual([["a"], ["b"]]);
});
