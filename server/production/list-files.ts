import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/work-orders": {
    title: "production.orders.title",
    columns: [
      { field: "number", label: "production.number" },
      { field: "itemName", label: "production.item" },
      { field: "itemCode", label: "production.itemCode" },
      { field: "quantity", label: "production.quantity" },
      { field: "completed", label: "production.completed" },
      { field: "unit", label: "platform.unit" },
      { field: "state", label: "production.stateLabel", words: "production.state." },
      { field: "isLate", label: "production.late" },
      { field: "dueOn", label: "production.dueOn" },
      { field: "startOn", label: "production.startOn" },
      { field: "tradeNumber", label: "production.madeFor" },
      { field: "partnerName", label: "production.customer" },
    ],
  },
};
