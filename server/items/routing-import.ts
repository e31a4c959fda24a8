import { isTurnedRound, type RoutingTableRow, routingTable } from "../../domain/items/index.ts";
import { decideRows, type ImportTarget, newId, type RowProblem, settleAll, type Tx } from "../platform/index.ts";
import { raiseItemVersions } from "./item.store.ts";
import { idsByCode } from "./lookup.store.ts";
import { refuseOverlaps } from "./refuse-overlaps.ts";
import { loadRoutingRows, type SavedOperation, saveOperations } from "./routing.store.ts";

type Row = RoutingTableRow;
const keyOf = (row: Row) => JSON.stringify([row.itemCode, row.operationNumber, row.validFrom ?? null]);
const periodOf = (row: Row) => ({
  group: JSON.stringify([row.itemCode, row.operationNumber]),
  validity: validityOf(row),
});
const validityOf = (row: Row) => ({ validFrom: row.validFrom ?? null, validTo: row.validTo ?? null });

/** A file without the column of the last day keeps the one stored. */
function lastKnown(values: Row, stored: Row | undefined): Row {
  return values.validTo === undefined && stored ? { ...values, validTo: stored.validTo } : values;
}

/** Operations from a file. Rows are added and changed; none is removed. */
export const routingTarget: ImportTarget<Row, Tx, SavedOperation> = {
  spec: routingTable,
  async resolve(tx, rows, context) {
    const [operations, items, centers, partners] = await settleAll([
      loadRoutingRows(tx),
      idsByCode(tx, "item"),
      idsByCode(tx, "work_center"),
      idsByCode(tx, "partner"),
    ]);
    const stored = new Map(operations.map((operation) => [keyOf(operation.row), operation]));
    const inFile = new Set(rows.map(({ values }) => keyOf(values)));
    const decisions = decideRows<Row, (typeof operations)[number], SavedOperation>(
      {
        spec: routingTable,
        find: (values) => stored.get(keyOf(values)),
        defaults: {
          setupMinutes: "0",
          runMinutesPerUnit: "0",
          yield: "1",
          subcontractLeadTimeDays: 0,
          needsInspection: false,
        },
        problems: (wanted) => {
          const problems: RowProblem<Row>[] = [];
          const mustExist = (field: keyof Row & string, ids: ReadonlyMap<string, string>, code: string) => {
            const value = wanted[field];
            if (typeof value === "string" && !ids.has(value)) problems.push({ field, code, values: { code: value } });
          };
          mustExist("itemCode", items, "ITEM_UNKNOWN");
          mustExist("workCenterCode", centers, "WORK_CENTER_UNKNOWN");
          mustExist("subcontractPartnerCode", partners, "PARTNER_UNKNOWN");
          mustExist("subcontractItemCode", items, "ITEM_UNKNOWN");
          if (!wanted.workCenterCode === !wanted.subcontractPartnerCode) {
            problems.push({ field: "workCenterCode", code: "OPERATION_NEEDS_ONE_PLACE" });
          } else if (wanted.subcontractItemCode && !wanted.subcontractPartnerCode) {
            problems.push({ field: "subcontractItemCode", code: "OPERATION_ITEM_WITHOUT_PARTNER" });
          }
          if (isTurnedRound(validityOf(wanted))) problems.push({ field: "validTo", code: "VALIDITY_TURNED_ROUND" });
          return problems;
        },
        action: (wanted, found) => ({
          id: found?.id ?? newId(),
          itemId: items.get(wanted.itemCode)!,
          operationNumber: wanted.operationNumber,
          name: wanted.name,
          workCenterId: wanted.workCenterCode ? centers.get(wanted.workCenterCode)! : null,
          setupMinutes: wanted.setupMinutes!,
          runMinutesPerUnit: wanted.runMinutesPerUnit!,
          yield: wanted.yield!,
          subcontractPartnerId: wanted.subcontractPartnerCode ? partners.get(wanted.subcontractPartnerCode)! : null,
          subcontractItemId: wanted.subcontractItemCode ? items.get(wanted.subcontractItemCode)! : null,
          subcontractLeadTimeDays: wanted.subcontractLeadTimeDays!,
          needsInspection: wanted.needsInspection!,
          validFrom: wanted.validFrom ?? null,
          validTo: wanted.validTo ?? null,
        }),
      },
      rows,
      context,
    );
    return refuseOverlaps(
      decisions,
      operations.filter(({ row }) => !inFile.has(keyOf(row))).map(({ row }) => periodOf(row)),
      rows.map(({ values }) => periodOf(lastKnown(values, stored.get(keyOf(values))?.row))),
      (index) => ({
        field: "operationNumber",
        code: "OPERATION_NUMBER_TWICE",
        values: { number: rows[index]!.values.operationNumber },
      }),
    );
  },
  async apply(tx, actions) {
    const operations = actions.map(({ action }) => action);
    await saveOperations(tx, operations);
    await raiseItemVersions(tx, [...new Set(operations.map((operation) => operation.itemId))]);
  },
};
