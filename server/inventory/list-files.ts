import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/stock": {
    title: "inventory.stock.title",
    columns: [
      { field: "code", label: "inventory.item.code" },
      { field: "name", label: "inventory.item.name" },
      { field: "category", label: "inventory.item.category", words: "inventory.category." },
      { field: "onHand", label: "inventory.onHand" },
      { field: "reserved", label: "inventory.reserved" },
      { field: "free", label: "inventory.free" },
      { field: "keptElsewhere", label: "inventory.keptElsewhere" },
      { field: "safetyStock", label: "inventory.safetyStock" },
      { field: "unit", label: "platform.unit" },
      { field: "valueYen", label: "inventory.value" },
    ],
  },
  "/stock-ledger": {
    title: "inventory.ledger.title",
    columns: [
      { field: "movedOn", label: "inventory.movedOn" },
      { field: "kind", label: "inventory.move.title", words: "inventory.move." },
      { field: "code", label: "inventory.item.code" },
      { field: "name", label: "inventory.item.name" },
      { field: "placeName", label: "inventory.place.title" },
      { field: "lotCode", label: "inventory.lot" },
      { field: "quantity", label: "inventory.quantity" },
      { field: "unit", label: "platform.unit" },
      { field: "number", label: "inventory.paper" },
      { field: "reason", label: "inventory.reason" },
    ],
  },
  "/places": {
    title: "inventory.places.title",
    columns: [
      { field: "code", label: "inventory.place.code" },
      { field: "name", label: "inventory.place.name" },
      { field: "kind", label: "inventory.place.kind", words: "inventory.place." },
      { field: "isActive", label: "platform.inUse", words: "platform.inUse." },
    ],
  },
  "/stocktakes": {
    title: "inventory.stocktakes.title",
    columns: [
      { field: "number", label: "inventory.stocktake.number" },
      { field: "countedOn", label: "inventory.stocktake.countedOn" },
      { field: "placeName", label: "inventory.place.title" },
      { field: "itemCode", label: "inventory.stocktake.item" },
      { field: "state", label: "inventory.stocktake.stateLabel", words: "inventory.stocktake.state." },
      { field: "lineCount", label: "inventory.stocktake.lineCount" },
      { field: "countedCount", label: "inventory.stocktake.progress" },
      { field: "differenceCount", label: "inventory.stocktake.differences" },
      { field: "note", label: "inventory.stocktake.note" },
    ],
  },
};
