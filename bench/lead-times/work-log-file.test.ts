import { expect, test } from "vitest";
import { eventsFromLog } from "../../domain/planning/index.ts";
import { readWorkLog } from "./work-log-file.ts";

const HEAD =
  "Part_Desc_,Work_Order_Qty,Case ID,Activity,Resource,Resource.1,Qty_Completed,Qty_for_MRB,activity_duration,Complete Timestamp";

test("a published log is read by the names of its columns", () => {
  const rows = readWorkLog(`${HEAD}\nCable Head,250,Case1,Grinding,ID1,Machine 3,31,1,290.0,2012-01-02 04:50:00\n`);
  const events = eventsFromLog(rows);
  expect(events.ok && events.value[0]).toMatchObject({
    order: "Case1",
    part: "Cable Head",
    orderQuantity: 250,
    machine: "Machine 3",
    person: "ID1",
    good: 31,
    rejected: 1,
  });
  expect(events.ok && events.value[0]!.endAt - events.value[0]!.startAt).toBe(290);
  expect(() => readWorkLog(HEAD.replace("Activity,", ""))).toThrow("Activity");
});
