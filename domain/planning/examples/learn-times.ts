import { eventsFromLog, learnTimes, predictLeadTime } from "../index.ts";

/** Learns from the reports of two finished orders how long a third will take. @returns the median of its predicted days */
export function predictAThirdOrder(): number {
  const row = {
    part: "SHAFT",
    operation: "turn",
    machine: "L-1",
    person: "",
    startedAt: "",
    good: "10",
    rejected: "0",
  };
  const events = eventsFromLog([
    { ...row, order: "W-1", orderQuantity: "10", completedAt: "2026-12-01 10:00", minutes: "60" },
    { ...row, order: "W-1", orderQuantity: "10", operation: "grind", completedAt: "2026-12-02 09:00", minutes: "30" },
    { ...row, order: "W-2", orderQuantity: "10", completedAt: "2026-12-03 10:00", minutes: "60" },
  ]);
  if (!events.ok) throw new Error(JSON.stringify(events.refusals));
  const { orders } = learnTimes(events.value);
  const startAt = orders.at(-1)!.endAt + 1440;
  const predicted = predictLeadTime(orders, { part: "SHAFT", quantity: 10, firstOperation: "turn", startAt });
  return predicted!.days.median;
}
