import { expect, test } from "vitest";
import { parseStat } from "./cpu.ts";

test("a process's time is read behind its name, whatever the name holds", () => {
  const line = "4711 (postgres: (a) b) S 4700 4711 4711 0 -1 4194304 905 0 0 0 120 30 7 5 20 0 1 0 99 1 1";
  expect(parseStat(line)).toEqual({ pid: 4711, parentPid: 4700, ticks: 150, childTicks: 12 });
});
