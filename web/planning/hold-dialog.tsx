import { Text } from "@mantine/core";
import { useMemo } from "react";
import { findPartners } from "../parties/index.ts";
import {
  FormDialog,
  type FormField,
  formatDate,
  formatQuantity,
  useCommand,
  useLocale,
  useText,
} from "../platform/index.ts";
import type { Promised } from "./promise-words.ts";

/** A morning, a day, two, a week, two, a month: in hours. */
const TERMS = ["4", "24", "48", "168", "336", "720"];

interface HeldQuestion {
  readonly itemId: string;
  readonly quantity: string;
  readonly wantedOn: string;
  /** The day that was told: nothing later is held without asking again. */
  readonly latestOn: string;
  readonly workCenterId?: string;
  readonly otherWorkCenterId?: string;
}

/** Holds a date that was just answered: for whom, and for how long. */
export function HoldDialog({
  item,
  unit,
  question,
  onClose,
  onDone,
}: {
  readonly item: string;
  readonly unit: string;
  readonly question: HeldQuestion;
  readonly onClose: () => void;
  readonly onDone: (promise: Promised) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const hold = useCommand("post", "/api/v1/promises", {
    success: (promise) => t("planning.promise.held", { number: promise.number }),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "hours",
        label: t("planning.promise.howLong"),
        kind: "choice",
        required: true,
        options: TERMS.map((value) => ({ value, label: t(`planning.promise.term.${value}`) })),
      },
      {
        name: "partnerId",
        label: t("planning.promise.partner"),
        kind: "lookup",
        lookup: findPartners.customers,
        hint: t("planning.promise.partnerHint"),
      },
    ],
    [t],
  );
  return (
    <FormDialog
      opened
      columns={1}
      onClose={onClose}
      title={t("planning.promise.hold")}
      fields={fields}
      initial={INITIAL}
      submitLabel={t("planning.promise.hold")}
      submit={({ hours, partnerId }) =>
        hold.run({
          body: { ...question, hours: Number(hours), ...(partnerId !== null && { partnerId: String(partnerId) }) },
        })
      }
      onDone={onDone}
    >
      <Text size="sm" mb="sm">
        {t("planning.promise.holdText", {
          item,
          quantity: formatQuantity(question.quantity, unit),
          date: formatDate(question.latestOn, locale),
        })}
      </Text>
    </FormDialog>
  );
}

const INITIAL = { hours: "48" };
