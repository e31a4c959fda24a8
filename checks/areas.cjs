// Which areas may an area import? What is not listed is forbidden. Lowest first.
const base = ["companies", "parties", "items", "resources"];
const trading = [...base, "agreements", "inventory", "trade", "sales", "purchasing"];
exports.AREAS = {
  shared: [],
  platform: [],
  companies: [],
  parties: ["companies"],
  items: ["companies", "parties"],
  resources: ["companies", "parties"],
  agreements: base,
  inventory: base,
  // a delivery moves stock of both sides, so the shared record stands above the stock ledger (docs/decisions/0005)
  trade: [...base, "agreements", "inventory"],
  sales: [...base, "agreements", "inventory", "trade"],
  purchasing: [...base, "agreements", "inventory", "trade"],
  production: trading,
  quality: [...trading, "production"],
  planning: [...trading, "production", "quality"],
  accounting: [...trading, "production"],
  network: [...trading, "production", "quality", "planning", "accounting"],
};
