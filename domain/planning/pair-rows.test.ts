import fc from "fast-check";
import { expect, test } from "vitest";
import { pairRows } from "./pair-rows.ts";

interface Row {
  readonly letter: string;
  readonly digit: number;
}
const byBoth = ({ letter, digit }: Row) => `${letter}${digit}`;
const byLetter = ({ letter }: Row) => letter;
const row = (text: string): Row => ({ letter: text[0]!, digit: Number(text[1]) });

test.each([
  {
    name: "the same goes before the similar",
    before: "a1 a2",
    after: "a2 a3",
    placeOf: [1, 0],
    keyOf: [0, 1],
    gone: [],
  },
  {
    name: "the first goes to the first",
    before: "a1 a1 a2",
    after: "a3 a1",
    placeOf: [1, 0],
    keyOf: [1, 0],
    gone: [2],
  },
  {
    name: "what has nothing in common is new",
    before: "b1",
    after: "a1 a2",
    placeOf: [-1, -1],
    keyOf: [-1, -1],
    gone: [0],
  },
])("$name", ({ before, after, placeOf, keyOf, gone }) => {
  const rows = (text: string) => text.split(" ").map(row);
  const pairs = pairRows(rows(before), rows(after), [byBoth, byLetter]);
  expect([[...pairs.placeOf], [...pairs.keyOf], pairs.gone]).toEqual([placeOf, keyOf, gone]);
});

test("each row is paired once at most, with one of the same key, and as many by each key as can be", () => {
  const rows = fc.array(fc.record({ letter: fc.constantFrom("a", "b", "c"), digit: fc.integer({ min: 1, max: 3 }) }), {
    maxLength: 15,
  });
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const keys = [byBoth, byLetter];
      const { placeOf, keyOf, gone } = pairRows(before, after, keys);
      const taken = [...placeOf].filter((place) => place >= 0);
      expect([...taken, ...gone].sort((a, b) => a - b)).toEqual([...before.keys()]);
      after.forEach((one, at) => {
        const key = keys[keyOf[at]!];
        expect(key?.(before[placeOf[at]!]!)).toBe(key?.(one));
      });
      // Whatever is left of both lists has not even the widest key in common; by the narrow one as many are the same as in both.
      const leftLetters = new Set(gone.map((place) => before[place]!.letter));
      expect(after.some(({ letter }, at) => placeOf[at] === -1 && leftLetters.has(letter))).toBe(false);
      const names = new Set([...before, ...after].map(byBoth));
      const count = (list: readonly Row[], name: string) => list.filter((one) => byBoth(one) === name).length;
      const same = [...names].reduce((sum, name) => sum + Math.min(count(before, name), count(after, name)), 0);
      expect([...keyOf].filter((key) => key === 0).length).toBe(same);
    }),
  );
});
