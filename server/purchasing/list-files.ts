import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/purchase-drafts": {
    title: "trade.B.drafts",
    columns: [
      { field: "number", label: "trade.number" },
      { field: "kind", label: "trade.kind", words: "trade.kind." },
      { field: "partnerName", label: "platform.partner" },
      { field: "title", label: "trade.title" },
      { field: "lineCount", label: "trade.lineCount" },
      { field: "createdBy", label: "trade.createdBy" },
      { field: "updatedAt", label: "trade.updatedAt" },
    ],
  },
  "/purchase-requests": {
    title: "purchasing.requests.title",
    columns: [
      { field: "number", label: "trade.number" },
      { field: "title", label: "trade.title" },
      { field: "state", label: "trade.state", words: "purchasing.request.state." },
      { field: "lineCount", label: "trade.lineCount" },
      { field: "createdBy", label: "trade.createdBy" },
      { field: "updatedAt", label: "trade.updatedAt" },
    ],
  },
};
