import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useState } from "react";
import {
  Answered,
  DateText,
  InstantText,
  PageLink,
  Quantity,
  useApi,
  useCan,
  useCommand,
  useLive,
  useText,
} from "../platform/index.ts";
import { ConfirmPromiseDialog } from "./confirm-promise-dialog.tsx";
import { PromiseOrders, PromiseStateBadge, Remaining } from "./promise-parts.tsx";
import type { Promised } from "./promise-words.ts";

/** A date held a moment ago, with what can be done with it while the customer is still on the phone. */
export function HeldCard({ id, onGone }: { readonly id: string; readonly onGone: () => void }) {
  const answer = useApi("/api/v1/promises/{id}", { params: { path: { id } } });
  useLive("planning.promise", () => void answer.refetch());
  return (
    <Answered answer={answer} lines={2}>
      {(promise) => <Card promise={promise} onGone={onGone} />}
    </Answered>
  );
}

function Card({ promise, onGone }: { readonly promise: Promised; readonly onGone: () => void }) {
  const t = useText();
  const can = useCan();
  const [confirming, setConfirming] = useState(false);
  const release = useCommand("post", "/api/v1/promises/{id}/release", {
    success: t("planning.promise.released", { number: promise.number }),
  });
  const isHeld = promise.state === "held";
  return (
    <Paper withBorder p="sm" component="section" aria-label={`${t("planning.promise.title")} ${promise.number}`}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2}>
          <Group gap={8}>
            <PageLink to={`planning/promises/${promise.id}`}>
              <strong>{promise.number}</strong>
            </PageLink>
            <PromiseStateBadge promise={promise} />
            {isHeld && (
              <Text size="sm" component="span">
                <Remaining promise={promise} /> (<InstantText value={promise.expiresAt} />)
              </Text>
            )}
          </Group>
          <Text size="sm">
            {promise.itemCode} {promise.itemName} × <Quantity value={promise.quantity} unit={promise.unit} /> →{" "}
            <strong>
              <DateText value={promise.promisedOn} />
            </strong>
            {promise.partnerName && ` · ${promise.partnerName}`}
          </Text>
          {promise.tradeId !== null && <PromiseOrders promise={promise} />}
        </Stack>
        <Group gap={8}>
          {isHeld && can("planning.promise") ? (
            <>
              <Button
                variant="default"
                loading={release.busy}
                onClick={() => void release.run({ params: { path: { id: promise.id } } })}
              >
                {t("planning.promise.release")}
              </Button>
              <Button onClick={() => setConfirming(true)}>{t("planning.promise.confirm")}</Button>
            </>
          ) : (
            <Button variant="subtle" onClick={onGone}>
              {t("platform.close")}
            </Button>
          )}
        </Group>
      </Group>
      {confirming && (
        <ConfirmPromiseDialog
          promise={promise}
          onClose={() => setConfirming(false)}
          onDone={() => setConfirming(false)}
        />
      )}
    </Paper>
  );
}
