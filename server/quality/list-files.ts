import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/lots": {
    title: "quality.lots.title",
    columns: [
      { field: "code", label: "quality.lot.code" },
      { field: "itemCode", label: "quality.item.code" },
      { field: "itemName", label: "quality.item.name" },
      { field: "onHand", label: "quality.lot.onHand" },
      { field: "unit", label: "platform.unit" },
      { field: "madeOn", label: "quality.lot.madeOn" },
      { field: "expiresOn", label: "quality.lot.expiresOn" },
      { field: "supplierLotCode", label: "quality.lot.supplierCode" },
    ],
  },
  "/inspections/waiting": {
    title: "quality.waiting.title",
    columns: [
      { field: "ownNumber", label: "quality.delivery" },
      { field: "lineNumber", label: "platform.lineNumber" },
      { field: "receivedOn", label: "quality.receivedOn" },
      { field: "partnerName", label: "quality.partner" },
      { field: "code", label: "quality.item.code" },
      { field: "description", label: "quality.item.name" },
      { field: "lotCode", label: "quality.lot" },
      { field: "toJudge", label: "quality.toJudge" },
      { field: "unit", label: "platform.unit" },
      { field: "tradeNumber", label: "quality.order" },
    ],
  },
  "/inspections": {
    title: "quality.inspections.title",
    columns: [
      { field: "number", label: "quality.inspection.number" },
      { field: "state", label: "quality.state.label", words: "quality.state." },
      { field: "kind", label: "quality.kind.label", words: "quality.kind." },
      { field: "code", label: "quality.item.code" },
      { field: "name", label: "quality.item.name" },
      { field: "deliveryNumber", label: "quality.delivery" },
      { field: "workOrderNumber", label: "production.number" },
      { field: "partnerName", label: "quality.partner" },
      { field: "quantity", label: "quality.inspection.quantity" },
      { field: "rejected", label: "quality.rejected" },
      { field: "unit", label: "platform.unit" },
      { field: "inspectedOn", label: "quality.inspectedOn" },
    ],
  },
  "/inspection-plans": {
    title: "quality.plans.title",
    columns: [
      { field: "code", label: "quality.item.code" },
      { field: "name", label: "quality.item.name" },
      { field: "kind", label: "quality.kind.label", words: "quality.kind." },
      { field: "sampling", label: "quality.plan.sampling", words: "quality.sampling." },
      { field: "sampleSize", label: "quality.plan.sampleSize" },
    ],
  },
};
