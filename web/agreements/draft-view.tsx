import { Button, Stack, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  type AnswerOf,
  answerOf,
  ConfirmDialog,
  client,
  FormFields,
  type GridColumn,
  type GridRow,
  HomelessRefusals,
  LineGrid,
  type LookupHit,
  PageHead,
  type Preview,
  refusalText,
  todayInJapan,
  useCommand,
  useForm,
  useGo,
  useLineGrid,
  useText,
} from "../platform/index.ts";
import { termsFields } from "./terms-fields.ts";

type Kept = AnswerOf<"get", "/api/v1/agreement-drafts/{id}">;
type Body = Kept["body"];

const ITEM = [
  "code",
  "sellerCode",
  "buyerCode",
  "nameJa",
  "unit",
  "sellerFactor",
  "buyerFactor",
  "leadTimeDays",
  "taxCategory",
  "form",
  "standingQuantity",
  "minimumQuantity",
] as const;

/** An agreement while it is prepared: terms, items with both sides' codes, prices with breaks. Nobody else sees it before it is proposed. */
export function AgreementDraftView({
  kept,
  body,
  partner,
}: {
  readonly kept?: Pick<Kept, "id" | "number" | "version">;
  readonly body?: Body;
  readonly partner: LookupHit | null;
}) {
  const t = useText();
  const go = useGo();
  const [draft, setDraft] = useState({ id: kept?.id ?? "", version: kept?.version ?? 0 });
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState<Body | null>(null);
  const fields = useMemo(() => termsFields(t, partner), [t, partner]);
  const key = kept?.id ?? (body?.previousId ? `next.${body.previousId}` : "new");
  const form = useForm({
    fields,
    initial: body ? { ...body, ...body.terms, showsMilestones: body.terms.milestonesShown.length > 0 } : STANDARD,
    draft: `agreements.${key}`,
  });
  const itemColumns = useMemo<GridColumn[]>(
    () => [
      { id: "code", header: t("agreements.item.code"), kind: "code", maxLength: 60, required: true, width: 130 },
      { id: "sellerCode", header: t("agreements.item.sellerCode"), kind: "code", maxLength: 60, width: 120 },
      { id: "buyerCode", header: t("agreements.item.buyerCode"), kind: "code", maxLength: 60, width: 120 },
      { id: "nameJa", header: t("agreements.item.name"), kind: "text", maxLength: 200, required: true, width: 180 },
      { id: "unit", header: t("agreements.item.unit"), kind: "code", required: true, initial: "previous", width: 70 },
      {
        id: "sellerFactor",
        header: t("agreements.item.sellerFactor"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        initial: "1",
        width: 90,
      },
      {
        id: "buyerFactor",
        header: t("agreements.item.buyerFactor"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        initial: "1",
        width: 90,
      },
      {
        id: "leadTimeDays",
        header: t("agreements.item.leadTime"),
        kind: "integer",
        min: "0",
        required: true,
        initial: "0",
        width: 80,
      },
      {
        id: "taxCategory",
        header: t("agreements.item.tax"),
        kind: "choice",
        initial: "taxable_10",
        required: true,
        width: 110,
        options: ["taxable_10", "reduced_8", "exempt", "export_free", "out_of_scope"].map((value) => ({
          value,
          label: t(`agreements.tax.${value}`),
        })),
      },
      {
        id: "form",
        header: t("agreements.item.form"),
        kind: "choice",
        initial: "goods",
        required: true,
        width: 90,
        options: ["goods", "processing"].map((value) => ({ value, label: t(`agreements.form.${value}`) })),
      },
      { id: "standingQuantity", header: t("agreements.item.standing"), kind: "decimal", moreThan: "0", width: 100 },
      { id: "minimumQuantity", header: t("agreements.item.minimum"), kind: "decimal", moreThan: "0", width: 100 },
    ],
    [t],
  );
  const priceColumns = useMemo<GridColumn[]>(
    () => [
      { id: "code", header: t("agreements.item.code"), kind: "code", required: true, initial: "previous", width: 160 },
      {
        id: "validFrom",
        header: t("agreements.validFrom"),
        kind: "date",
        required: true,
        initial: "previous",
        width: 150,
      },
      { id: "validTo", header: t("agreements.price.validTo"), kind: "date", width: 150 },
      {
        id: "fromQuantity",
        header: t("agreements.price.fromQuantity"),
        kind: "decimal",
        min: "0",
        required: true,
        initial: "0",
        width: 120,
      },
      {
        id: "unitPrice",
        header: t("agreements.price.unitPrice"),
        kind: "decimal",
        min: "0",
        required: true,
        width: 130,
      },
      {
        id: "isProvisional",
        header: t("agreements.item.provisional"),
        kind: "choice",
        initial: "no",
        required: true,
        width: 100,
        options: [
          { value: "no", label: t("platform.no") },
          { value: "yes", label: t("platform.yes") },
        ],
      },
    ],
    [t],
  );
  const items = useLineGrid({ columns: itemColumns, initial: itemRows(body), draft: `agreements.${key}.items` });
  const prices = useLineGrid({ columns: priceColumns, initial: priceRows(body), draft: `agreements.${key}.prices` });

  const create = useCommand("post", "/api/v1/agreement-drafts", { placesRefusals: true, keepAnswers: true });
  const update = useCommand("put", "/api/v1/agreement-drafts/{id}", { placesRefusals: true, keepAnswers: true });
  const propose = useCommand("post", "/api/v1/agreement-drafts/{id}/propose", {
    success: t("agreements.proposed"),
    placesRefusals: true,
  });
  const discard = useCommand("post", "/api/v1/agreement-drafts/{id}/discard", { success: t("agreements.discarded") });

  const read = async (): Promise<Body | null> => {
    const head = form.read();
    const [lines, priced] = await Promise.all([items.read(), prices.read()]);
    if (!head || !lines || !priced) return null;
    const { partnerId, mySide, name, validFrom, showsMilestones, ...terms } = head as unknown as TypedHead;
    const unknown = priced.filter(({ values }) => !lines.some((line) => line.values["code"] === values["code"]));
    setWrong(unknown.map(({ values }) => t("agreements.price.unknown", { item: values["code"] ?? "" })));
    if (unknown.length > 0) return null;
    return {
      partnerId,
      mySide,
      previousId: body?.previousId ?? null,
      name,
      validFrom,
      terms: {
        ...(body?.terms ?? STANDARD_TERMS),
        ...terms,
        // Left empty, it is no condition at all.
        deliveryTerms: terms.deliveryTerms ?? "",
        payment: { ...(body?.terms.payment ?? STANDARD_TERMS.payment), ...terms.payment },
        tolerance: { ...(body?.terms.tolerance ?? STANDARD_TERMS.tolerance), ...terms.tolerance },
        milestonesShown: showsMilestones ? [...STANDARD_TERMS.milestonesShown] : [],
        items: lines.map(({ values }) => ({
          code: values["code"]!,
          sellerCode: values["sellerCode"] ?? "",
          buyerCode: values["buyerCode"] ?? "",
          nameJa: values["nameJa"]!,
          nameEn: "",
          unit: values["unit"]!,
          sellerFactor: values["sellerFactor"]!,
          buyerFactor: values["buyerFactor"]!,
          leadTimeDays: Number(values["leadTimeDays"]),
          taxCategory: values["taxCategory"] as "taxable_10",
          form: values["form"] as "goods",
          standingQuantity: values["standingQuantity"] || null,
          minimumQuantity: values["minimumQuantity"] || null,
          prices: priced
            .filter((price) => price.values["code"] === values["code"])
            .map((price) => ({
              validFrom: price.values["validFrom"]!,
              validTo: price.values["validTo"] || null,
              fromQuantity: price.values["fromQuantity"]!,
              unitPrice: price.values["unitPrice"]!,
              isProvisional: price.values["isProvisional"] === "yes",
            })),
        })),
      } as Body["terms"],
    };
  };
  const keep = async (body: Body): Promise<{ id: string; version: number } | null> => {
    const end = draft.id
      ? await update.run({ params: { path: { id: draft.id } }, body: { version: draft.version, body } })
      : await create.run({ body });
    if (end?.ok) {
      const made = { id: "id" in end.value ? (end.value.id as string) : draft.id, version: end.value.version };
      setDraft(made);
      return made;
    }
    if (end?.problem) setWrong([end.problem.detail, ...end.problem.errors.map((error) => error.detail)]);
    return null;
  };
  const settle = () => {
    form.settle();
    items.settle();
    prices.settle();
  };
  const send = async (body: Body) => {
    const saved = await keep(body);
    if (!saved) return;
    const end = await propose.run({ params: { path: { id: saved.id } }, body: { version: saved.version } });
    if (end?.ok) {
      settle();
      go(`agreements/${end.value.agreementId}`, { replace: true });
    } else if (end?.problem) {
      const left = items.placeRefusals(end.problem.errors, "items");
      setWrong(left.map((error) => error.detail));
    }
  };
  return (
    <Stack gap="sm">
      <PageHead
        title={
          kept
            ? `${t("agreements.draft")} ${kept.number}`
            : t(body?.previousId ? "agreements.nextVersion" : "agreements.new")
        }
        hint={t("agreements.hint")}
      >
        {draft.id && (
          <Button
            variant="default"
            onClick={async () => {
              const end = await discard.run({ params: { path: { id: draft.id } }, body: { version: draft.version } });
              if (end?.ok) {
                settle();
                go("agreements/drafts");
              }
            }}
          >
            {t("agreements.discard")}
          </Button>
        )}
        <Button
          variant="default"
          loading={create.busy || update.busy || items.isReading || prices.isReading}
          onClick={async () => {
            const typed = await read();
            const saved = typed && (await keep(typed));
            if (saved) {
              settle();
              go(`agreements/drafts/${saved.id}`, { replace: true });
            }
          }}
        >
          {t("agreements.keep")}
        </Button>
        <Button
          loading={propose.busy || items.isReading || prices.isReading}
          onClick={async () => setAsking(await read())}
        >
          {t("agreements.propose")}
        </Button>
      </PageHead>
      <HomelessRefusals sentences={wrong} />
      <div style={{ maxWidth: 980 }}>
        <FormFields form={form} columns={2} />
      </div>
      <Title order={2} fz={16} mt="sm">
        {t("agreements.items")}
      </Title>
      <LineGrid grid={items} label={t("agreements.items")} />
      <Title order={2} fz={16} mt="sm">
        {t("agreements.prices")}
      </Title>
      <LineGrid grid={prices} label={t("agreements.prices")} />
      {asking && (
        <ConfirmDialog
          onClose={() => setAsking(null)}
          action={{
            id: "propose",
            label: t("agreements.propose"),
            run: () => send(asking),
            confirm: { title: t("agreements.propose"), preview: () => previewOf(asking, t) },
          }}
        />
      )}
    </Stack>
  );
}

/** What the form gives: the head, and the terms but for items. */
type TypedHead = Omit<Body["terms"], "items"> &
  Pick<Body, "partnerId" | "mySide" | "name" | "validFrom"> & { readonly showsMilestones: boolean };

/** What the other side will see, and what the terms contradict. */
async function previewOf(body: Body, t: ReturnType<typeof useText>): Promise<Preview> {
  const checked = answerOf<AnswerOf<"post", "/api/v1/agreement-drafts/check">>(
    await client.POST("/api/v1/agreement-drafts/check", { body }),
  );
  const sentences = checked.findings.map((finding) => refusalText(t, finding));
  const errors = checked.findings.filter((finding) => finding.severity === "error");
  return {
    consequences: [
      t(`agreements.act.${checked.applicability}`),
      ...sentences,
      t(checked.isShared ? "agreements.consequence.shared" : "agreements.consequence.outside", {
        partner: checked.partnerName,
      }),
    ],
    ...(checked.isShared && {
      visibleTo: [
        {
          company: checked.partnerName,
          sees: t("agreements.sees").split("、"),
          hidden: t("agreements.hidden").split("、"),
        },
      ],
    }),
    ...(errors.length > 0 && { obstacle: t("agreements.obstacle") }),
  };
}

const STANDARD_TERMS = {
  payment: {
    closingDay: 31,
    paymentMonthOffset: 1,
    paymentDay: 31,
    holidayShift: "next",
    holidayShiftAgreedInWriting: true,
    closingCountsBy: "receipt",
  },
  paymentKinds: ["transfer"],
  deliveryTerms: "",
  bookedAt: "acceptance",
  defaultAcceptanceDays: null,
  isOneStep: false,
  tolerance: { overPercent: "0", underPercent: "0" },
  inspection: "full",
  invoiceIssuer: "seller",
  acknowledgedAfterDays: null,
  invoicing: "by_closing",
  taxRounding: "down",
  amountRounding: "down",
  suppliedMaterial: "none",
  lossBorneBy: "seller",
  standing: null,
  milestonesShown: ["confirmed", "started", "finished", "shipped", "accepted"],
} as const;
const STANDARD = {
  mySide: "seller",
  name: "取引基本契約",
  validFrom: todayInJapan(),
  ...STANDARD_TERMS,
  showsMilestones: true,
};

function itemRows(body: Body | undefined): GridRow[] {
  return (body?.terms.items ?? []).map((item, index) => ({
    key: `i${index}`,
    cells: Object.fromEntries(ITEM.map((name) => [name, String(item[name] ?? "")])),
  }));
}
function priceRows(body: Body | undefined): GridRow[] {
  return (body?.terms.items ?? []).flatMap((item, index) =>
    item.prices.map((price, row) => ({
      key: `p${index}.${row}`,
      cells: {
        code: item.code,
        validFrom: price.validFrom,
        validTo: price.validTo ?? "",
        fromQuantity: price.fromQuantity,
        unitPrice: price.unitPrice,
        isProvisional: price.isProvisional ? "yes" : "no",
      },
    })),
  );
}
