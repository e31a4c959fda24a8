import { Text } from "@mantine/core";
import { useState } from "react";
import { addDays } from "../../domain/shared/index.ts";
import { FormDialog, type FormField, todayInJapan, useCommand, useText } from "../platform/index.ts";
import { keyOf, type PlanException } from "./exception-words.ts";

/** 後で見る: until when, and why. */
export function AsideDialog({
  rows,
  onClose,
  onDone,
}: {
  readonly rows: readonly PlanException[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useText();
  const put = useCommand("post", "/api/v1/plan-exceptions/set-aside", {
    success: (done) => t("planning.aside.done", { count: done.count }),
    placesRefusals: true,
  });
  const [fields] = useState<FormField[]>(() => [
    { name: "untilOn", label: t("planning.aside.untilOn"), kind: "date", required: true },
    { name: "reason", label: t("planning.aside.reason"), kind: "note", required: true },
  ]);
  const [initial] = useState(() => ({ untilOn: addDays(todayInJapan(), 7) }));
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("planning.aside.title", { count: rows.length })}
      fields={fields}
      columns={1}
      initial={initial}
      submit={({ untilOn, reason }) =>
        put.run({ body: { exceptions: rows.map(keyOf), untilOn: String(untilOn), reason: String(reason) } })
      }
      submitLabel={t("planning.aside.label")}
      onDone={onDone}
    >
      <Text size="sm" mb="sm">
        {t("planning.aside.explain")}
      </Text>
    </FormDialog>
  );
}
