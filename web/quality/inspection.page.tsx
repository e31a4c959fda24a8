import { Table, Text } from "@mantine/core";
import {
  DateText,
  DocumentPage,
  PageLink,
  Quantity,
  StateBadge,
  sumDecimals,
  useApi,
  useCan,
  useCommand,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { VerdictForm } from "./verdict-form.tsx";
import { limitsText, STATE_TONES } from "./words.ts";

/** One inspection: what was measured against which limits, and the verdict; one of made pieces is judged here. */
export function Page() {
  const t = useText();
  const can = useCan();
  const id = usePathParams()["inspectionId"] ?? "";
  const inspection = useApi("/api/v1/inspections/{id}", { params: { path: { id } } });
  const judge = useCommand("post", "/api/v1/inspections/{id}/judge", {
    success: t("quality.inspect.done"),
    placesRefusals: true,
  });
  return (
    <DocumentPage
      answer={inspection}
      live="quality.inspection"
      view={(one) => ({
        kind: t(`quality.kind.${one.kind}`),
        number: one.number,
        partner: one.partnerName ?? undefined,
        state: <StateBadge size="lg" tone={STATE_TONES[one.state]} label={t(`quality.state.${one.state}`)} />,
        facts: [
          { label: t("quality.item.code"), value: `${one.code} ${one.name}` },
          { label: t("quality.lot"), value: one.lotCode || "–" },
          { label: t("quality.inspection.quantity"), value: <Quantity value={one.quantity} unit={one.unit} /> },
          ...(one.state === "open"
            ? []
            : [
                {
                  label: t("quality.accepted"),
                  value: <Quantity value={sumDecimals([one.accepted, `-${one.special}`])} unit={one.unit} />,
                },
                { label: t("quality.special"), value: <Quantity value={one.special} unit={one.unit} /> },
                { label: t("quality.rejected"), value: <Quantity value={one.rejected} unit={one.unit} /> },
                { label: t("quality.inspectedOn"), value: <DateText value={one.inspectedOn ?? ""} /> },
                { label: t("quality.inspectedBy"), value: one.inspectedBy ?? "–" },
              ]),
          ...(one.reason ? [{ label: t("quality.reason"), value: one.reason }] : []),
          {
            label: t("quality.inspection.from"),
            value: one.workOrderId ? (
              <PageLink to={`production/orders/${one.workOrderId}`}>{one.workOrderNumber}</PageLink>
            ) : one.deliveryId ? (
              <PageLink to={`purchasing/arrivals/${one.deliveryId}`}>{one.deliveryNumber}</PageLink>
            ) : (
              "–"
            ),
          },
        ],
        body:
          one.state === "open" && can("quality.inspect") ? (
            <VerdictForm
              plan={one.plan}
              planTo={one.itemId ? `quality/plans/${one.itemId}/${one.kind}` : undefined}
              quantity={one.quantity}
              unit={one.unit}
              busy={judge.busy}
              send={async ({ specialPrice: _none, ...body }) => {
                const end = await judge.run({ params: { path: { id } }, body: { ...body, version: one.version } });
                return end?.ok ? null : (end?.problem?.errors ?? []);
              }}
            />
          ) : one.readings.length === 0 ? (
            <Text c="dimmed">{t("quality.noReadings")}</Text>
          ) : (
            <Table aria-label={t("quality.readings")}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("quality.characteristic")}</Table.Th>
                  <Table.Th>{t("quality.limits")}</Table.Th>
                  <Table.Th ta="right">{t("quality.reading")}</Table.Th>
                  <Table.Th>{t("quality.within")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {one.readings.map((reading, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: readings have no id and never change
                  <Table.Tr key={index}>
                    <Table.Td>{reading.characteristic}</Table.Td>
                    <Table.Td className="tabular">{limitsText(reading)}</Table.Td>
                    <Table.Td ta="right" className="tabular">
                      {reading.value ?? t(reading.isGood ? "quality.good" : "quality.bad")}
                    </Table.Td>
                    <Table.Td>
                      <StateBadge
                        tone={reading.isWithin ? "done" : "attention"}
                        label={t(reading.isWithin ? "quality.isWithin" : "quality.outside")}
                      />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          ),
      })}
    />
  );
}
