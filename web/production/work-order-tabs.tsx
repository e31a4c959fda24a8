import { Button, Group } from "@mantine/core";
import type { WorkOrderDocument } from "../../domain/production/index.ts";
import {
  DataTable,
  DateText,
  formatDecimal,
  InstantText,
  Money,
  PageLink,
  Quantity,
  sumDecimals,
  useCan,
  useText,
} from "../platform/index.ts";
import { OperationState, OutsideState, ShareBar } from "./words.tsx";
import type { WorkOrderDialog } from "./work-order-dialogs.tsx";

interface TabProps {
  readonly order: WorkOrderDocument;
  readonly open: (dialog: WorkOrderDialog) => void;
}

const isWorkable = (order: WorkOrderDocument) => order.state === "released" || order.state === "started";

/** Operations in order; one at a subcontractor shows its state, promised day and share like an own one. */
export function OperationsTab({ order, open }: TabProps) {
  const t = useText();
  const can = useCan();
  const canAct = can("production.write") && isWorkable(order);
  const mayAssign = can("production.write") && (order.state === "planned" || isWorkable(order));
  return (
    <DataTable
      inline
      label={t("production.operations")}
      rows={order.operations}
      rowId={(row) => String(row.operationNumber)}
      columns={[
        { id: "number", header: t("production.operation.number"), cell: (row) => row.operationNumber, width: 56 },
        { id: "name", header: t("production.operation.name"), cell: (row) => row.name, width: 116 },
        {
          id: "where",
          header: t("production.operation.where"),
          cell: (row) =>
            row.outside ? (
              <div style={{ width: 132, whiteSpace: "normal" }}>
                {row.outside.partnerName}
                {row.outside.tradeId && (
                  <div>
                    <PageLink to={`purchasing/orders/${row.outside.tradeId}`}>{row.outside.tradeNumber}</PageLink>
                  </div>
                )}
              </div>
            ) : (
              <div style={{ width: 132, whiteSpace: "normal" }}>
                {row.workCenterName}
                {row.standsInFor && (
                  <span className="quiet"> {t("production.standsIn", { name: row.standsInFor })}</span>
                )}
                {mayAssign && row.hasChoice && row.state !== "done" && (
                  <div>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={t("production.assign.changeOf", { operation: `${row.operationNumber} ${row.name}` })}
                      onClick={() => open({ kind: "assign", operationNumber: row.operationNumber })}
                    >
                      {t("production.assign.change")}
                    </Button>
                  </div>
                )}
              </div>
            ),
          width: 132,
        },
        {
          id: "state",
          header: t("production.stateLabel"),
          cell: (row) => (
            <Group gap={6}>
              {row.outside && row.state !== "done" ? (
                <OutsideState state={row.outside.state} />
              ) : (
                <OperationState state={row.state} />
              )}
              {row.outside?.share && row.state !== "done" && <ShareBar share={row.outside.share} />}
              {row.people.length > 0 && <span className="quiet">{row.people.join("・")}</span>}
            </Group>
          ),
          width: 116,
        },
        // Only where there is something to press.
        ...(canAct
          ? [
              {
                id: "act",
                header: t("production.act"),
                cell: (row: WorkOrderDocument["operations"][number]) =>
                  row.state === "done" ? null : (
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() =>
                        open(
                          row.outside
                            ? { kind: "send", operationNumber: row.operationNumber }
                            : { kind: "report", operationNumber: row.operationNumber },
                        )
                      }
                    >
                      {t(row.outside ? "production.outside.send" : "production.report")}
                    </Button>
                  ),
                width: 92,
              },
            ]
          : []),
        {
          id: "good",
          header: t("production.operation.goodOfPlanned"),
          cell: (row) => (
            <>
              <Quantity value={row.good} /> / <Quantity value={row.plannedQuantity} />
            </>
          ),
          align: "right",
          width: 84,
        },
        {
          id: "scrap",
          header: t("production.scrap"),
          cell: (row) => <Quantity value={row.scrap} />,
          align: "right",
          width: 54,
        },
        {
          id: "minutes",
          header: t("production.operation.minutes"),
          cell: (row) =>
            row.outside ? "" : t("production.minutes", { minutes: formatDecimal(roundMinutes(row.workedMinutes)) }),
          align: "right",
          width: 72,
        },
        {
          id: "finish",
          header: t("production.operation.finishOn"),
          cell: (row) => <DateText value={row.outside?.promisedOn ?? row.plannedFinishOn} />,
          width: 122,
        },
      ]}
    />
  );
}

/** Minutes to one decimal, for reading. */
function roundMinutes(text: string): string {
  return (Math.round(Number(text) * 10) / 10).toString();
}

