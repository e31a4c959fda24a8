import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/items": {
    title: "items.items.title",
    columns: [
      { field: "code", label: "items.item.code" },
      { field: "name", label: "items.item.name" },
      { field: "kana", label: "items.item.kana" },
      { field: "specification", label: "items.item.specification" },
      { field: "supply", label: "items.item.supply", words: "items.supply." },
      { field: "category", label: "items.item.category", words: "items.category." },
      { field: "groupCode", label: "items.item.groupCode" },
      { field: "unit", label: "platform.unit" },
      { field: "onHand", label: "items.item.onHand" },
      { field: "available", label: "items.item.available" },
      { field: "leadTimeDays", label: "items.item.leadTimeShort" },
      { field: "lotRule", label: "items.item.lotRule", words: "items.lotRule." },
      { field: "isPhantom", label: "items.item.isPhantomShort", words: "items.item.isPhantom." },
      { field: "fenceDays", label: "items.item.fenceDays" },
      { field: "successorCode", label: "items.item.successor" },
      { field: "standardCost", label: "items.item.standardCost" },
      { field: "salesPrice", label: "items.item.salesPrice" },
      { field: "purchasePrice", label: "items.item.purchasePrice" },
      { field: "drawingNumber", label: "items.item.drawingNumber" },
      { field: "isActive", label: "platform.inUse", words: "platform.inUse." },
    ],
  },
  "/units": {
    title: "items.units.title",
    columns: [
      { field: "code", label: "items.unit.code" },
      { field: "nameJa", label: "items.unit.nameJa" },
      { field: "nameEn", label: "items.unit.nameEn" },
      { field: "decimals", label: "items.unit.decimals" },
    ],
  },
};
