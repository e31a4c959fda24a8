import type { ListFiles } from "../platform/index.ts";

type Asked = { readonly side: "S" | "B" };

/** The columns of orders, lines and deliveries when they leave as files, in the words of the side that asks. */
export const listFiles: ListFiles = {
  "/trades": {
    title: ({ side }: Asked) => `trade.${side}.orders`,
    columns: ({ side }: Asked) => [
      { field: "ownNumber", label: "trade.number" },
      { field: "partnerName", label: `trade.${side}.partner` },
      { field: "state", label: "trade.state", words: `trade.state.${side}.` },
      { field: "isLate", label: "trade.late" },
      { field: "outsideNumber", label: `trade.${side}.outsideNumber` },
      { field: "orderedOn", label: "trade.orderedOn" },
      { field: "wantedOn", label: "trade.wantedOn" },
      { field: "promisedOn", label: "trade.promisedOn" },
      { field: "totalYen", label: "trade.net" },
    ],
  },
  "/trade-lines": {
    title: ({ side }: Asked) => `trade.${side}.lines`,
    columns: ({ side }: Asked) => [
      { field: "ownNumber", label: "trade.number" },
      { field: "lineNumber", label: "platform.lineNumber" },
      { field: "partnerName", label: `trade.${side}.partner` },
      { field: "code", label: "trade.item" },
      { field: "description", label: "trade.description" },
      { field: "quantity", label: "trade.quantity" },
      { field: "unit", label: "platform.unit" },
      { field: side === "S" ? "shipped" : "received", label: `trade.${side}.shipped` },
      { field: "accepted", label: "trade.accepted" },
      { field: "unitPrice", label: "trade.unitPrice" },
      { field: "amountYen", label: "trade.amount" },
      { field: "wantedOn", label: "trade.wantedOn" },
      { field: "promisedOn", label: "trade.promisedOn" },
      { field: "state", label: "trade.state", words: `trade.state.${side}.` },
      { field: "isLate", label: "trade.late" },
    ],
  },
  "/deliveries": {
    title: ({ side }: Asked) => `trade.${side}.deliveries`,
    columns: ({ side }: Asked) => [
      { field: "ownNumber", label: "trade.number" },
      { field: "number", label: "trade.delivery.note" },
      { field: "partnerName", label: `trade.${side}.partner` },
      { field: "state", label: "trade.state", words: `trade.delivery.state.${side}.` },
      { field: "shippedOn", label: "trade.shippedOn" },
      { field: "expectedOn", label: "trade.expectedOn" },
      { field: "receivedOn", label: "trade.receivedOn" },
      { field: "judgedOn", label: "trade.judgedOn" },
    ],
  },
};
