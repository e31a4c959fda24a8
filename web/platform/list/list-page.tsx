import { Button, Group, Menu, Tabs } from "@mantine/core";
import type { RowSelectionState } from "@tanstack/react-table";
import { type ReactNode, useEffect, useState } from "react";
import { useDownload } from "../api/use-download.tsx";
import { useLive } from "../api/use-live.ts";
import { allAreas } from "../area.ts";
import { type Translate, useText } from "../i18n/use-text.ts";
import { Empty, Failure } from "../parts/answers.tsx";
import { Icon } from "../parts/icons.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { type ListAddress, writeListAddress, writeQuery } from "../route/address-state.ts";
import { PageLink } from "../route/page-link.tsx";
import { useCan } from "../session/session.ts";
import { usePreference } from "../session/stored.ts";
import { type ColumnChoice, NO_CHOICE, visibleColumns } from "./column-layout.ts";
import { ColumnMenu, type RowHeight } from "./column-menu.tsx";
import { DataTable, type DataTableProps } from "./data-table.tsx";
import { FilterBar } from "./filter-bar.tsx";
import classes from "./list-bars.module.css";
import { BulkBar, Pager } from "./list-bars.tsx";
import type { BulkAction, Column, Filter, ListView } from "./list-types.ts";
import { SavedViews } from "./saved-views.tsx";
import { type ListOptions, type ListPath, type RowOf, useList } from "./use-list.ts";

export interface ListPageProps<P extends ListPath> {
  /** Names the list in the person's preferences; unique in the product: `sales.orders`. */
  readonly id: string;
  readonly title: string;
  readonly path: P;
  readonly options?: ListOptions;
  readonly columns: readonly Column<RowOf<P>>[];
  readonly rowId: (row: RowOf<P>) => string;
  readonly rowName?: (row: RowOf<P>) => string;
  /** Page a row opens, below the company. */
  readonly rowTo?: (row: RowOf<P>) => string | undefined;
  readonly onOpen?: (row: RowOf<P>) => void;
  readonly rowTone?: DataTableProps<RowOf<P>>["rowTone"];
  readonly filters?: readonly Filter[];
  /** null: the list cannot be searched. */
  readonly searchHint?: string | null;
  readonly views?: readonly ListView[];
  readonly bulk?: readonly BulkAction<RowOf<P>>[];
  /** The page's main action: a new document. */
  readonly create?: {
    readonly label: string;
    readonly to?: string;
    readonly onClick?: () => void;
    readonly permission?: string;
  };
  /** More buttons beside it. */
  readonly actions?: ReactNode;
  /** Path of the export in the import's own form (`/api/v1/items/export`); the list's own file needs no telling. */
  readonly formPath?: string;
  /** Page of the import, below the company. */
  readonly importTo?: string;
  readonly importPermission?: string;
  /** What to do first when there is nothing at all; the hint only for who may do it (left out: who may create). */
  readonly empty: { readonly title: string; readonly hint: string; readonly permission?: string };
  /** Kinds of change upon which the list is read anew. */
  readonly live?: string | readonly string[];
  /** Between the filters and the table: figures, a warning. */
  readonly above?: ReactNode;
}

/** The list page: views, filters, table, pages; everything a colleague needs to see the same stands in the address. */
export function ListPage<P extends ListPath>(props: ListPageProps<P>) {
  const t = useText();
  const can = useCan();
  const list = useList(props.path, props.options);
  const [choice, setChoice] = usePreference<ColumnChoice>(`columns.${props.id}`, NO_CHOICE);
  const [height, setHeight] = usePreference<RowHeight>("rowHeight", "normal");
  const [selection, setSelection] = useState<RowSelectionState>({});
  const allColumns = withAdded(props, list.rows, can, t);
  const { columns, pinnedCount } = visibleColumns(allColumns, choice);
  const { address, change } = list;
  const isFiltered = address.search !== "" || Object.keys(address.filters).length > 0;
  useLive(props.live ?? [], list.refetch);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows out of sight are not kept selected
  useEffect(() => setSelection({}), [address]);
  const selected = list.rows.filter((row) => selection[props.rowId(row)]);
  const clearSelection = (rows?: readonly RowOf<P>[]) => {
    const gone = rows && new Set(rows.map(props.rowId));
    setSelection((before) => (gone ? Object.fromEntries(Object.entries(before).filter(([id]) => !gone.has(id))) : {}));
  };

  return (
    <>
      <PageHead title={props.title}>
        {props.actions}
        {props.create && <CreateButton {...props.create} />}
      </PageHead>
      {props.views && <Views views={props.views} address={address} change={change} label={props.title} />}
      <div className={`${classes.tools} no-print`}>
        <FilterBar address={address} change={change} filters={props.filters ?? []} searchHint={props.searchHint} />
        <Group gap={6} ml="auto">
          {props.importTo && <ImportButton to={props.importTo} permission={props.importPermission} />}
          <ExportMenu
            path={`${props.path}/file`}
            query={exportQuery(address, props.options)}
            {...(props.formPath && { formPath: props.formPath })}
          />
          <SavedViews list={props.id} query={savedQuery(address)} />
          <ColumnMenu columns={allColumns} choice={choice} onChoice={setChoice} height={height} onHeight={setHeight} />
        </Group>
      </div>
      {props.above}
      {selected.length > 0 && props.bulk && <BulkBar rows={selected} actions={props.bulk} clear={clearSelection} />}
      {list.error && !list.answer ? (
        <Failure error={list.error} retry={list.refetch} />
      ) : (
        <>
          {list.error && <Failure error={list.error} retry={list.refetch} />}
          <DataTable
            label={props.title}
            columns={columns}
            pinnedCount={pinnedCount}
            rows={list.rows}
            rowId={props.rowId}
            rowName={props.rowName}
            rowTo={props.rowTo}
            onOpen={props.onOpen}
            rowTone={props.rowTone}
            loading={list.loading}
            refreshing={list.refreshing}
            isPart={address.page > 1 || list.answer?.nextCursor !== undefined}
            sort={address.sort}
            onSort={(column) => change({ kind: "sort", column })}
            height={height}
            {...(props.bulk && { selection, onSelection: setSelection })}
            empty={
              isFiltered ? (
                <Empty
                  title={t("platform.list.nothingFound")}
                  hint={t("platform.list.nothingFoundHint")}
                  action={
                    <Button variant="default" onClick={() => change({ kind: "clear" })}>
                      {t("platform.list.clear")}
                    </Button>
                  }
                />
              ) : (
                <Empty
                  title={props.empty.title}
                  {...(can(props.empty.permission ?? props.create?.permission) && { hint: props.empty.hint })}
                  action={props.create && <CreateButton {...props.create} />}
                />
              )
            }
          />
          <Pager list={list} />
        </>
      )}
    </>
  );
}

