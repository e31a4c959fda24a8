import { Button, Group, NumberInput, Select, Stack } from "@mantine/core";
import { useMemo, useState } from "react";
import { type GridColumn, LineGrid, useCan, useCommand, useLineGrid, useText } from "../platform/index.ts";
import type { PlanView } from "./verdict-form.tsx";
import { samplingOptions } from "./words.ts";

type Kind = "receiving" | "in_process" | "final";
interface Props {
  readonly itemId: string;
  readonly kind: Kind;
  readonly plan: (PlanView & { readonly version: number }) | null;
  readonly onSaved: () => void;
}

/** Sampling and characteristics of a plan; the grid takes a table pasted from a drawing's list. */
export function PlanForm({ itemId, kind, plan, onSaved }: Props) {
  const t = useText();
  const can = useCan();
  const [sampling, setSampling] = useState<PlanView["sampling"]>(plan?.sampling ?? "all");
  const [sampleSize, setSampleSize] = useState<number | string>(plan?.sampleSize ?? 5);
  const columns = useMemo<GridColumn[]>(
    () => [
      { id: "name", header: t("quality.characteristic"), kind: "text", required: true, width: 200 },
      {
        id: "kind",
        header: t("quality.plan.kindOf"),
        kind: "choice",
        required: true,
        initial: "measured",
        width: 120,
        options: [
          { value: "measured", label: t("quality.plan.measured") },
          { value: "attribute", label: t("quality.plan.attribute") },
        ],
      },
      { id: "lower", header: t("quality.plan.lower"), kind: "decimal", width: 110 },
      { id: "upper", header: t("quality.plan.upper"), kind: "decimal", width: 110 },
      { id: "unit", header: t("quality.plan.unit"), kind: "text", width: 80, maxLength: 20 },
      { id: "method", header: t("quality.method"), kind: "text", width: 160, maxLength: 100 },
    ],
    [t],
  );
  const initial = useMemo(
    () =>
      (plan?.characteristics ?? []).map((one, index) => ({
        key: `c${index}`,
        cells: {
          name: one.name,
          kind: one.kind ?? "measured",
          lower: one.lower ?? "",
          upper: one.upper ?? "",
          unit: one.unit ?? "",
          method: one.method ?? "",
        },
      })),
    [plan],
  );
  const grid = useLineGrid({ columns, initial });
  const save = useCommand("put", "/api/v1/inspection-plans/{itemId}/{kind}", { success: t("quality.plan.saved") });
  const send = async () => {
    const read = await grid.read();
    if (!read) return;
    const end = await save.run({
      params: { path: { itemId, kind } },
      body: {
        sampling,
        sampleSize: sampling === "sample" && sampleSize !== "" ? Number(sampleSize) : null,
        characteristics: read.map(({ values }) => ({
          name: values["name"] ?? "",
          kind: values["kind"] === "attribute" ? ("attribute" as const) : ("measured" as const),
          unit: values["unit"] ?? "",
          lower: values["lower"] || null,
          upper: values["upper"] || null,
          method: values["method"] ?? "",
        })),
        ...(plan && { version: plan.version }),
      },
    });
    if (end?.ok) {
      grid.settle();
      onSaved();
    } else if (end?.problem) grid.placeRefusals(end.problem.errors, "characteristics");
  };
  return (
    <Stack>
      <Group align="flex-end">
        <Select
          label={t("quality.plan.sampling")}
          data={samplingOptions(t)}
          value={sampling}
          allowDeselect={false}
          onChange={(value) => setSampling((value ?? "all") as PlanView["sampling"])}
          w={180}
        />
        {sampling === "sample" && (
          <NumberInput
            label={t("quality.plan.sampleSize")}
            value={sampleSize}
            onChange={setSampleSize}
            min={1}
            allowDecimal={false}
            w={120}
          />
        )}
      </Group>
      <LineGrid grid={grid} label={t("quality.plan.characteristics")} />
      {can("quality.inspect") && (
        <Group>
          <Button onClick={() => void send()} loading={save.busy}>
            {t("quality.plan.save")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
