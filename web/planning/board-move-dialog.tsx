import { Alert, Button, Group, List, Modal, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  Failure,
  formatCount,
  Loading,
  Refused,
  useApi,
  useCommand,
  useLocale,
  useText,
} from "../platform/index.ts";
import { type BoardRow, type Operation, type Schedule, timeFactorOn } from "./board-layout.ts";
import { durationText, lateText, momentText, reasonText } from "./board-words.ts";

type Consequence = AnswerOf<"get", "/api/v1/schedule/preview">;
export interface MoveTarget {
  readonly operation: Operation;
  readonly workCenterId: string;
  readonly machine: number;
  readonly start: string;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const SHOWN = 8;

/** Where an operation is to stand, and what that changes, before it is done. A dragged bar opens it with its new place, the keyboard with the old one. */
export function MoveDialog({
  target,
  rows,
  centers,
  version,
  onClose,
  onMoved,
}: {
  readonly target: MoveTarget;
  readonly rows: readonly BoardRow[];
  readonly centers: Schedule["centers"];
  readonly version: number;
  readonly onClose: () => void;
  /** With when it really starts. */
  readonly onMoved: (start: string) => void;
}) {
  const t = useText();
  const { operation } = target;
  const [place, setPlace] = useState({ workCenterId: target.workCenterId, machine: target.machine });
  const [start, setStart] = useState(target.start);
  const isReadable = MOMENT.test(start);
  const isMoved =
    place.workCenterId !== operation.workCenterId || place.machine !== operation.machine || start !== operation.start;
  const wish = {
    ...{ workOrderId: operation.workOrderId, operationNumber: operation.operationNumber },
    ...{ ...place, start },
  };
  const told = useApi(
    "/api/v1/schedule/preview",
    { params: { query: wish } },
    { when: isReadable && (isMoved || !operation.isPinned) },
  );
  // What is wrong with the start stands at the start, not below.
  const refused = told.error instanceof Refused ? told.error.problem.errors : [];
  const startProblem = isReadable
    ? refused.find(({ field }) => field === "start")?.detail
    : t("planning.board.startMissing");
  const move = useCommand("post", "/api/v1/schedule/moves", { success: t("planning.board.moved") });
  const apply = async () => {
    const end = await move.run({ body: { ...wish, version } });
    if (!end?.ok) return;
    onMoved(told.data?.start ?? start);
    onClose();
  };
  // Its own machines first, then those that stand in for them.
  const machines = rows
    .flatMap((row) => {
      const factor = timeFactorOn(centers, operation, row.workCenterId);
      return factor === null ? [] : [{ row, factor, isOwn: row.workCenterId === operation.ownWorkCenterId }];
    })
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("planning.board.moveTitle", { number: operation.number, operation: nameOf(operation) })}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <Group gap="sm" grow align="flex-start">
          <NativeSelect
            label={t("planning.board.machine")}
            value={`${place.workCenterId}:${place.machine}`}
            onChange={(event) => {
              const chosen = rows.find(({ key }) => key === event.currentTarget.value);
              if (chosen?.workCenterId && chosen.machine)
                setPlace({ workCenterId: chosen.workCenterId, machine: chosen.machine });
            }}
            data={machines.map(({ row, factor, isOwn }) => ({
              value: row.key,
              label: isOwn ? row.label : t("planning.board.alternativeMachine", { name: row.label, factor }),
            }))}
          />
          <TextInput
            type="datetime-local"
            label={t("planning.board.start")}
            value={start}
            data-autofocus
            error={startProblem}
            onChange={(event) => setStart(event.currentTarget.value)}
          />
        </Group>
        <div aria-live="polite" style={{ minHeight: 140 }}>
          {startProblem ? null : told.isError ? (
            <Failure error={told.error} retry={() => void told.refetch()} />
          ) : told.data ? (
            <Consequences told={told.data} />
          ) : (
            isReadable && told.isFetching && <Loading lines={4} />
          )}
        </div>
        <Text size="xs" c="dimmed">
          {t("planning.board.pinHint")}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button disabled={!told.data || told.isFetching} loading={move.busy} onClick={() => void apply()}>
            {t("planning.board.moveHere")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

export const nameOf = ({ operationNumber, name }: Pick<Operation, "operationNumber" | "name">) =>
  `${operationNumber} ${name}`.trim();

function Consequences({ told }: { readonly told: Consequence }) {
  const t = useText();
  const locale = useLocale();
  const { becameLate, inTimeAgain, orders, orderCount } = told;
  return (
    <Stack gap={8}>
      <Text size="sm">
        {t("planning.board.wouldStand", {
          start: momentText(told.start, locale, t),
          end: momentText(told.end, locale, t),
        })}
      </Text>
      {told.workMinutes !== told.workMinutesBefore && (
        <Text size="sm">
          {t(told.workMinutes > told.workMinutesBefore ? "planning.board.worksLonger" : "planning.board.worksShorter", {
            before: durationText(told.workMinutesBefore, t),
            now: durationText(told.workMinutes, t),
          })}
        </Text>
      )}
      {told.notSooner && (
        <Alert color="orange" py={8}>
          <Text size="sm">{t("planning.board.notSooner", { why: reasonText(told.notSooner, locale, t) })}</Text>
        </Alert>
      )}
      <Text size="sm" fw={600} c={becameLate > 0 ? "red.8" : undefined}>
        {orderCount === 0
          ? t("planning.board.noConsequence")
          : t("planning.board.consequence", {
              late: formatCount(becameLate),
              again: formatCount(inTimeAgain),
              orders: formatCount(orderCount),
            })}
      </Text>
      {orders.length > 0 && (
        <List size="sm" spacing={4}>
          {orders.slice(0, SHOWN).map((order) => (
            <List.Item key={order.workOrderId}>
              {t(order.changeMinutes > 0 ? "planning.board.orderLater" : "planning.board.orderSooner", {
                number: order.number,
                by: durationText(order.changeMinutes, t),
                end: momentText(order.end, locale, t),
              })}
              {order.isInTimeAgain && ` ${t("planning.board.orderInTime")}`}
              {order.lateMinutes > 0 && (
                <Text size="sm" c={order.becameLate ? "red.8" : "dimmed"}>
                  {lateText(order.number, order.lateMinutes, order.why, locale, t)}
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      )}
      {orderCount > SHOWN && (
        <Text size="xs" c="dimmed">
          {t("planning.board.more", { count: formatCount(orderCount - SHOWN) })}
        </Text>
      )}
    </Stack>
  );
}
