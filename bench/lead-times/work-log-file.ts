import type { WorkLogRow } from "../../domain/planning/index.ts";

/** The columns of the published log (process mining: case, activity, resource) that the import knows under other names. */
const COLUMNS = {
  order: "Case ID",
  part: "Part_Desc_",
  orderQuantity: "Work_Order_Qty",
  operation: "Activity",
  machine: "Resource.1",
  person: "Resource",
  completedAt: "Complete Timestamp",
  minutes: "activity_duration",
  good: "Qty_Completed",
  rejected: "Qty_for_MRB",
} as const;

/** Reads a published production log; its cells hold neither quotes nor commas. @throws when a column is missing */
export function readWorkLog(text: string): WorkLogRow[] {
  const [head, ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const names = head!.split(",");
  const place = (name: string) => {
    const at = names.indexOf(name);
    if (at < 0) throw new Error(`the log has no column ${name}`);
    return at;
  };
  const places = Object.entries(COLUMNS).map(([column, name]) => [column, place(name)] as const);
  return lines.map((line) => {
    const cells = line.split(",");
    const row = Object.fromEntries(places.map(([column, at]) => [column, cells[at]!]));
    return { ...row, startedAt: "" } as unknown as WorkLogRow;
  });
}
