import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/accesses": {
    title: "companies.accesses.title",
    columns: [
      { field: "at", label: "companies.accesses.at" },
      { field: "byName", label: "companies.accesses.by" },
      {
        field: "what",
        label: "companies.accesses.what",
        words: (row: { kind: string; what: string }) => `companies.access.${row.kind}.${row.what}`,
      },
      { field: "tradeNumber", label: "companies.accesses.trade" },
      { field: "code", label: "platform.code" },
      { field: "quantity", label: "companies.accesses.quantity" },
    ],
  },
};
