import { Alert, Button, Checkbox, Group, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import {
  type AnswerOf,
  answerOf,
  ConfirmDialog,
  client,
  DayField,
  formatDecimal,
  formatYen,
  type GridColumn,
  type GridRow,
  LineGrid,
  LookupField,
  type LookupHit,
  Money,
  PageHead,
  PageLink,
  Price,
  type Reason,
  refusalText,
  todayInJapan,
  useCan,
  useCommand,
  useGo,
  useLineGrid,
  useText,
  Why,
} from "../platform/index.ts";
import { itemLookup, partnerLookup } from "./lookups.ts";
import { whoSees } from "./who-sees.tsx";
import { PERMISSIONS, PLACES, type TradeSide } from "./words.tsx";

export type DraftKind = "sales_order" | "quotation" | "purchase_order" | "enquiry";
type Preview = AnswerOf<"post", "/api/v1/sales-drafts/preview">;
type PreviewLine = Preview["lines"][number];

/** A draft as it is kept; undefined for a new one. */
export interface KeptDraft {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly partner: LookupHit | null;
  readonly body: {
    readonly orderedOn: string;
    readonly validUntil: string | null;
    readonly outsideNumber: string;
    readonly title: string;
    readonly deliverTo: string;
    readonly lines: readonly Readonly<
      Record<"item" | "description" | "quantity" | "unit" | "unitPrice" | "wantedOn", string>
    >[];
  };
}

const COLUMNS = ["item", "description", "quantity", "unit", "unitPrice", "wantedOn"] as const;

/** An order, quotation or enquiry while it is typed: prices with their reason, the total with tax, and who will see it. */
export function DraftView({ kind, draft }: { readonly kind: DraftKind; readonly draft?: KeptDraft }) {
  const t = useText();
  const go = useGo();
  const can = useCan();
  const side: TradeSide = kind === "sales_order" || kind === "quotation" ? "S" : "B";
  const mayAsk = can("planning.read") && side === "S";
  const place = PLACES[side];
  const base = side === "S" ? "/api/v1/sales-drafts" : "/api/v1/purchase-drafts";
  const [kept, setKept] = useState({ id: draft?.id ?? "", version: draft?.version ?? 0 });
  const [partner, setPartner] = useState<LookupHit | null>(draft?.partner ?? null);
  const [orderedOn, setOrderedOn] = useState(draft?.body.orderedOn ?? todayInJapan());
  const [validUntil, setValidUntil] = useState(draft?.body.validUntil ?? "");
  const [outsideNumber, setOutsideNumber] = useState(draft?.body.outsideNumber ?? "");
  const [title, setTitle] = useState(draft?.body.title ?? "");
  const [deliverTo, setDeliverTo] = useState(draft?.body.deliverTo ?? "");
  const [isConfirmed, setConfirmed] = useState(true);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [homeless, setHomeless] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const findPartner = useMemo(() => partnerLookup(side), [side]);
  const partnerId = partner?.id ?? null;

  const [shown, setShown] = useState<ReadonlyMap<string, PreviewLine>>(new Map());
  const columns = useMemo<GridColumn[]>(
    () => [
      {
        id: "item",
        header: t("trade.item"),
        kind: "lookup",
        lookup: itemLookup(side, partnerId),
        required: true,
        width: 180,
      },
      { id: "description", header: t("trade.description"), kind: "text", width: 200 },
      { id: "quantity", header: t("trade.quantity"), kind: "decimal", moreThan: "0", required: true, width: 100 },
      { id: "unit", header: t("trade.unit"), kind: "code", width: 70 },
      { id: "unitPrice", header: t("trade.unitPrice"), kind: "decimal", min: "0", width: 110 },
      { id: "wantedOn", header: t("trade.wantedOn"), kind: "date", required: true, initial: "previous", width: 140 },
      ...(mayAsk
        ? [
            {
              id: "when",
              header: t("trade.when"),
              kind: "computed" as const,
              width: 110,
              show: (row: GridRow) => <WhenLink row={row} />,
            },
          ]
        : []),
      {
        id: "price",
        header: t("trade.priceUsed"),
        kind: "computed",
        align: "right",
        width: 130,
        show: (row) => <PriceUsed line={shown.get(row.key)} />,
      },
      {
        id: "amount",
        header: t("trade.amount"),
        kind: "computed",
        align: "right",
        width: 110,
        show: (row) => <Money value={shown.get(row.key)?.amountYen} />,
      },
    ],
    [t, side, partnerId, shown, mayAsk],
  );
  const grid = useLineGrid({
    columns,
    initial: draft ? rowsOf(draft) : [],
    draft: `trade.${kind}.${draft?.id ?? "new"}`,
    onCell: (row, column) => {
      if (column !== "item") return null;
      const hit = row.hits?.["item"];
      return hit ? { unit: String(hit.data?.["unit"] ?? ""), description: hit.name } : null;
    },
  });
  const body = {
    partnerId,
    orderedOn,
    validUntil: validUntil || null,
    outsideNumber,
    title,
    deliverTo,
    form: "goods" as const,
    lines: grid.filled.map((row) => ({
      item: row.cells["item"] ?? "",
      description: row.cells["description"] ?? "",
      quantity: row.cells["quantity"] ?? "",
      unit: row.cells["unit"] ?? "",
      unitPrice: row.cells["unitPrice"] ?? "",
      wantedOn: row.cells["wantedOn"] ?? "",
    })),
  };
  const asked = JSON.stringify(body);
  const keys = grid.filled.map((row) => row.key).join(" ");

  useEffect(() => {
    const { lines, partnerId } = JSON.parse(asked) as typeof body;
    if (!partnerId || lines.length === 0) {
      setPreview(null);
      return;
    }
    let isOld = false;
    const ask = setTimeout(async () => {
      try {
        const found = await askPreview(base, kind, JSON.parse(asked));
        if (isOld) return;
        setPreview(found);
        const places = keys.split(" ");
        setShown(new Map(found.lines.map((line) => [places[line.index] ?? "", line])));
      } catch {
        // The preview is a help while typing; sending says what is wrong.
      }
    }, 350);
    return () => {
      isOld = true;
      clearTimeout(ask);
    };
  }, [asked, keys, kind, base]);

  const create = useCommand("post", base, { placesRefusals: true, keepAnswers: true });
  const update = useCommand("put", `${base}/{id}`, { placesRefusals: true, keepAnswers: true });
  const send = useCommand("post", `${base}/{id}/send`, { success: t(`trade.sent.${kind}`), placesRefusals: true });
  const discard = useCommand("post", `${base}/{id}/discard`, { success: t("trade.draft.discarded") });

  /** Keeps what is typed; answers the draft, or null when it could not be kept. */
  const keep = async (): Promise<{ id: string; version: number } | null> => {
    setHomeless([]);
    if (!kept.id) {
      const end = await create.run({ body: { kind, body } } as never);
      if (end?.ok) {
        const made = { id: end.value.id, version: end.value.version };
        setKept(made);
        return made;
      }
      if (end?.problem) setHomeless(grid.placeRefusals(end.problem.errors).map((error) => error.detail));
      return null;
    }
    const end = await update.run({ params: { path: { id: kept.id } }, body: { version: kept.version, body } } as never);
    if (end?.ok) {
      const made = { id: kept.id, version: end.value.version };
      setKept(made);
      return made;
    }
    if (end?.problem) setHomeless([end.problem.detail]);
    return null;
  };
  const sendIt = async () => {
    if (!(await grid.read()) || !partnerId) return;
    const saved = await keep();
    if (!saved) return;
    const end = await send.run({
      params: { path: { id: saved.id } },
      body: { version: saved.version, isConfirmed: kind === "sales_order" && isConfirmed },
    } as never);
    if (end?.ok) {
      grid.settle();
      go(`${place.orders}/${end.value.tradeId}`, { replace: true });
    } else if (end?.problem) setHomeless(grid.placeRefusals(end.problem.errors).map((error) => error.detail));
  };
  const busy = create.busy || update.busy || send.busy || grid.isReading;
  const problems = preview?.refusals ?? [];
  return (
    <Stack gap="sm">
      <PageHead
        title={draft ? `${t(`trade.kind.${kind}`)} ${draft.number}` : t(`trade.new.${kind}`)}
        hint={t(`trade.hint.${kind}`)}
      >
        {kept.id && (
          <Button
            variant="default"
            onClick={async () => {
              const end = await discard.run({
                params: { path: { id: kept.id } },
                body: { version: kept.version },
              } as never);
              if (end?.ok) {
                grid.settle();
                go(place.drafts);
              }
            }}
          >
            {t("trade.draft.discard")}
          </Button>
        )}
        <Button
          variant="default"
          loading={create.busy || update.busy}
          onClick={async () => {
            const saved = await keep();
            if (saved) {
              grid.settle(grid.filled);
              go(`${place.drafts}/${saved.id}`, { replace: true });
            }
          }}
        >
          {t("trade.draft.keep")}
        </Button>
        <Button
          loading={busy}
          disabled={!can(kind === "purchase_order" || kind === "enquiry" ? PERMISSIONS.B.move : PERMISSIONS.S.write)}
          onClick={async () => {
            const lines = await grid.read();
            if (lines && partnerId) setAsking(true);
            else setHomeless(partnerId ? [] : [t("trade.partnerFirst")]);
          }}
        >
          {t(`trade.send.${kind}`)}
        </Button>
      </PageHead>
      {(homeless.length > 0 || problems.length > 0) && (
        <Alert color="red" role="alert" py={8}>
          {[...homeless, ...problems.filter((one) => one.code !== "REQUIRED").map((one) => refusalText(t, one))].map(
            (text) => (
              <Text key={text} size="sm">
                {text}
              </Text>
            ),
          )}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" verticalSpacing={8}>
        <LookupField
          label={t(`trade.${side}.partner`)}
          required
          lookup={findPartner}
          hit={partner}
          onHit={setPartner}
          fieldName="partnerId"
        />
        <DayField label={t(`trade.dayOf.${kind}`)} value={orderedOn} onChange={setOrderedOn} required />
        {kind === "quotation" ? (
          <DayField label={t("trade.validUntil")} value={validUntil} onChange={setValidUntil} />
        ) : (
          <TextInput
            label={t(`trade.${side}.outsideNumber`)}
            value={outsideNumber}
            onChange={(event) => setOutsideNumber(event.currentTarget.value)}
          />
        )}
        <TextInput label={t("trade.title")} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
        <TextInput
          label={t("trade.deliverTo")}
          value={deliverTo}
          onChange={(event) => setDeliverTo(event.currentTarget.value)}
        />
        {kind === "sales_order" && (
          <Checkbox
            mt={26}
            label={t("trade.confirmNow")}
            checked={isConfirmed}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
          />
        )}
      </SimpleGrid>
      <LineGrid grid={grid} label={t("trade.linesOfOrder")} footer={<Totals preview={preview} />} />
      <Advice preview={preview} />
      {asking && (
        <ConfirmDialog
          onClose={() => setAsking(false)}
          action={{
            id: "send",
            label: t(`trade.send.${kind}`),
            run: sendIt,
            confirm: {
              title: t(`trade.send.${kind}`),
              // Asked anew: what was typed last may not be in the preview on the page yet.
              preview: async () => {
                const preview = await askPreview(base, kind, body);
                const stops = preview.lines.some((line) => line.refusals.length > 0);
                return {
                  consequences: [
                    t("trade.consequence.total", {
                      net: formatYen(preview.netYen),
                      tax: formatYen(preview.taxYen),
                    }),
                    ...(preview.isShared && kind === "enquiry"
                      ? [t("trade.consequence.sharedEnquiry", { partner: preview.partnerName ?? "" })]
                      : preview.isShared
                        ? [
                            t("trade.consequence.standing", {
                              count: preview.lines.filter((line) => line.isStanding).length,
                              all: preview.lines.length,
                            }),
                          ]
                        : [t(`trade.consequence.${kind}`)]),
                  ],
                  ...(preview.isShared && {
                    visibleTo: [whoSees(t, preview.partnerName ?? "", "order")],
                  }),
                  ...(stops && { obstacle: t("trade.obstacle") }),
                };
              },
            },
          }}
        />
      )}
    </Stack>
  );
}

/** When this line can be had, on the page that answers it; beside this one, so that nothing typed is left. */
function WhenLink({ row }: { readonly row: GridRow }) {
  const t = useText();
  const itemId = row.hits?.["item"]?.data?.["itemId"];
  if (typeof itemId !== "string") return null;
  const query = new URLSearchParams({
    item: itemId,
    ...(row.cells["quantity"] && { quantity: row.cells["quantity"], unit: row.cells["unit"] ?? "" }),
    ...(row.cells["wantedOn"] && { wantedOn: row.cells["wantedOn"] }),
  });
  return (
    // The cell would take the cursor and lay its field over the link before the press is over.
    <PageLink to={`planning/when?${query}`} target="_blank" onMouseDown={(event) => event.stopPropagation()}>
      {t("trade.when")}
    </PageLink>
  );
}

/** Prices, tax and what is wrong with an order as it stands. */
async function askPreview(base: string, kind: DraftKind, body: unknown): Promise<Preview> {
  const path = base === "/api/v1/sales-drafts" ? "/api/v1/sales-drafts/preview" : "/api/v1/purchase-drafts/preview";
  const answer = await client.POST(path as "/api/v1/sales-drafts/preview", {
    body: { kind: kind as "sales_order", body: body as never },
  });
  return answerOf(answer) as Preview;
}

function rowsOf(draft: KeptDraft): GridRow[] {
  return draft.body.lines.map((line, index) => ({
    key: `d${index}`,
    cells: Object.fromEntries(COLUMNS.map((column) => [column, line[column]])),
    ...(line.item && {
      hits: { item: { id: line.item, code: line.item, name: line.description, data: { unit: line.unit } } },
    }),
  }));
}

/** The price the line will have, and why. */
function PriceUsed({ line }: { readonly line: PreviewLine | undefined }) {
  const t = useText();
  if (!line?.unitPrice) return null;
  const reason = line.priceReason;
  const reasons: Reason[] = [];
  if (reason?.source === "agreement")
    reasons.push({
      text: t("trade.why.agreement", {
        from: reason.listFrom ?? "",
        quantity: formatDecimal(reason.fromQuantity ?? "0"),
      }),
      binding: true,
    });
  else if (reason) reasons.push({ text: t(`trade.why.${reason.source}`), binding: true });
  if (reason?.nextBreak)
    reasons.push({
      text: t("trade.why.next", {
        quantity: formatDecimal(reason.nextBreak.fromQuantity),
        price: formatDecimal(reason.nextBreak.unitPrice),
      }),
    });
  return (
    <Why reasons={reasons} title={t("trade.why.title")}>
      <Price value={line.unitPrice} />
    </Why>
  );
}

function Totals({ preview }: { readonly preview: Preview | null }) {
  const t = useText();
  if (!preview) return null;
  return (
    <Group justify="flex-end" gap="lg" py={6}>
      <Text size="sm">
        {t("trade.net")} <Money value={preview.netYen} unit />
      </Text>
      {preview.taxes
        .filter((tax) => tax.ratePercent > 0)
        .map((tax) => (
          <Text size="sm" key={tax.ratePercent}>
            {t("trade.taxAt", { rate: tax.ratePercent })} <Money value={tax.taxYen} unit />
          </Text>
        ))}
      <Text size="sm" fw={700}>
        {t("trade.gross")} <Money value={(BigInt(preview.netYen) + BigInt(preview.taxYen)).toString()} unit />
      </Text>
    </Group>
  );
}

/** What a person at the other side will look at, and what is wrong, line by line. */
function Advice({ preview }: { readonly preview: Preview | null }) {
  const t = useText();
  // A line that is still being typed is no mistake; what is missing is asked for at the cell when sending.
  const lines = (preview?.lines ?? [])
    .map((line) => ({ ...line, refusals: line.refusals.filter((one) => one.code !== "REQUIRED") }))
    .filter((line) => line.reasons.length + line.refusals.length > 0);
  if (lines.length === 0) return null;
  return (
    <Alert color={lines.some((line) => line.refusals.length > 0) ? "red" : "yellow"} py={8} title={t("trade.advice")}>
      {lines.slice(0, 20).map((line) => (
        <Text size="sm" key={line.index}>
          {t("trade.lineNumber", { line: line.index + 1 })}{" "}
          {[...line.refusals, ...line.reasons].map((one) => refusalText(t, one)).join(" ")}
        </Text>
      ))}
    </Alert>
  );
}
