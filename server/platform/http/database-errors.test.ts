import { expect, test } from "vitest";
import { databaseRefusal } from "./database-errors.ts";
import { PLATFORM_REFUSALS } from "./refusal-status.ts";

const failed = (fields: Record<string, string>) => Object.assign(new Error(fields["message"] ?? "x"), fields);
const cases = [
  {
    name: "a number used twice",
    error: failed({ code: "23505", constraint: "item_code_key" }),
    refusal: { code: "DUPLICATE", field: "code", values: { constraint: "item_code_key" } },
  },
  {
    name: "removing what others use",
    error: failed({ code: "23503", message: 'Key (id)=(1) is still referenced from table "line".' }),
    refusal: { code: "STILL_REFERENCED" },
  },
  {
    name: "naming what is not there",
    error: failed({ code: "23503", message: 'insert or update on table "line" violates' }),
    refusal: { code: "REFERENCE_MISSING" },
  },
  {
    name: "posting into a closed month",
    error: failed({ code: "23514", constraint: "period_open" }),
    refusal: { code: "POSTING_MONTH_CLOSED", values: { constraint: "period_open" } },
  },
  {
    name: "an unbalanced entry",
    error: failed({ code: "23514", message: "unbalanced" }),
    refusal: { code: "RULE_BROKEN" },
  },
  { name: "a number beyond the column", error: failed({ code: "22003" }), refusal: { code: "VALUE_OUT_OF_RANGE" } },
  { name: "a wall", error: failed({ code: "42501" }), refusal: { code: "NOT_ALLOWED" } },
  { name: "a deadlock that stayed", error: failed({ code: "40P01" }), refusal: { code: "BUSY" } },
  { name: "a lock not given in time", error: failed({ code: "55P03" }), refusal: { code: "BUSY" } },
  { name: "a statement stopped", error: failed({ code: "57014" }), refusal: { code: "TOO_SLOW" } },
  { name: "a full disk", error: failed({ code: "53100" }), refusal: { code: "DISK_FULL" } },
  { name: "a database that restarts", error: failed({ code: "57P03" }), refusal: { code: "DATABASE_AWAY" } },
  { name: "no database", error: failed({ code: "ECONNREFUSED" }), refusal: { code: "DATABASE_AWAY" } },
  { name: "no socket", error: failed({ code: "ENOENT", syscall: "connect" }), refusal: { code: "DATABASE_AWAY" } },
  {
    name: "a line that broke",
    error: new Error("Connection terminated unexpectedly"),
    refusal: { code: "DATABASE_AWAY" },
  },
  { name: "a missing file", error: failed({ code: "ENOENT", syscall: "open" }), refusal: null },
  { name: "wrong SQL", error: failed({ code: "42601" }), refusal: null },
  { name: "a broken promise in our code", error: new Error("assertion: weights >= 0"), refusal: null },
];
test.each(cases)("$name", ({ error, refusal }) => {
  expect(databaseRefusal(error)).toEqual(refusal);
  if (refusal) expect(PLATFORM_REFUSALS).toHaveProperty(refusal.code);
});
