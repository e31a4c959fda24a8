import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/agreements": {
    title: "agreements.title",
    columns: [
      { field: "partnerName", label: "agreements.partner" },
      { field: "name", label: "agreements.name" },
      { field: "mySide", label: "agreements.side", words: "agreements.side." },
      { field: "state", label: "agreements.state", words: "agreements.state." },
      { field: "versionNumber", label: "agreements.version" },
      { field: "validFrom", label: "agreements.validFrom" },
      { field: "endedOn", label: "agreements.endedOn" },
      { field: "bookedAt", label: "agreements.bookedAt", words: "agreements.bookedAt." },
      { field: "itemCount", label: "agreements.items" },
      { field: "unmappedCount", label: "agreements.unmapped" },
    ],
  },
  "/agreement-drafts": {
    title: "agreements.drafts.title",
    columns: [
      { field: "number", label: "agreements.number" },
      { field: "partnerName", label: "agreements.partner" },
      { field: "title", label: "agreements.name" },
      { field: "createdBy", label: "agreements.createdBy" },
      { field: "updatedAt", label: "agreements.updatedAt" },
    ],
  },
};