/** The list's own columns with those that higher areas add to it. */
function withAdded<P extends ListPath>(
  { id, columns, rowId }: ListPageProps<P>,
  rows: readonly RowOf<P>[],
  can: ReturnType<typeof useCan>,
  t: Translate,
): Column<RowOf<P>>[] {
  const ids = rows.map(rowId);
  const added = allAreas()
    .flatMap((area) => area.addedColumns ?? [])
    .filter(({ list, permission }) => list === id && can(permission));
  return columns.flatMap((column) => [
    column,
    ...added
      .filter(({ behind }) => behind === column.id)
      .map(({ id, header, width, hidden = false, Cell }) => ({
        ...{ id, header: t(header), width, hidden },
        cell: (row: RowOf<P>) => <Cell id={rowId(row)} ids={ids} />,
      })),
  ]);
}

function CreateButton({ label, to, onClick, permission }: NonNullable<ListPageProps<ListPath>["create"]>) {
  const can = useCan();
  if (!can(permission)) return null;
  const icon = <Icon name="add" size={14} />;
  return to === undefined ? (
    <Button leftSection={icon} onClick={onClick}>
      {label}
    </Button>
  ) : (
    <Button leftSection={icon} component={PageLink} to={to} className="">
      {label}
    </Button>
  );
}

function ImportButton({ to, permission }: { readonly to: string; readonly permission?: string }) {
  const t = useText();
  const can = useCan();
  if (!can(permission)) return null;
  return (
    <Button variant="default" component={PageLink} to={to} className="" leftSection={<Icon name="upload" size={14} />}>
      {t("platform.list.import")}
    </Button>
  );
}

/** Exactly what the list's filters find; and, where the list can be imported, everything in the import's form. */
function ExportMenu({
  path,
  query,
  formPath,
}: {
  readonly path: string;
  readonly query: Record<string, string>;
  readonly formPath?: string;
}) {
  const t = useText();
  const { busy, download } = useDownload();
  const item = (label: string, from: string, more: Record<string, string>) => (
    <Menu.Item onClick={() => download(from, more)}>{t(label)}</Menu.Item>
  );
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<Icon name="download" size={14} />}>
          {t("platform.list.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("platform.list.exportThese")}</Menu.Label>
        {item("platform.list.exportXlsx", path, { ...query, format: "xlsx" })}
        {item("platform.list.exportCsv", path, { ...query, format: "csv", encoding: "utf8" })}
        {item("platform.list.exportCsvSjis", path, { ...query, format: "csv", encoding: "shift_jis" })}
        {formPath && (
          <>
            <Menu.Divider />
            {item("platform.list.exportForm", formPath, { format: "xlsx" })}
            {item("platform.list.exportFormCsv", formPath, { format: "csv", encoding: "shift_jis" })}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Views({
  views,
  address,
  change,
  label,
}: Pick<ReturnType<typeof useList>, "address" | "change"> & {
  readonly views: readonly ListView[];
  readonly label: string;
}) {
  const same = (view: ListView) => {
    const keys = new Set([...Object.keys(view.filters), ...Object.keys(address.filters)]);
    return [...keys].every((key) => (view.filters[key] ?? "") === (address.filters[key] ?? ""));
  };
  return (
    <Tabs
      value={views.find(same)?.id ?? null}
      onChange={(id) => change({ kind: "filters", filters: views.find((view) => view.id === id)?.filters ?? {} })}
      mb={8}
      className="no-print"
    >
      <Tabs.List aria-label={label}>
        {views.map((view) => (
          <Tabs.Tab key={view.id} value={view.id} px={12} py={6} fz={13}>
            {view.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

/** What a saved view keeps: everything but the place in the list. */
function savedQuery(address: ListAddress): string {
  return writeQuery(writeListAddress({ ...address, cursor: "", page: 1 })).slice(1);
}

function exportQuery(address: ReturnType<typeof useList>["address"], options?: ListOptions): Record<string, string> {
  return {
    ...address.filters,
    ...options?.fixed,
    ...(address.search && { search: address.search }),
    ...(address.sort && { sort: address.sort }),
  };
}
