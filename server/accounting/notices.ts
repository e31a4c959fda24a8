import { ok } from "../../domain/shared/index.ts";
import { announce, type Deadline } from "../platform/index.ts";
import { findUntoldMonth, findUntoldOverdue } from "./notices.store.ts";

/** What the calendar alone tells the bell: an invoice has passed its day, a month can be closed. Each is told once. */
export const notices: readonly Deadline[] = [
  {
    name: "invoice is overdue",
    find: findUntoldOverdue,
    act: async (tx, _today, subjectId) =>
      ok(await announce(tx, [{ kind: "invoice.overdue", subjectId, isNews: true }])),
  },
  {
    name: "month is to be closed",
    find: findUntoldMonth,
    act: async (tx, _today, subjectId) =>
      ok(await announce(tx, [{ kind: "accounting.monthToClose", subjectId, isNews: true }])),
  },
];
