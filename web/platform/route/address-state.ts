/** What a list shows, as its address says: everything a colleague needs to see the same by the link. */
export interface ListAddress {
  readonly search: string;
  /** `orderedOn`, or `-orderedOn` for downwards; empty: the list's own order. */
  readonly sort: string;
  readonly cursor: string;
  /** Counts pages from 1, for the reader only; the cursor decides. */
  readonly page: number;
  readonly filters: Readonly<Record<string, string>>;
}

const OWN_KEYS = new Set(["q", "sort", "cursor", "page"]);

/** Reads the query of an address. Filters are all keys that are not the list's own. */
export function readListAddress(query: Readonly<Record<string, string>>): ListAddress {
  const page = Number(query["page"] ?? "1");
  return {
    search: query["q"] ?? "",
    sort: query["sort"] ?? "",
    cursor: query["cursor"] ?? "",
    page: Number.isSafeInteger(page) && page > 0 && query["cursor"] ? page : 1,
    filters: Object.fromEntries(Object.entries(query).filter(([key, value]) => !OWN_KEYS.has(key) && value !== "")),
  };
}

/** The query of an address; what is empty or as usual is left out, so that addresses stay short. */
export function writeListAddress(address: ListAddress): Record<string, string> {
  const query: Record<string, string> = {};
  if (address.search) query["q"] = address.search;
  for (const [key, value] of Object.entries(address.filters)) if (value !== "") query[key] = value;
  if (address.sort) query["sort"] = address.sort;
  if (address.cursor) {
    query["cursor"] = address.cursor;
    query["page"] = String(address.page);
  }
  return query;
}

export type ListChange =
  | { readonly kind: "search"; readonly search: string }
  | { readonly kind: "filter"; readonly id: string; readonly value: string }
  | { readonly kind: "filters"; readonly filters: Readonly<Record<string, string>> }
  | { readonly kind: "sort"; readonly column: string }
  | { readonly kind: "page"; readonly cursor: string; readonly page: number }
  | { readonly kind: "clear" };

/** The address after a change. Whatever changes the rows goes back to the first page: a cursor belongs to one order of rows. */
export function changeListAddress(address: ListAddress, change: ListChange): ListAddress {
  const first = { cursor: "", page: 1 };
  switch (change.kind) {
    case "search":
      return { ...address, ...first, search: change.search };
    case "filter":
      return { ...address, ...first, filters: without({ ...address.filters, [change.id]: change.value }) };
    case "filters":
      return { ...address, ...first, filters: without(change.filters) };
    case "sort":
      return { ...address, ...first, sort: nextSort(address.sort, change.column) };
    case "page":
      return { ...address, cursor: change.cursor, page: change.cursor ? change.page : 1 };
    case "clear":
      return { ...address, ...first, search: "", filters: {} };
  }
}

/** Pressing a head again turns it round; a third time gives the list its own order back. */
function nextSort(sort: string, column: string): string {
  if (sort === column) return `-${column}`;
  return sort === `-${column}` ? "" : column;
}

function without(filters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
}

/** Text of a query for the router: plain `a=b`, no JSON, so that people can read and shorten addresses. */
export function readQuery(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeQuery(query: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") params.set(key, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}
