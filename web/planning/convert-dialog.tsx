import { Alert, Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { findPartners } from "../parties/index.ts";
import {
  type AnswerOf,
  DataTable,
  DateText,
  Failure,
  formatDate,
  formatUnit,
  Icon,
  Loading,
  LookupField,
  type LookupHit,
  Money,
  Quantity,
  refusalText,
  sumDecimals,
  useCan,
  useCommand,
  useLive,
  useLocale,
  usePosted,
  useText,
} from "../platform/index.ts";
import type { PlannedOrder } from "./words.tsx";

type Preview = AnswerOf<"post", "/api/v1/planned-orders/conversion-preview">;
type Document = Preview["documents"][number];
type Line = Document["lines"][number];

interface Props {
  readonly orders: readonly PlannedOrder[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Shows what the chosen proposals would become, with prices and what stands in the way, and then does it. */
export function ConvertDialog({ orders, onClose, onDone }: Props) {
  const t = useText();
  const mayOrder = useCan()("purchasing.order");
  const [suppliers, setSuppliers] = useState<ReadonlyMap<number, LookupHit>>(new Map());
  const convert = useCommand("post", "/api/v1/planned-orders/convert", {
    success: (done) => t("planning.convert.done", { workOrders: done.workOrders.length, trades: done.trades.length }),
  });
  const missing = orders.filter((order) => order.supply !== "make" && !order.partnerId && !suppliers.has(order.seq));
  const runId = orders[0]!.runId;
  const body = {
    runId,
    choices: orders.map((order) => {
      const partnerId = suppliers.get(order.seq)?.id;
      return { seq: order.seq, ...(partnerId !== undefined && { partnerId }) };
    }),
  };
  const isComplete = missing.length === 0;
  const answer = usePosted("/api/v1/planned-orders/conversion-preview", isComplete ? body : null);
  const preview = answer.data;
  const ask = () => void (isComplete && answer.refetch());
  // The plan follows what happens: what is shown is what would be made.
  useLive(["planning.order", "planning.run"], ask);
  // Whoever may not order converts what is made; what is bought stays for somebody who may.
  const shown = (preview?.documents ?? []).filter((document) => mayOrder || document.kind === "work_order");
  const left = (preview?.documents ?? []).flatMap((document) => (shown.includes(document) ? [] : document.lines));
  const leftSeqs = new Set(left.map((line) => line.seq));
  const converted = { ...body, choices: body.choices.filter((choice) => !leftSeqs.has(choice.seq)) };
  const hasObstacle = shown.some(({ lines }) => lines.some((line) => line.refusals.length > 0));
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("planning.convert.title")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        {orders.some((order) => order.supply !== "make" && !order.partnerId) && (
          <MissingSuppliers
            orders={orders.filter((order) => order.supply !== "make" && !order.partnerId)}
            chosen={suppliers}
            onChoose={(seq, hit) => setSuppliers(new Map([...suppliers, [seq, hit]]))}
          />
        )}
        {isComplete && !answer.error && !preview && <Loading lines={4} />}
        {answer.error && <Failure error={answer.error} retry={ask} />}
        {together(shown).map((document) => (
          <DocumentView key={`${document.kind} ${document.partnerId} ${document.lines[0]!.seq}`} document={document} />
        ))}
        {left.length > 0 && (
          <Alert color="yellow" py={8} icon={<Icon name="alert" />}>
            {t("planning.convert.boughtByOthers", { count: left.length })}
          </Alert>
        )}
        {hasObstacle && (
          <Alert color="red" py={8} icon={<Icon name="alert" />} role="alert">
            {t("planning.convert.obstacle")}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button
            loading={convert.busy}
            disabled={!preview || answer.isFetching || answer.isError || hasObstacle || shown.length === 0}
            onClick={() => void convert.run({ body: converted }).then((end) => end?.ok && onDone())}
          >
            {t("planning.convert.apply")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** All that is made in one table; what is bought, by supplier. */
function together(documents: readonly Document[]): readonly Document[] {
  const [first, ...rest] = documents.filter((document) => document.kind === "work_order");
  if (!first) return documents;
  const made = { ...first, lines: [first, ...rest].flatMap((document) => document.lines) };
  return [made, ...documents.filter((document) => document.kind !== "work_order")];
}

function MissingSuppliers({
  orders,
  chosen,
  onChoose,
}: {
  readonly orders: readonly PlannedOrder[];
  readonly chosen: ReadonlyMap<number, LookupHit>;
  readonly onChoose: (seq: number, hit: LookupHit) => void;
}) {
  const t = useText();
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t("planning.convert.missing")}
      </Text>
      {orders.map((order) => (
        <LookupField
          key={order.seq}
          label={t("planning.convert.supplierOf", { item: order.itemCode })}
          lookup={findPartners.suppliers}
          hit={chosen.get(order.seq) ?? null}
          onHit={(hit) => hit && onChoose(order.seq, hit)}
          required
        />
      ))}
    </Stack>
  );
}

function DocumentView({ document }: { readonly document: Document }) {
  const t = useText();
  const isBought = document.kind !== "work_order";
  const title = t(`planning.convert.${document.kind}`, { partner: document.partnerName ?? "" });
  const amounts = document.lines.map((line) => line.amountYen ?? "0");
  return (
    <section>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        {isBought && <Money value={sumDecimals(amounts)} unit />}
      </Group>
      {document.isShared && (
        <Text size="sm" c="indigo" mb={4}>
          {t("planning.convert.visible", { partner: document.partnerName ?? "" })}
        </Text>
      )}
      <DataTable
        inline
        label={title}
        rows={document.lines}
        rowId={(line) => String(line.seq)}
        rowTone={(line) => (line.refusals.length > 0 ? "late" : line.notices.length > 0 ? "attention" : undefined)}
        columns={[
          { id: "item", header: t("planning.item.code"), cell: (line) => line.itemCode, width: 140 },
          {
            id: "quantity",
            header: t("planning.quantity"),
            cell: (line) => (
              <Quantity value={line.orderedQuantity ?? line.quantity} unit={line.orderedUnit ?? line.unit} />
            ),
            align: "right" as const,
            width: 100,
          },
          { id: "due", header: t("planning.dueOn"), cell: (line) => <DateText value={line.dueOn} />, width: 120 },
          ...(isBought
            ? [
                {
                  id: "amount",
                  header: t("planning.amount"),
                  cell: (line: Line) => <Money value={line.amountYen} />,
                  align: "right" as const,
                  width: 100,
                },
              ]
            : []),
          { id: "notes", header: t("planning.convert.notes"), cell: (line) => <Notes line={line} /> },
        ]}
      />
    </section>
  );
}

function Notes({ line }: { readonly line: Line }) {
  const t = useText();
  const locale = useLocale();
  const notices = line.notices.map((notice) =>
    t(`planning.notice.${notice.kind}`, {
      ...(notice.kind === "starts_in_past" && { date: formatDate(notice.wantedStartOn, locale) }),
      ...(notice.kind === "less_than_needed" && { quantity: notice.lacking, unit: formatUnit(line.unit) }),
      ...(notice.kind === "later_than_needed" && { date: formatDate(notice.neededOn, locale) }),
      ...(notice.kind === "needed_by_unconverted" && { count: notice.seqs.length }),
    }),
  );
  const sentences = [...line.refusals.map((refusal) => refusalText(t, refusal)), ...notices];
  if (sentences.length === 0) return null;
  return (
    <List size="xs" spacing={0} listStyleType="none" style={{ whiteSpace: "normal" }}>
      {sentences.map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  );
}
