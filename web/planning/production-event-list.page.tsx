import { useMemo } from "react";
import {
  type AnswerOf,
  formatDecimal,
  formatInstant,
  InstantText,
  ListPage,
  PageLink,
  Quantity,
  useApi,
  useLive,
  useText,
} from "../platform/index.ts";
import { LearnedHead } from "./learned-words.tsx";

type Choices = AnswerOf<"get", "/api/v1/production-events/choices">;
const NO_CHOICES: Choices = { items: [], operationNumbers: [], workCenters: [], imports: [] };

/** What imported production logs hold, event by event. */
export function Page() {
  const t = useText();
  const choices = useApi("/api/v1/production-events/choices");
  useLive("planning.learned", () => void choices.refetch());
  const { items, operationNumbers, workCenters, imports } = choices.data ?? NO_CHOICES;
  const filters = useMemo(() => {
    const choice = (id: string, label: string, options: readonly (readonly [value: string, label: string])[]) =>
      ({ id, label, kind: "choice", options: options.map(([value, label]) => ({ value, label })) }) as const;
    return [
      choice(
        "itemId",
        t("planning.item"),
        items.map(({ id, code, name }) => [id, `${code} ${name}`]),
      ),
      choice(
        "operationNumber",
        t("planning.learned.number"),
        operationNumbers.map((one) => [String(one), String(one)]),
      ),
      choice(
        "workCenterId",
        t("planning.learned.center"),
        workCenters.map(({ id, code, name }) => [id, `${code} ${name}`]),
      ),
      choice(
        "importId",
        t("planning.log.import"),
        imports.map(({ id, fileName, importedAt }) => [
          id,
          `${formatInstant(importedAt)} ${fileName || t("planning.log.before")}`,
        ]),
      ),
      { id: "started", label: t("planning.log.startedAt"), kind: "days" } as const,
    ];
  }, [items, operationNumbers, workCenters, imports, t]);
  return (
    <ListPage
      id="planning.events"
      title={t("planning.log.title")}
      path="/api/v1/production-events"
      live="planning.learned"
      rowId={(row) => row.id}
      rowName={(row) => `${row.orderNumber} ${row.operationNumber}`}
      columns={[
        {
          id: "orderNumber",
          header: t("planning.log.order"),
          cell: (row) => row.orderNumber,
          sort: true,
          pinned: true,
          width: 110,
        },
        {
          id: "itemCode",
          header: t("planning.item.code"),
          cell: (row) => <PageLink to={`items/${row.itemId}`}>{row.itemCode}</PageLink>,
          sort: true,
          width: 120,
        },
        {
          id: "operation",
          header: t("planning.learned.operation"),
          cell: (row) => `${row.operationNumber} ${row.operationName ?? t("planning.learned.notInRouting")}`,
          width: 140,
        },
        {
          id: "workCenterCode",
          header: t("planning.learned.center"),
          cell: (row) => `${row.workCenterCode} ${row.workCenterName}`,
          sort: true,
          width: 150,
        },
        {
          id: "startedAt",
          header: t("planning.log.startedAt"),
          cell: (row) => clock(row.startedAt),
          sort: true,
          width: 134,
        },
        { id: "finishedAt", header: t("planning.log.finishedAt"), cell: (row) => clock(row.finishedAt), width: 134 },
        {
          id: "minutes",
          header: t("planning.learned.minutes"),
          cell: (row) => formatDecimal(row.minutes),
          sort: true,
          align: "right",
          width: 66,
        },
        {
          id: "good",
          header: t("planning.log.good"),
          cell: (row) => <Quantity value={row.good} />,
          align: "right",
          width: 76,
        },
        {
          id: "rejected",
          header: t("planning.log.rejected"),
          cell: (row) => <Quantity value={row.rejected} />,
          align: "right",
          width: 76,
        },
        {
          id: "importedAt",
          header: t("planning.log.importedAt"),
          cell: (row) => <InstantText value={row.importedAt} />,
          width: 140,
        },
        { id: "itemName", header: t("planning.item.name"), cell: (row) => row.itemName, width: 200 },
      ]}
      filters={filters}
      formPath="/api/v1/production-events/export"
      importTo="planning/learned/import"
      importPermission="planning.plan"
      above={<LearnedHead here="events" />}
      empty={{ title: t("planning.log.none"), hint: t("planning.log.noneHint"), permission: "planning.plan" }}
    />
  );
}

/** `2026-11-02 08:30` as the other days of the page are written. */
function clock(moment: string): string {
  return moment.replaceAll("-", "/");
}
