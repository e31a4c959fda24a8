import { Alert } from "@mantine/core";
import { useMemo, useState } from "react";
import { findPartners } from "../parties/index.ts";
import {
  type AnswerOf,
  DateText,
  DocumentPage,
  FormDialog,
  type FormField,
  Icon,
  PageLink,
  Quantity,
  useApi,
  useCan,
  useCommand,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { ConvertDialog } from "./convert-dialog.tsx";
import { PegTree } from "./peg-tree.tsx";
import { whatIfPage } from "./what-if-question.ts";
import { OrderState, type PlannedOrder, RecordLink } from "./words.tsx";

type Explanation = AnswerOf<"get", "/api/v1/planned-orders/{runId}/{seq}/explanation">;

/** One proposal: what it is, what it is for, and what it uses. */
export function Page() {
  const t = useText();
  const { runId, seq } = usePathParams() as { runId: string; seq: string };
  const answer = useApi("/api/v1/planned-orders/{runId}/{seq}/explanation", {
    params: { path: { runId, seq: Number(seq) } },
  });
  const [dialog, setDialog] = useState<"convert" | "edit" | null>(null);
  const discard = useCommand("post", "/api/v1/planned-orders/discard", { success: t("planning.order.discardedOne") });
  const restore = useCommand("post", "/api/v1/planned-orders/restore", { success: t("planning.order.restoredOne") });
  const close = () => setDialog(null);
  return (
    <>
      <DocumentPage
        answer={answer}
        live={["planning.order", "planning.run"]}
        view={({ order, demands }) => {
          const isOpen = order.state === "proposed" || order.state === "edited";
          const notNow = isOpen ? null : t("planning.order.onlyOpen");
          return {
            kind: t("planning.order.title"),
            number: `${order.itemCode} #${order.seq}`,
            state: <OrderState order={order} size="lg" />,
            ...(order.partnerName && { partner: order.partnerName }),
            facts: [
              { label: t("planning.item.name"), value: order.itemName },
              { label: t("planning.supply"), value: t(`planning.supply.${order.supply}`) },
              { label: t("planning.quantity"), value: <Quantity value={order.quantity} unit={order.unit} /> },
              {
                label: t("planning.expectedQuantity"),
                value: <Quantity value={order.expectedQuantity} unit={order.unit} />,
              },
              { label: t("planning.startOn"), value: <DateText value={order.startOn} relative /> },
              { label: t("planning.dueOn"), value: <DateText value={order.dueOn} relative /> },
            ],
            primary: {
              id: "convert",
              label: t("planning.convert.title"),
              permission: "planning.plan",
              notNow,
              run: () => setDialog("convert"),
            },
            actions: [
              {
                id: "edit",
                label: t("planning.order.edit"),
                icon: "edit",
                permission: "planning.plan",
                notNow,
                run: () => setDialog("edit"),
              },
              ...(order.state === "edited" || order.state === "discarded"
                ? [
                    {
                      id: "restore",
                      label: t("planning.order.restore"),
                      icon: "refresh" as const,
                      permission: "planning.plan" as const,
                      run: () => restore.run({ body: { runId: order.runId, seqs: [order.seq] } }),
                      confirm: { title: t("planning.order.restore"), text: t("planning.order.restoreText") },
                    },
                  ]
                : []),
              {
                id: "discard",
                label: t("planning.order.discard"),
                icon: "trash",
                permission: "planning.plan",
                notNow,
                danger: true,
                run: () => discard.run({ body: { runId: order.runId, seqs: [order.seq] } }),
                confirm: { title: t("planning.order.discard"), text: t("planning.order.discardText") },
              },
            ],
            notes: isOpen && (
              <>
                {order.isPastDue && (
                  <Alert color="orange" py={8} icon={<Icon name="alert" />}>
                    {t("planning.order.pastDueText")} <DateText value={order.wantedStartOn} />
                  </Alert>
                )}
                {order.state === "edited" && (
                  <Alert color="indigo" py={8} icon={<Icon name="checkCircle" />}>
                    {t("planning.order.firmText")}
                  </Alert>
                )}
              </>
            ),
            body: order.state === "converted" ? null : <Trees order={order} />,
            side: [
              {
                id: "demands",
                title: t("planning.why.ends"),
                body: <Ends demands={demands} />,
              },
              {
                id: "more",
                title: t("planning.order.more"),
                body: (
                  <ul style={{ margin: 0, paddingLeft: 16 }}>
                    <li>
                      <PageLink to={`planning/items/${order.itemId}`}>{t("planning.timeline.title")}</PageLink>
                    </li>
                    <li>
                      <PageLink to={`items/${order.itemId}`}>{t("planning.action.item")}</PageLink>
                    </li>
                    <WhatIfLinks order={order} />
                    <ConvertedLink order={order} />
                  </ul>
                ),
              },
            ],
          };
        }}
      />
      {dialog === "convert" && answer.data && (
        <ConvertDialog orders={[answer.data.order]} onClose={close} onDone={close} />
      )}
      {answer.data && <EditDialog order={answer.data.order} opened={dialog === "edit"} onClose={close} />}
    </>
  );
}

/** The question begins with this order's item, its quantity and day. */
function WhatIfLinks({ order }: { readonly order: PlannedOrder }) {
  const t = useText();
  if (!useCan()("planning.plan")) return null;
  const { itemId: item, quantity, dueOn: neededOn } = order;
  return (
    <>
      <li>
        <PageLink to={whatIfPage([{ kind: "need", item, quantity, neededOn }])}>
          {t("planning.whatIf.fromOrder")}
        </PageLink>
      </li>
      <li>
        <PageLink to={whatIfPage([{ kind: "item", item }])}>{t("planning.whatIf.fromOrderItem")}</PageLink>
      </li>
    </>
  );
}

function ConvertedLink({ order }: { readonly order: PlannedOrder }) {
  const t = useText();
  if (!order.convertedId) return null;
  const isMade = order.convertedKind === "work_order";
  return (
    <li>
      <PageLink to={isMade ? `production/orders/${order.convertedId}` : `purchasing/orders/${order.convertedId}`}>
        {t(isMade ? "planning.action.workOrder" : "planning.action.purchase")}
      </PageLink>
    </li>
  );
}

function Ends({ demands }: { readonly demands: Explanation["demands"] }) {
  const t = useText();
  if (demands.length === 0) return <span className="quiet">{t("planning.why.noEnd")}</span>;
  return (
    <ul style={{ margin: 0, paddingLeft: 16 }}>
      {demands.map((demand) => (
        <li key={`${demand.kind} ${demand.id} ${demand.line}`}>
          <RecordLink record={demand} /> <DateText value={demand.neededOn} />
        </li>
      ))}
    </ul>
  );
}

/** What it is for, up to the customers' orders, and what it uses, down to what is bought. */
function Trees({ order: { itemId, seq, supply } }: { readonly order: PlannedOrder }) {
  const t = useText();
  const start = { itemId, kind: "planned", seq } as const;
  return (
    <>
      <PegTree start={{ ...start, direction: "up" }} label={t("planning.pegs.up")} heading />
      {supply !== "buy" && <PegTree start={{ ...start, direction: "down" }} label={t("planning.pegs.down")} heading />}
    </>
  );
}

function EditDialog({
  order,
  opened,
  onClose,
}: {
  readonly order: PlannedOrder;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = useText();
  const save = useCommand("patch", "/api/v1/planned-orders/{runId}/{seq}", {
    success: t("planning.order.saved"),
    placesRefusals: true,
  });
  const isBought = order.supply !== "make";
  const { partnerId, partnerName } = order;
  const fields = useMemo<FormField[]>(
    () => [
      { name: "quantity", label: t("planning.quantity"), kind: "decimal", moreThan: "0", required: true, span: 2 },
      { name: "startOn", label: t("planning.startOn"), kind: "date", required: true },
      { name: "dueOn", label: t("planning.dueOn"), kind: "date", required: true },
      {
        name: "partnerId",
        label: t("planning.supplier"),
        kind: "lookup",
        lookup: findPartners.suppliers,
        shown: partnerId && partnerName ? { id: partnerId, code: partnerName, name: partnerName } : null,
        span: 2,
        when: () => isBought,
      },
    ],
    [t, isBought, partnerId, partnerName],
  );
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t("planning.order.edit")}
      fields={fields}
      initial={{ ...order }}
      submit={(body) =>
        save.run({
          params: { path: { runId: order.runId, seq: order.seq } },
          body: { partnerId: null, ...body, version: order.version } as never,
        })
      }
      onDone={onClose}
    />
  );
}
