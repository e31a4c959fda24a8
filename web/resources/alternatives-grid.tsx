import { Button, Group, Text } from "@mantine/core";
import { useMemo } from "react";
import {
  type AnswerOf,
  type GridColumn,
  LineGrid,
  useCan,
  useCommand,
  useLineGrid,
  useText,
} from "../platform/index.ts";
import { findWorkCenters } from "./find-work-centers.ts";

type WorkCenter = AnswerOf<"get", "/api/v1/work-centers/{id}">;

/** Which other work centres can do its work, and how much longer they take: what a due date may be answered with. */
export function AlternativesGrid({ center }: { readonly center: WorkCenter }) {
  const t = useText();
  const mayWrite = useCan()("resources.write");
  const columns = useMemo<GridColumn[]>(
    () => [
      {
        id: "workCenterId",
        header: t("resources.alternative.center"),
        kind: "lookup",
        lookup: findWorkCenters,
        required: true,
        readOnly: !mayWrite,
        width: 280,
      },
      {
        id: "timeFactor",
        header: t("resources.alternative.timeFactor"),
        kind: "decimal",
        decimals: 3,
        moreThan: "0",
        required: true,
        initial: "1",
        readOnly: !mayWrite,
        width: 180,
      },
    ],
    [t, mayWrite],
  );
  const grid = useLineGrid({
    columns,
    initial: center.alternatives.map((one) => ({
      key: one.workCenterId,
      cells: { workCenterId: one.code, timeFactor: one.timeFactor },
      hits: { workCenterId: { id: one.workCenterId, code: one.code, name: one.name } },
    })),
    fixedRows: !mayWrite,
  });
  const save = useCommand("put", "/api/v1/work-centers/{id}/alternatives", {
    success: t("resources.alternative.saved"),
    placesRefusals: true,
  });
  const send = async () => {
    const lines = await grid.read();
    if (!lines) return;
    const alternatives = lines.map(({ values }) => ({
      workCenterId: values["workCenterId"]!,
      timeFactor: values["timeFactor"]!,
    }));
    const end = await save.run({
      params: { path: { id: center.id } },
      body: { version: center.version, alternatives },
    });
    if (end?.ok) grid.settle();
    else if (end?.problem) grid.placeRefusals(end.problem.errors, "alternatives");
  };
  return (
    <>
      <Text size="sm" c="dimmed" mb={6}>
        {t("resources.alternative.hint")}
      </Text>
      <LineGrid grid={grid} label={t("resources.alternatives.title")} />
      {mayWrite && (
        <Group mt="sm">
          <Button onClick={() => void send()} loading={save.busy || grid.isReading} disabled={!grid.isDirty}>
            {t("platform.save")}
          </Button>
        </Group>
      )}
    </>
  );
}
