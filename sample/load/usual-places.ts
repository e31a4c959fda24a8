import type { NewPlace } from "./masters.store.ts";

const place = (kind: string, code: string, name: string, nameEn: string): NewPlace => ({
  code,
  name,
  nameEn,
  kind,
  partnerCode: null,
});

/** The places every company's ledger needs beside those people put goods on: goods on their way, and the world outside. */
export const USUAL_PLACES: readonly NewPlace[] = [
  place("transit", "TRANSIT", "輸送中", "In transit"),
  place("customer", "CUSTOMER", "得意先", "Customers"),
  place("supplier", "SUPPLIER", "仕入先", "Suppliers"),
  place("scrap", "SCRAP", "仕損", "Scrap"),
  place("adjustment", "ADJUST", "棚卸調整", "Adjustments"),
  place("opening", "OPENING", "期首", "Opening"),
];
