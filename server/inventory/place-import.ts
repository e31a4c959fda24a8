import { type PlaceTableRow, placeTable } from "../../domain/inventory/index.ts";
import {
  decideRows,
  type ImportTarget,
  importRoutes,
  newId,
  type Route,
  type RowProblem,
  type Tx,
} from "../platform/index.ts";
import { loadPartnerIds, loadPlaceRows, type PlaceWrite, savePlaces } from "./place.store.ts";

/** Places from a file. A place keeps its kind and partner for life; what may change is its name and whether it is used. */
const placeTarget: ImportTarget<PlaceTableRow, Tx, PlaceWrite> = {
  spec: placeTable,
  async resolve(tx, rows, context) {
    const stored = new Map((await loadPlaceRows(tx)).map((place) => [place.row.code, place]));
    const partners = await loadPartnerIds(
      tx,
      rows.flatMap((row) => (row.values.partnerCode ? [row.values.partnerCode] : [])),
    );
    return decideRows(
      {
        spec: placeTable,
        find: (values) => stored.get(values.code),
        defaults: { isActive: true },
        problems: (wanted, found) => problemsOf(wanted, found?.row, partners),
        action: (wanted, found) => ({
          id: found?.id ?? newId(),
          code: wanted.code,
          name: wanted.name,
          nameEn: wanted.nameEn ?? "",
          kind: wanted.kind,
          partnerId: wanted.partnerCode ? partners.get(wanted.partnerCode)! : null,
          isActive: wanted.isActive!,
        }),
      },
      rows,
      context,
    );
  },
  apply: (tx, actions) =>
    savePlaces(
      tx,
      actions.map(({ action }) => action),
    ),
};

function problemsOf(
  wanted: PlaceTableRow,
  stored: PlaceTableRow | undefined,
  partners: ReadonlyMap<string, string>,
): RowProblem<PlaceTableRow>[] {
  const problems: RowProblem<PlaceTableRow>[] = [];
  if (stored && stored.kind !== wanted.kind) problems.push({ field: "kind", code: "PLACE_KIND_FIXED" });
  if (stored && stored.partnerCode !== wanted.partnerCode)
    problems.push({ field: "partnerCode", code: "PLACE_PARTNER_FIXED" });
  if ((wanted.kind === "at_partner") !== (wanted.partnerCode !== null))
    problems.push({ field: "partnerCode", code: "PLACE_PARTNER_MISSING" });
  else if (wanted.partnerCode && !partners.has(wanted.partnerCode))
    problems.push({ field: "partnerCode", code: "PLACE_PARTNER_UNKNOWN", values: { code: wanted.partnerCode } });
  return problems;
}

export const placeImportRoutes: Route[] = importRoutes({
  area: "inventory",
  path: "/places",
  permission: { read: "inventory.read", write: "inventory.adjust" },
  target: placeTarget,
  rows: async (tx) => (await loadPlaceRows(tx)).map(({ row }) => row),
  announces: "inventory.place",
});
