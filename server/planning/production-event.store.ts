import { momentOfMinutes, type ProductionEventChoices, type ProductionEventRow } from "../../domain/planning/index.ts";
import type { Outcome, PlainDate } from "../../domain/shared/index.ts";
import {
  execute,
  type Filter,
  insertAll,
  listPage,
  type Page,
  query,
  searchFilter,
  when,
} from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { minutes } from "./work-event.store.ts";

interface StoredEvent {
  readonly id: string;
  readonly row: ProductionEventRow;
}

/** Imported events in the form of the file. */
export async function loadProductionEvents(tx: Tx): Promise<StoredEvent[]> {
  const rows = await query<
    Omit<ProductionEventRow, "startedAt" | "finishedAt"> & { id: string; startAt: number; endAt: number }
  >(
    tx,
    `select e.id, e.order_number "orderNumber", i.code "itemCode", e.operation_number "operationNumber", w.code "workCenterCode", ${minutes("e.started_at")} "startAt", ${minutes("e.finished_at")} "endAt",
        trim_scale(e.good)::text good, trim_scale(e.rejected)::text rejected
      from app.production_event e join app.item i on i.company_id = $1 and i.id = e.item_id join app.work_center w on w.company_id = $1 and w.id = e.work_center_id
      where e.company_id = $1 order by e.started_at, e.order_number, e.operation_number, e.id`,
    [tx.companyId],
  );
  return rows.map(({ id, startAt, endAt, ...row }) => ({
    id,
    row: { ...row, startedAt: momentOfMinutes(startAt), finishedAt: momentOfMinutes(endAt) },
  }));
}

export interface SavedEvent {
  readonly id: string;
  readonly orderNumber: string;
  readonly itemId: string;
  readonly operationNumber: number;
  readonly workCenterId: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly good: string;
  readonly rejected: string;
}

/** What all events of one import have in common. */
export interface NewImport {
  readonly id: string;
  readonly fileName: string;
  readonly replacedCount: number;
}

/** Writes an import with its events; the same event again takes the place of the one stored, and is of this import from now on. */
export async function saveProductionEvents(tx: Tx, from: NewImport, events: readonly SavedEvent[]): Promise<void> {
  await insertAll(tx, "production_event_import", [
    {
      company_id: tx.companyId,
      id: from.id,
      file_name: from.fileName,
      imported_by_name: tx.userName,
      event_count: events.length,
      replaced_count: from.replacedCount,
    },
  ]);
  const column = <K extends keyof SavedEvent>(name: K) => events.map((event) => event[name]);
  await execute(
    tx,
    `insert into app.production_event (company_id, id, order_number, item_id, operation_number, work_center_id, started_at, finished_at, good, rejected, import_id)
       select $1, x.*, $11 from unnest($2::uuid[], $3::text[], $4::uuid[], $5::int[], $6::uuid[], $7::timestamp[], $8::timestamp[], $9::numeric[], $10::numeric[]) x
       on conflict (company_id, order_number, operation_number, work_center_id, started_at) do update set item_id = excluded.item_id, finished_at = excluded.finished_at, good = excluded.good, rejected = excluded.rejected, import_id = excluded.import_id`,
    [
      tx.companyId,
      column("id"),
      column("orderNumber"),
      column("itemId"),
      column("operationNumber"),
      column("workCenterId"),
      column("startedAt"),
      column("finishedAt"),
      column("good"),
      column("rejected"),
      from.id,
    ],
  );
}

/** Items and work centres by the codes of a file. */
export async function codesOfEvents(
  tx: Tx,
  items: readonly string[],
  centers: readonly string[],
): Promise<{ items: ReadonlyMap<string, string>; centers: ReadonlyMap<string, string> }> {
  const find = async (table: "item" | "work_center", codes: readonly string[]) => {
    const rows = await query<{ id: string; code: string }>(
      tx,
      `select id, code from app.${table} where company_id = $1 and code = any ($2::text[])`,
      [tx.companyId, [...new Set(codes)]],
    );
    return new Map(rows.map(({ id, code }) => [code, id]));
  };
  return { items: await find("item", items), centers: await find("work_center", centers) };
}