/** Materials: what is needed, what went in, what stands at a subcontractor, and what is free. */
export function MaterialsTab({ order, open }: TabProps) {
  const t = useText();
  const can = useCan();
  const mayMove = can("inventory.move");
  const outside = new Set(order.operations.filter((one) => one.outside).map((one) => one.operationNumber));
  return (
    <>
      {mayMove && isWorkable(order) && (
        <Group mb={8} gap={8}>
          <Button variant="default" size="xs" onClick={() => open({ kind: "issue" })}>
            {t("production.material.issue")}
          </Button>
          <Button variant="default" size="xs" onClick={() => open({ kind: "return" })}>
            {t("production.material.return")}
          </Button>
        </Group>
      )}
      <DataTable
        inline
        label={t("production.materials")}
        rows={order.materials}
        rowId={(row) => String(row.lineNumber)}
        empty={t("production.material.none")}
        columns={[
          { id: "code", header: t("production.itemCode"), cell: (row) => row.itemCode, width: 110 },
          { id: "name", header: t("production.material.name"), cell: (row) => row.itemName, width: 160 },
          { id: "operation", header: t("production.operation.number"), cell: (row) => row.operationNumber, width: 60 },
          {
            id: "required",
            header: t("production.material.required"),
            cell: (row) => <Quantity value={row.required} unit={row.unit} />,
            align: "right",
            width: 100,
          },
          {
            id: "issued",
            header: t("production.material.issued"),
            cell: (row) => <Quantity value={row.issued} unit={row.unit} />,
            align: "right",
            width: 100,
          },
          {
            id: "atPartner",
            header: t("production.material.atPartner"),
            cell: (row) =>
              Number(row.freeIssued) > 0 ? (
                <Group gap={6} justify="flex-end" wrap="nowrap">
                  <Quantity value={row.freeIssued} unit={row.unit} />
                  {can("production.write") && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => open({ kind: "partner", lineNumber: row.lineNumber })}
                    >
                      {t("production.material.settle")}
                    </Button>
                  )}
                </Group>
              ) : null,
            align: "right",
            width: 120,
          },
          {
            id: "free",
            header: t("production.material.free"),
            cell: (row) => <Quantity value={row.free} unit={row.unit} />,
            align: "right",
            width: 100,
          },
          {
            id: "how",
            header: t("production.material.how"),
            cell: (row) =>
              t(
                outside.has(row.operationNumber ?? 0)
                  ? "production.material.supplied"
                  : row.isBackflushed
                    ? "production.material.backflush"
                    : "production.material.byHand",
              ),
            width: 120,
          },
        ]}
      />
    </>
  );
}

export function ReportsTab({ order }: { readonly order: WorkOrderDocument }) {
  const t = useText();
  return (
    <DataTable
      inline
      label={t("production.reports")}
      rows={order.reports}
      rowId={(row) => row.id}
      empty={t("production.report.none")}
      columns={[
        {
          id: "at",
          header: t("production.report.at"),
          cell: (row) => <InstantText value={row.reportedAt} />,
          width: 150,
        },
        { id: "operation", header: t("production.operation.number"), cell: (row) => row.operationNumber, width: 60 },
        {
          id: "kind",
          header: t("production.report.kind"),
          cell: (row) => t(`production.reportKind.${row.kind}`),
          width: 90,
        },
        {
          id: "quantity",
          header: t("production.quantity"),
          cell: (row) => <Quantity value={row.quantity} />,
          align: "right",
          width: 80,
        },
        {
          id: "minutes",
          header: t("production.operation.minutes"),
          cell: (row) =>
            row.minutes && Number(row.minutes) > 0
              ? t("production.minutes", { minutes: formatDecimal(roundMinutes(row.minutes)) })
              : null,
          align: "right",
          width: 90,
        },
        { id: "person", header: t("production.report.person"), cell: (row) => row.personName ?? "", width: 130 },
        { id: "reason", header: t("production.report.reason"), cell: (row) => reasonText(t, row.reason) },
      ]}
    />
  );
}

/** A reason chosen by button is stored as its code; one typed in words stands as it is. */
export function reasonText(t: ReturnType<typeof useText>, reason: string): string {
  if (!reason) return "";
  const text = t(`production.reason.${reason}`);
  return text === `production.reason.${reason}` ? reason : text;
}

/** What went into the order and out of it, and what it holds. */
export function CostTab({ order }: { readonly order: WorkOrderDocument }) {
  const t = useText();
  return (
    <DataTable
      inline
      label={t("production.cost")}
      rows={[
        ...order.costs.map((cost, index) => ({ ...cost, id: String(index) })),
        {
          id: "held",
          kind: "held",
          amountYen: sumDecimals(order.costs.map((one) => one.amountYen)),
          happenedOn: "",
          note: "",
        },
      ]}
      rowId={(row) => row.id}
      columns={[
        {
          id: "on",
          header: t("production.cost.on"),
          cell: (row) => row.happenedOn && <DateText value={row.happenedOn} />,
          width: 130,
        },
        {
          id: "kind",
          header: t("production.cost.kind"),
          cell: (row) =>
            row.id === "held" ? <strong>{t("production.held")}</strong> : t(`production.costKind.${row.kind}`),
          width: 180,
        },
        { id: "note", header: t("production.cost.note"), cell: (row) => row.note },
        {
          id: "amount",
          header: t("production.cost.amount"),
          cell: (row) =>
            row.id === "held" ? (
              <strong>
                <Money value={row.amountYen} unit />
              </strong>
            ) : (
              <Money value={row.amountYen} />
            ),
          align: "right",
          width: 150,
        },
      ]}
    />
  );
}
