import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { DateText, Quantity, useApi, useCan, useLive, useText } from "../platform/index.ts";
import { ReportOf } from "./apply-report.tsx";
import { FarEndDialog, type FarEndRow } from "./far-end-dialog.tsx";

/** Beside a chain: deliveries on their way straight to the maker, each with what the maker has to say of it. */
export function ChainFarEnd({ chainId }: { readonly chainId: string }) {
  const t = useText();
  const can = useCan();
  const open = useApi("/api/v1/network/far-end", { params: { query: { chainId, limit: 50 } } });
  useLive(["delivery.", "trade.", "network.farEnd"], () => void open.refetch());
  const [recording, setRecording] = useState<FarEndRow | null>(null);
  const rows = open.data?.rows ?? [];
  if (rows.length === 0) return <span className="quiet">{t("network.farEnd.none")}</span>;
  return (
    <Stack gap={8}>
      {rows.map((row) => (
        <div key={row.deliveryId}>
          <Group justify="space-between" gap={6} wrap="nowrap">
            <Text size="sm">
              {row.number} <DateText value={row.shippedOn} />
            </Text>
            {can("network.dispatch") && (
              <Button size="compact-xs" variant="default" onClick={() => setRecording(row)}>
                {t("network.farEnd.open.action")}
              </Button>
            )}
          </Group>
          {row.lines.map((line) => (
            <Text size="xs" c="dimmed" key={line.lineNumber}>
              {line.originLineNumber}. {line.code} <Quantity value={line.open} unit={line.unit} />
            </Text>
          ))}
          <ReportOf row={row} />
        </div>
      ))}
      {recording && <FarEndDialog key={recording.deliveryId} delivery={recording} onClose={() => setRecording(null)} />}
    </Stack>
  );
}