export interface ProductionEventListRow {
  readonly id: string;
  readonly orderNumber: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly operationNumber: number;
  /** As the routing names it today; null where it has no such operation. */
  readonly operationName: string | null;
  readonly workCenterId: string;
  readonly workCenterCode: string;
  readonly workCenterName: string;
  /** `2026-11-02 08:30`, by the clock of the works. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly minutes: string;
  readonly good: string;
  readonly rejected: string;
  readonly importId: string;
  readonly importedAt: string;
}

export interface ProductionEventQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly sort?: string | undefined;
  readonly search?: string | undefined;
  readonly itemId?: string | undefined;
  readonly operationNumber?: number | undefined;
  readonly workCenterId?: string | undefined;
  readonly startedFrom?: PlainDate | undefined;
  readonly startedTo?: PlainDate | undefined;
  readonly importId?: string | undefined;
}

const TOOK = "round((extract(epoch from e.finished_at - e.started_at) / 60)::numeric, 2)";
// As an instant, so that a page can be read on from its last row; the index holds the same expression.
const STARTED = "(e.started_at at time zone 'Asia/Tokyo')";
const CLOCK = "'YYYY-MM-DD HH24:MI'";

/** Imported events of production logs. */
export function listProductionEvents(
  tx: Tx,
  asked: ProductionEventQuery,
): Promise<Outcome<Page<ProductionEventListRow>, "SORT_UNKNOWN" | "CURSOR_INVALID">> {
  return listPage<ProductionEventListRow>(
    tx,
    {
      select: `e.id, e.order_number, e.item_id, i.code item_code, i.name item_name, e.operation_number, o.name operation_name, e.work_center_id, w.code work_center_code, w.name work_center_name,
        to_char(e.started_at, ${CLOCK}) started_at, to_char(e.finished_at, ${CLOCK}) finished_at, trim_scale(${TOOK})::text minutes, trim_scale(e.good)::text good, trim_scale(e.rejected)::text rejected, e.import_id, p.imported_at`,
      from: `app.production_event e join app.item i on i.company_id = e.company_id and i.id = e.item_id join app.work_center w on w.company_id = e.company_id and w.id = e.work_center_id
        join app.production_event_import p on p.company_id = e.company_id and p.id = e.import_id
        left join lateral (select r.name from app.routing_operation r where r.company_id = e.company_id and r.item_id = e.item_id and r.operation_number = e.operation_number
          order by r.valid_from desc nulls last limit 1) o on true`,
      where: "e.company_id = $1",
      sorts: {
        startedAt: { sql: STARTED, kind: "instant" },
        orderNumber: { sql: 'e.order_number collate "C"', kind: "text" },
        itemCode: { sql: 'i.code collate "C"', kind: "text" },
        workCenterCode: { sql: 'w.code collate "C"', kind: "text" },
        minutes: { sql: TOOK, kind: "decimal" },
      },
      otherwise: "-startedAt",
      tie: [{ sql: "e.id", kind: "uuid" }],
    },
    asked,
    [
      ...when(asked.itemId, "e.item_id = ?"),
      ...when(asked.operationNumber, "e.operation_number = ?"),
      ...when(asked.workCenterId, "e.work_center_id = ?"),
      ...when(asked.startedFrom, `${STARTED} >= (?::date)::timestamp at time zone 'Asia/Tokyo'`),
      ...when(asked.startedTo, `${STARTED} < (?::date + 1)::timestamp at time zone 'Asia/Tokyo'`),
      ...when(asked.importId, "e.import_id = ?"),
      ...orderOrItem(asked.search),
    ],
  );
}

/** What begins with the words as an order's number, or is of an item that holds them. */
function orderOrItem(search: string | undefined): Filter[] {
  const [item] = searchFilter(search, "item", "e.item_id");
  if (!item) return [];
  const text = search!.normalize("NFKC").toLowerCase().trim();
  return [{ sql: `(starts_with(lower(e.order_number), ?) or ${item.sql})`, values: [text, ...item.values] }];
}

/** More than this nobody picks from a list; the search finds the others. */
const MOST_CHOICES = 500;

/** What the list of events can be narrowed to: only what has events. */
export async function loadProductionEventChoices(tx: Tx): Promise<ProductionEventChoices> {
  const values = [tx.companyId, MOST_CHOICES];
  const has = (condition: string) =>
    `exists (select from app.production_event e where e.company_id = $1 and ${condition})`;
  const operations = await query<{ number: number }>(
    tx,
    `select distinct e.operation_number "number" from app.production_event e where e.company_id = $1 order by 1 limit $2`,
    values,
  );
  return {
    items: await query(
      tx,
      `select i.id, i.code, i.name from app.item i where i.company_id = $1 and ${has("e.item_id = i.id")} order by i.code limit $2`,
      values,
    ),
    operationNumbers: operations.map(({ number }) => number),
    workCenters: await query(
      tx,
      `select w.id, w.code, w.name from app.work_center w where w.company_id = $1 and ${has("e.work_center_id = w.id")} order by w.code limit $2`,
      values,
    ),
    imports: await query(
      tx,
      `select p.id, p.file_name "fileName", p.imported_at "importedAt" from app.production_event_import p where p.company_id = $1 and ${has("e.import_id = p.id")} order by p.imported_at desc limit $2`,
      values,
    ),
  };
}

export interface ProductionEventImport {
  readonly id: string;
  /** Empty for events from before imports were kept apart. */
  readonly fileName: string;
  readonly importedAt: string;
  readonly importedBy: string;
  readonly eventCount: number;
  /** Of them, those that took the place of events of an earlier import. */
  readonly replacedCount: number;
  /** Of them, those still there: a later import may have taken their place. */
  readonly presentCount: number;
  readonly takenBackAt: string | null;
  readonly takenBackBy: string;
}

const IMPORTS = `p.id, p.file_name, p.imported_at, p.imported_by_name imported_by, p.event_count, p.replaced_count, p.taken_back_at, p.taken_back_by_name taken_back_by,
  (select count(*)::int from app.production_event e where e.company_id = $1 and e.import_id = p.id) present_count`;

/** Imports of production logs, those taken back among them. */
export function listProductionEventImports(
  tx: Tx,
  asked: Pick<ProductionEventQuery, "cursor" | "limit" | "sort" | "search">,
): Promise<Outcome<Page<ProductionEventImport>, "SORT_UNKNOWN" | "CURSOR_INVALID">> {
  return listPage<ProductionEventImport>(
    tx,
    {
      select: IMPORTS,
      from: "app.production_event_import p",
      where: "p.company_id = $1",
      sorts: {
        importedAt: { sql: "p.imported_at", kind: "instant" },
        fileName: { sql: 'p.file_name collate "C"', kind: "text" },
        eventCount: { sql: "p.event_count", kind: "integer" },
      },
      otherwise: "-importedAt",
      tie: [{ sql: "p.id", kind: "uuid" }],
    },
    asked,
    when(
      asked.search?.normalize("NFKC").toLowerCase().trim(),
      "position(? in lower(normalize(p.file_name, NFKC))) > 0",
    ),
  );
}

export interface ImportToTakeBack {
  readonly id: string;
  readonly fileName: string;
  readonly importedAt: string;
  readonly replacedCount: number;
  readonly takenBackAt: string | null;
  /** What of it is still there. */
  readonly eventCount: number;
  readonly orderCount: number;
  readonly itemCount: number;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** An import with what is still there of it. @param isLocked waits for whoever takes it back at this moment */
export async function findProductionEventImport(
  tx: Tx,
  id: string,
  { isLocked = false } = {},
): Promise<ImportToTakeBack | null> {
  if (isLocked)
    await query(tx, "select 1 from app.production_event_import where company_id = $1 and id = $2 for update", [
      tx.companyId,
      id,
    ]);
  const [found] = await query<ImportToTakeBack>(
    tx,
    `select p.id, p.file_name "fileName", p.imported_at "importedAt", p.replaced_count "replacedCount", p.taken_back_at "takenBackAt",
        x."eventCount", x."orderCount", x."itemCount", x."from", x."to"
      from app.production_event_import p cross join lateral (select count(*)::int "eventCount", count(distinct (e.order_number, e.item_id))::int "orderCount", count(distinct e.item_id)::int "itemCount",
          min(e.started_at)::date "from", max(e.finished_at)::date "to" from app.production_event e where e.company_id = $1 and e.import_id = p.id) x
      where p.company_id = $1 and p.id = $2`,
    [tx.companyId, id],
  );
  return found ?? null;
}

/** Takes an import's events away and notes who did it. */
export async function removeProductionEvents(tx: Tx, importId: string): Promise<void> {
  await execute(tx, "delete from app.production_event where company_id = $1 and import_id = $2", [
    tx.companyId,
    importId,
  ]);
  await execute(
    tx,
    "update app.production_event_import set taken_back_at = clock_timestamp(), taken_back_by = guard.current_user_id(), taken_back_by_name = $3 where company_id = $1 and id = $2",
    [tx.companyId, importId, tx.userName],
  );
}

/** Says another word whenever events of a log came or went. */
export async function versionOfProductionEvents(tx: Tx): Promise<string> {
  const [row] = await query<{ version: string }>(
    tx,
    "select count(*) || ' ' || coalesce(max(greatest(imported_at, taken_back_at))::text, '') version from app.production_event_import where company_id = $1",
    [tx.companyId],
  );
  return row!.version;
}
