import { Alert } from "@mantine/core";
import { useState } from "react";
import type { WorkOrderDocument } from "../../domain/production/index.ts";
import {
  ChainList,
  DateText,
  type DocumentAction,
  DocumentPage,
  formatYen,
  Money,
  Quantity,
  useApi,
  useCommand,
  useGo,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { shortMaterials } from "./short-materials.ts";
import { OrderState, ShareBar } from "./words.tsx";
import { type WorkOrderDialog, WorkOrderDialogs } from "./work-order-dialogs.tsx";
import { CostTab, MaterialsTab, OperationsTab, ReportsTab } from "./work-order-tabs.tsx";

/** One work order: its operations at home and outside, its materials, what was reported, and what it costs. */
export function Page() {
  const { orderId = "" } = usePathParams();
  const t = useText();
  const order = useApi("/api/v1/work-orders/{id}", { params: { path: { id: orderId } } });
  const [dialog, setDialog] = useState<WorkOrderDialog | null>(null);
  const actions = useOrderActions(orderId, setDialog);
  return (
    <>
      <DocumentPage
        answer={order}
        live={["production.order", "delivery.judged", "delivery.rejected", "delivery.shipped"]}
        view={(data) => ({
          kind: t(data.isRework ? "production.order.rework" : "production.order.title"),
          number: data.number,
          state: <OrderState size="lg" state={data.state} isLate={data.isLate} />,
          partner: data.partnerName ?? undefined,
          facts: [
            {
              label: t("production.item"),
              value: (
                <>
                  {data.itemName} <span className="quiet">{data.itemCode}</span>
                </>
              ),
            },
            {
              label: t("production.completedOf"),
              value: (
                <>
                  <Quantity value={data.completed} /> / <Quantity value={data.quantity} unit={data.unit} />
                </>
              ),
            },
            { label: t("production.share"), value: <ShareBar share={data.share} /> },
            { label: t("production.startOn"), value: <DateText value={data.startOn} /> },
            { label: t("production.dueOn"), value: <DateText value={data.dueOn} relative /> },
            ...(data.lotCode ? [{ label: t("production.lotCode"), value: data.lotCode }] : []),
          ],
          record: { kind: "production.order", id: data.id },
          sum: { label: t("production.held"), value: <Money value={data.heldYen} unit /> },
          notes: <Notes order={data} />,
          ...actions(data),
          tabs: [
            {
              id: "operations",
              label: t("production.operations"),
              body: <OperationsTab order={data} open={setDialog} />,
            },
            { id: "materials", label: t("production.materials"), body: <MaterialsTab order={data} open={setDialog} /> },
            { id: "reports", label: t("production.reports"), body: <ReportsTab order={data} /> },
            { id: "cost", label: t("production.cost"), body: <CostTab order={data} /> },
          ],
          side: [
            {
              id: "chain",
              title: t("production.fromTo"),
              body: <ChainList none={t("production.fromToNone")} steps={chainSteps(data, t)} />,
            },
            ...(data.note ? [{ id: "note", title: t("production.note"), body: data.note }] : []),
          ],
        })}
      />
      {order.data && dialog && <WorkOrderDialogs order={order.data} dialog={dialog} onClose={() => setDialog(null)} />}
    </>
  );
}

function chainSteps(order: WorkOrderDocument, t: ReturnType<typeof useText>) {
  return [
    ...(order.tradeId
      ? [
          {
            id: "sale",
            label: `${t("production.salesOrder")} ${order.tradeNumber ?? ""}`,
            detail: order.partnerName ?? "",
            to: `sales/orders/${order.tradeId}`,
          },
        ]
      : []),
    ...(order.originWorkOrder
      ? [
          {
            id: "origin",
            label: `${t("production.originOrder")} ${order.originWorkOrder.number}`,
            to: `production/orders/${order.originWorkOrder.id}`,
          },
        ]
      : []),
    ...(order.chainId ? [{ id: "chain", label: t("production.chain"), to: `network/chains/${order.chainId}` }] : []),
    { id: "here", label: order.number, here: true, depth: 1 },
    ...order.operations
      .filter((one) => one.outside?.tradeId)
      .map((one) => ({
        id: one.outside!.tradeId!,
        label: `${t("production.purchaseOrder")} ${one.outside!.tradeNumber ?? ""}`,
        detail: `${one.name} · ${one.outside!.partnerName}`,
        to: `purchasing/orders/${one.outside!.tradeId}`,
        depth: 2,
      })),
  ];
}

function Notes({ order }: { readonly order: WorkOrderDocument }) {
  const t = useText();
  const short = shortMaterials(order);
  if (short.length === 0) return null;
  return (
    <Alert color="orange" mb="sm" title={t("production.shortTitle")}>
      {short.map((one) => `${one.itemCode} ${one.itemName}`).join(" / ")}
    </Alert>
  );
}

/** The one next step of each state, and the menu of the others. */
function useOrderActions(orderId: string, open: (dialog: WorkOrderDialog) => void) {
  const t = useText();
  const go = useGo();
  const path = { params: { path: { id: orderId } } } as const;
  const release = useCommand("post", "/api/v1/work-orders/{id}/release", {
    success: (done) =>
      done.shortages.length > 0
        ? t("production.releasedShort", { count: done.shortages.length })
        : t("production.released"),
  });
  const close = useCommand("post", "/api/v1/work-orders/{id}/close", {
    success: (done) =>
      done.lossYen === "0" ? t("production.closed") : t("production.closedLoss", { yen: formatYen(done.lossYen) }),
  });
  const cancel = useCommand("post", "/api/v1/work-orders/{id}/cancel", { success: t("production.cancelled") });
  const end = useCommand("post", "/api/v1/work-orders/{id}/end", { success: t("production.ended") });
  return (order: WorkOrderDocument): { primary?: DocumentAction; actions: DocumentAction[] } => {
    const body = { version: order.version };
    const write = { permission: "production.write" } as const;
    const isOpen = order.state === "released" || order.state === "started";
    const outside = order.operations.filter((one) => one.outside);
    const actions: Record<string, DocumentAction> = {
      release: {
        id: "release",
        label: t("production.release"),
        icon: "play",
        ...write,
        busy: release.busy,
        run: () => release.run({ ...path, body }),
        confirm: {
          title: t("production.releaseTitle", { number: order.number }),
          preview: async () => ({
            consequences: [
              ...(order.operations[0] && !order.operations[0].outside
                ? [t("production.releaseFloor", { operation: order.operations[0].name })]
                : []),
              ...outside.map((one) =>
                t(
                  order.chainId
                    ? "production.releaseInChain"
                    : order.materials.some((material) => material.operationNumber === one.operationNumber)
                      ? "production.releaseSupplied"
                      : "production.releaseOutside",
                  { partner: one.outside!.partnerName, operation: one.name },
                ),
              ),
            ],
            ...(outside.length > 0 && {
              visibleTo: outside.map((one) => ({
                company: one.outside!.partnerName,
                sees: [t("production.sees.item"), t("production.sees.quantity"), t("production.sees.date")],
                hidden: [t("production.hidden.stock"), t("production.hidden.cost"), t("production.hidden.customer")],
              })),
            }),
          }),
        },
      },
      report: {
        id: "report",
        label: t("production.report"),
        icon: "check",
        ...write,
        run: () => open({ kind: "report" }),
      },
      complete: {
        id: "complete",
        label: t("production.complete"),
        icon: "box",
        ...write,
        notNow: Number(order.readyToComplete) > 0 ? null : t("production.nothingReady"),
        run: () => open({ kind: "complete" }),
      },
      through: {
        id: "through",
        label: t("production.reportThrough"),
        ...write,
        notNow: outside.length > 0 ? t("production.throughOutside") : null,
        run: () => open({ kind: "through" }),
      },
      close: {
        id: "close",
        label: t("production.close"),
        icon: "lock",
        ...write,
        busy: close.busy,
        run: () => close.run({ ...path, body }),
        confirm: {
          title: t("production.closeTitle", { number: order.number }),
          preview: async () => ({
            consequences: [
              order.heldYen === "0"
                ? t("production.closeClean")
                : t("production.closeLoss", { yen: formatYen(order.heldYen) }),
            ],
          }),
        },
      },
      edit: { id: "edit", label: t("production.edit"), icon: "edit", ...write, run: () => open({ kind: "edit" }) },
      card: {
        id: "card",
        label: t("production.card.title"),
        icon: "print",
        run: () => go(`production/orders/${order.id}/card`),
      },
      rework: {
        id: "rework",
        label: t("production.rework.make"),
        ...write,
        run: () => open({ kind: "rework" }),
      },
      end: {
        id: "end",
        label: t("production.end"),
        icon: "stop",
        danger: true,
        ...write,
        run: () => end.run({ ...path, body }),
        confirm: { title: t("production.endTitle", { number: order.number }), text: t("production.endText") },
      },
      cancel: {
        id: "cancel",
        label: t("production.cancel"),
        icon: "trash",
        danger: true,
        ...write,
        notNow: Number(order.completed) > 0 ? t("production.cancelNotNow") : null,
        run: () => cancel.run({ ...path, body }),
        confirm: { title: t("production.cancelTitle", { number: order.number }), text: t("production.cancelText") },
      },
    };
    const of = (...names: string[]) => names.map((name) => actions[name]!);
    if (order.state === "planned") return { primary: actions["release"], actions: of("edit", "card", "cancel") };
    if (isOpen && Number(order.readyToComplete) > 0)
      return { primary: actions["complete"], actions: of("report", "through", "edit", "card", "end", "cancel") };
    if (isOpen)
      return { primary: actions["report"], actions: of("through", "complete", "edit", "card", "end", "cancel") };
    if (order.state === "completed")
      return {
        primary: Number(order.readyToComplete) > 0 ? actions["complete"] : actions["close"],
        actions: order.isProcessing ? of("card") : of("rework", "card"),
      };
    return { actions: order.isProcessing || order.state === "cancelled" ? of("card") : of("rework", "card") };
  };
}
