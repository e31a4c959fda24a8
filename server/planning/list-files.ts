import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/planned-orders": {
    title: "planning.orders.title",
    columns: [
      { field: "itemCode", label: "planning.item.code" },
      { field: "itemName", label: "planning.item.name" },
      { field: "supply", label: "planning.supply", words: "planning.supply." },
      { field: "quantity", label: "planning.quantity" },
      { field: "expectedQuantity", label: "planning.expectedQuantity" },
      { field: "unit", label: "platform.unit" },
      { field: "startOn", label: "planning.startOn" },
      { field: "dueOn", label: "planning.dueOn" },
      { field: "state", label: "planning.state", words: "planning.order.state." },
      { field: "isPastDue", label: "planning.view.pastDue" },
      { field: "partnerName", label: "planning.supplier" },
    ],
  },
  "/forecasts": {
    title: "planning.forecasts.title",
    columns: [
      { field: "itemCode", label: "planning.item.code" },
      { field: "itemName", label: "planning.item.name" },
      { field: "partnerCode", label: "platform.code" },
      { field: "partnerName", label: "planning.forecast.customer" },
      { field: "periodFrom", label: "planning.forecast.from" },
      { field: "periodTo", label: "planning.forecast.to" },
      { field: "quantity", label: "planning.quantity" },
      { field: "unit", label: "platform.unit" },
      { field: "isFirm", label: "planning.forecast.firm" },
    ],
  },
  "/promises": {
    title: "planning.promises.title",
    columns: [
      { field: "number", label: "planning.promise.number" },
      { field: "itemCode", label: "planning.item.code" },
      { field: "itemName", label: "planning.item.name" },
      { field: "quantity", label: "planning.quantity" },
      { field: "unit", label: "platform.unit" },
      { field: "wantedOn", label: "planning.promise.wantedOn" },
      { field: "promisedOn", label: "planning.promise.promisedOn" },
      { field: "partnerName", label: "planning.promise.partner" },
      { field: "state", label: "planning.state", words: "planning.promise.state." },
      { field: "expiresAt", label: "planning.promise.expiresAt" },
      { field: "tradeNumber", label: "planning.promise.order" },
      { field: "createdAt", label: "planning.promise.createdAt" },
    ],
  },
  "/plan-exceptions": {
    title: "planning.exceptions.title",
    columns: [
      {
        field: "kind",
        label: "planning.exception.kind",
        words: (row: { kind: string }) => `planning.exception.${row.kind}.name`,
      },
      { field: "itemCode", label: "planning.item.code" },
      { field: "itemName", label: "planning.item.name" },
      { field: "subject.number", label: "planning.exception.subject" },
      { field: "quantity", label: "planning.quantity" },
      { field: "unit", label: "platform.unit" },
      { field: "onDate", label: "planning.exception.onDate" },
      { field: "wantedDate", label: "planning.exception.wantedDate" },
    ],
  },
};
