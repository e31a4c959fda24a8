import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/sales-drafts": {
    title: "trade.S.drafts",
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
};
