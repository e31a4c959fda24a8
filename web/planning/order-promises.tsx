import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import {
  type AddedNote,
  type AnswerOf,
  ConfirmDialog,
  formatDate,
  formatInstant,
  formatQuantity,
  PageLink,
  useApi,
  useCan,
  useLive,
  useLocale,
  useText,
} from "../platform/index.ts";
import { MAY_ATTACH, useAttach, useSeenOfAttached } from "./attach-promise.tsx";

type Usable = AnswerOf<"get", "/api/v1/order-promises/{id}">["rows"][number];

/** On a received order: held dates that fit its lines, to be attached where they are seen. Nothing where there are none. */
function OrderPromises({ id }: { readonly id: string }) {
  const t = useText();
  const answer = useApi("/api/v1/order-promises/{id}", { params: { path: { id } } });
  useLive(["planning.promise", "trade.", "production.order"], () => void answer.refetch());
  const rows = answer.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Alert color="indigo" py={8} title={t("planning.promise.usable")} role="note">
      <Stack gap={6}>
        {rows.map((row) => (
          <UsablePromise
            key={`${row.promiseId} ${row.lineNumber}`}
            tradeId={id}
            row={row}
            seenBy={answer.data?.isLinked ? answer.data.partnerName : null}
          />
        ))}
      </Stack>
    </Alert>
  );
}

function UsablePromise({
  tradeId,
  row,
  seenBy,
}: {
  readonly tradeId: string;
  readonly row: Usable;
  readonly seenBy: string | null;
}) {
  const t = useText();
  const locale = useLocale();
  const may = useCan()(MAY_ATTACH);
  const attach = useAttach();
  const seen = useSeenOfAttached();
  const [asking, setAsking] = useState(false);
  const { promiseId, lineNumber, number, version } = row;
  const sentence = t("planning.promise.usableOne", {
    line: lineNumber,
    item: `${row.itemCode} ${row.itemName}`,
    quantity: formatQuantity(row.quantity, row.unit),
    date: formatDate(row.promisedOn, locale),
    until: formatInstant(row.expiresAt),
  });
  return (
    <Group gap="sm" justify="space-between">
      <Text size="sm">
        <PageLink to={`planning/promises/${promiseId}`}>{number}</PageLink> {sentence}
      </Text>
      {may && (
        <Button size="xs" loading={attach.busy} onClick={() => setAsking(true)}>
          {t("planning.promise.attach")}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          action={{
            id: "attach",
            label: t("planning.promise.attach"),
            run: () => attach.run({ params: { path: { id: promiseId } }, body: { version, tradeId, lineNumber } }),
            confirm: {
              title: t("planning.promise.attach"),
              preview: async () => ({
                consequences: [
                  ...(row.state === "placed"
                    ? [
                        t("planning.promise.attachConfirms", {
                          line: lineNumber,
                          date: formatDate(row.wantedOn, locale),
                        }),
                      ]
                    : []),
                  t("planning.promise.attachMakes", { line: lineNumber, number }),
                ],
                ...(seenBy !== null && { visibleTo: [seen(seenBy)] }),
              }),
            },
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Group>
  );
}

/** What planning notes on a received order. */
export const promiseNotes: readonly AddedNote[] = [
  { id: "promises", document: "sales.order", permission: "planning.read", Note: OrderPromises },
];
