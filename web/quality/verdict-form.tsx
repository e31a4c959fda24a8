import { Alert, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  DayField,
  type FieldProblem,
  formatUnit,
  type GridColumn,
  LineGrid,
  PageLink,
  todayInJapan,
  useLineGrid,
  useText,
} from "../platform/index.ts";
import { limitsText } from "./words.ts";

export interface PlanView {
  readonly sampling: "all" | "sample" | "skip";
  readonly sampleSize?: number | null;
  readonly characteristics: readonly {
    readonly name: string;
    readonly kind?: "measured" | "attribute";
    readonly unit?: string;
    readonly lower?: string | null;
    readonly upper?: string | null;
    readonly method?: string;
  }[];
}
export interface VerdictBody {
  inspectedOn: string;
  accepted: string;
  special: string;
  rejected: string;
  reason: string;
  specialPrice?: string;
  readings: { characteristic: string; value: string | null; isGood: boolean | null }[];
}
interface Props {
  readonly plan: PlanView | null;
  readonly planTo?: string | undefined;
  readonly quantity: string;
  readonly unit: string;
  readonly withPrice?: boolean;
  readonly busy: boolean;
  /** Sends; gives back refusals, null when it went through. */
  readonly send: (body: VerdictBody) => Promise<readonly FieldProblem[] | null>;
}

/** What was measured, and what it says of the pieces: the one form of every inspection. */
export function VerdictForm({ plan, planTo, quantity, unit, withPrice = false, busy, send }: Props) {
  const t = useText();
  const [day, setDay] = useState(todayInJapan());
  const [texts, setTexts] = useState({ accepted: quantity, special: "", rejected: "", specialPrice: "", reason: "" });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const columns = useMemo<GridColumn[]>(() => readingColumns(t), [t]);
  const needed = plan ? readingsNeeded(plan, quantity) : 0;
  const initial = useMemo(() => readingRows(plan, quantity), [plan, quantity]);
  const grid = useLineGrid({ columns, initial, fixedRows: true });
  const field = (name: keyof typeof texts, more: { required?: boolean; w?: number; description?: string } = {}) => (
    <TextInput
      label={t(`quality.${name}`)}
      value={texts[name]}
      inputMode={name === "reason" ? "text" : "decimal"}
      error={errors[name]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setTexts((before) => ({ ...before, [name]: value }));
        setErrors(({ [name]: _gone, ...rest }) => rest);
      }}
      w={more.w ?? 130}
      {...(name === "reason" || name === "specialPrice"
        ? {}
        : { rightSection: <Text size="xs">{formatUnit(unit)}</Text> })}
      {...(more.description && { description: more.description })}
      inputWrapperOrder={["label", "input", "description", "error"]}
    />
  );
  const submit = async () => {
    const read = await grid.read();
    if (!read || !day) return;
    const number = (text: string) => text.normalize("NFKC").replaceAll(",", "").trim() || "0";
    const problems = await send({
      inspectedOn: day,
      accepted: number(texts.accepted),
      special: number(texts.special),
      rejected: number(texts.rejected),
      reason: texts.reason.trim(),
      ...(texts.specialPrice.trim() && { specialPrice: number(texts.specialPrice) }),
      readings: read.map(({ row, values }) => ({
        characteristic: String(row.data?.["name"]),
        value: values["value"] || null,
        isGood: values["isGood"] ? values["isGood"] === "good" : null,
      })),
    });
    if (problems === null) return grid.settle();
    const rest = grid.placeRefusals(problems, "readings");
    setErrors(Object.fromEntries(rest.map((one) => [one.field || "accepted", one.detail ?? one.code])));
  };
  return (
    <Stack gap="md">
      <Title order={2} size="h5">
        {t("quality.readings")}
      </Title>
      {plan ? (
        <>
          {plan.sampling !== "skip" && (
            <Text size="sm" c="dimmed">
              {t("quality.planSays", { sampling: t(`quality.sampling.${plan.sampling}`), needed })}
            </Text>
          )}
          <LineGrid grid={grid} label={t("quality.readings")} />
          {errors["readings"] && <Alert color="red">{errors["readings"]}</Alert>}
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t("quality.noPlan")} {planTo && <PageLink to={planTo}>{t("quality.makePlan")}</PageLink>}
        </Text>
      )}
      <Title order={2} size="h5">
        {t("quality.verdict")}
      </Title>
      <Group align="flex-start">
        <DayField label={t("quality.inspectedOn")} value={day} onChange={setDay} />
        {field("accepted")}
        {field("special")}
        {withPrice && field("specialPrice", { description: t("quality.specialPriceHint"), w: 150 })}
        {field("rejected")}
        {field("reason", { description: t("quality.reasonHint"), w: 320 })}
      </Group>
      <Group>
        <Button onClick={() => void submit()} loading={busy} disabled={!day}>
          {t("quality.inspect.send")}
        </Button>
      </Group>
    </Stack>
  );
}

/** How many readings each characteristic needs, as the server counts them. */
function readingsNeeded(plan: PlanView, quantity: string): number {
  if (plan.sampling === "skip") return 0;
  return plan.sampling === "all" ? 1 : Math.min(plan.sampleSize ?? 1, Math.max(Math.ceil(Number(quantity)), 1));
}

/** Rows to type in: as many as the plan asks, and for a full inspection one for each of the first pieces. */
function readingRows(plan: PlanView | null, quantity: string) {
  if (!plan) return [];
  const pieces = Math.max(Math.ceil(Number(quantity)), 1);
  const count = Math.max(plan.sampling === "all" ? Math.min(pieces, 5) : readingsNeeded(plan, quantity), 1);
  return plan.characteristics.flatMap((one, index) =>
    Array.from({ length: count }, (_, piece) => ({
      key: `${index}-${piece}`,
      cells: {},
      data: {
        name: one.name,
        piece: piece + 1,
        isAttribute: one.kind === "attribute",
        limits: limitsText({ lower: one.lower ?? null, upper: one.upper ?? null, unit: one.unit ?? "" }),
        method: one.method ?? "",
      },
    })),
  );
}

function readingColumns(t: ReturnType<typeof useText>): GridColumn[] {
  const said = (name: string, header: string, width: number): GridColumn => ({
    id: name,
    header,
    kind: "computed",
    align: "left",
    width,
    show: (row) => String(row.data?.[name] ?? "") || "–",
  });
  return [
    said("name", t("quality.characteristic"), 180),
    said("piece", t("quality.readingNumber"), 56),
    said("limits", t("quality.limits"), 170),
    said("method", t("quality.method"), 130),
    {
      id: "value",
      header: t("quality.reading"),
      kind: "decimal",
      width: 120,
      readOnly: (row) => row.data?.["isAttribute"] === true,
    },
    {
      id: "isGood",
      header: t("quality.within"),
      kind: "choice",
      width: 110,
      readOnly: (row) => row.data?.["isAttribute"] !== true,
      options: [
        { value: "good", label: t("quality.good") },
        { value: "bad", label: t("quality.bad") },
      ],
    },
  ];
}
