import { Alert, Button, Group, Modal, Table } from "@mantine/core";
import { useState } from "react";
import {
  Answered,
  type AnswerOf,
  DayField,
  formatDecimal,
  refusalText,
  type Translate,
  todayInJapan,
  useCommand,
  usePosted,
  useText,
} from "../platform/index.ts";

/** What was chosen in a list of learned times; each with the item's version as it was seen. */
export interface TakeOver {
  readonly operations: readonly {
    readonly itemId: string;
    readonly operationNumber: number;
    readonly workCenterId: string;
    readonly itemVersion: number;
  }[];
  readonly leadTimes: readonly { readonly itemId: string; readonly itemVersion: number }[];
}

type Line = AnswerOf<"post", "/api/v1/learned-times/take-over-preview">["lines"][number];

/** Before learned times become the masters': what changes line by line, from which day, and what cannot be taken over. */
export function TakeOverDialog({
  chosen,
  onClose,
  onDone,
}: {
  readonly chosen: TakeOver;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useText();
  const [validFrom, setValidFrom] = useState(todayInJapan());
  const body = { ...chosen, validFrom };
  const preview = usePosted("/api/v1/learned-times/take-over-preview", body as never);
  const save = useCommand("post", "/api/v1/learned-times/take-over", { success: t("planning.learned.taken") });
  const isBlocked = !preview.data || preview.data.lines.some(({ refusal }) => refusal !== null);
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={t("planning.learned.takeOver")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      {chosen.operations.length > 0 && (
        <DayField
          label={t("planning.learned.validFrom")}
          description={t("planning.learned.validFromText")}
          value={validFrom}
          onChange={(day) => day !== "" && setValidFrom(day)}
          maw={260}
          mb={10}
        />
      )}
      <Answered answer={preview} lines={4}>
        {({ lines }) => (
          <>
            <div style={{ maxHeight: 380, overflow: "auto" }}>
              <Table fz={13} aria-label={t("planning.learned.takeOver")}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t("planning.item.code")}</Table.Th>
                    <Table.Th>{t("planning.learned.what")}</Table.Th>
                    <Table.Th>{t("planning.learned.before")}</Table.Th>
                    <Table.Th>{t("planning.learned.after")}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {lines.map((line) => (
                    <Table.Tr key={`${line.kind} ${line.itemId} ${line.operationNumber}`}>
                      <Table.Td>{line.itemCode}</Table.Td>
                      <Table.Td>
                        {line.kind === "operation"
                          ? `${line.operationNumber} ${line.operationName ?? ""}`
                          : t("planning.learned.leadTime")}
                        {line.refusal && (
                          <div style={{ color: "var(--musubi-negative)" }}>{refusalText(t, line.refusal)}</div>
                        )}
                      </Table.Td>
                      <Table.Td>{timesText(t, line.before)}</Table.Td>
                      <Table.Td>
                        <b>{timesText(t, line.after)}</b>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
            {isBlocked && (
              <Alert color="orange" mt={10} py={8}>
                {t("planning.learned.blocked")}
              </Alert>
            )}
          </>
        )}
      </Answered>
      <Group justify="flex-end" mt={14}>
        <Button variant="default" onClick={onClose}>
          {t("platform.cancel")}
        </Button>
        <Button
          loading={save.busy}
          disabled={isBlocked || preview.isFetching || preview.isError}
          onClick={() => void save.run({ body: body as never }).then((end) => end?.ok && onDone())}
        >
          {t("planning.learned.takeOver")}
        </Button>
      </Group>
    </Modal>
  );
}

function timesText(t: Translate, { setupMinutes, minutesPerUnit, days }: Line["before"]): string {
  if (days !== null) return t("planning.learned.days", { days });
  if (minutesPerUnit === null || setupMinutes === null) return "–";
  return t("planning.learned.times", {
    setup: formatDecimal(Number(setupMinutes).toFixed(1)),
    unit: formatDecimal(Number(minutesPerUnit).toFixed(3)),
  });
}
