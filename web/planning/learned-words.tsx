import { Group } from "@mantine/core";
import { useState } from "react";
import { addDays } from "../../domain/shared/index.ts";
import {
  FormDialog,
  formatCount,
  formatDate,
  InstantText,
  PageLink,
  StateBadge,
  todayInJapan,
  useApi,
  useCommand,
  useLive,
  useLocale,
  useText,
} from "../platform/index.ts";

/** Between the pages of learned times, and of what they were learned. */
export function LearnedHead({ here }: { readonly here: "operations" | "leadTimes" | "queues" | "events" | "imports" }) {
  const t = useText();
  const locale = useLocale();
  const answer = useApi("/api/v1/learned-times");
  useLive("planning.learned", () => void answer.refetch());
  const run = answer.data?.run;
  const pages = [
    ["operations", "planning/learned"],
    ["leadTimes", "planning/learned/lead-times"],
    ["queues", "planning/learned/queues"],
    ["events", "planning/learned/events"],
    ["imports", "planning/learned/imports"],
  ] as const;
  return (
    <div style={{ marginBottom: 10 }}>
      <Group component="nav" aria-label={t("planning.learned.title")} gap={18} mb={6}>
        {pages.map(([id, to]) =>
          id === here ? (
            <b key={id} aria-current="page">
              {t(`planning.learned.${id}`)}
            </b>
          ) : (
            <PageLink key={id} to={to}>
              {t(`planning.learned.${id}`)}
            </PageLink>
          ),
        )}
      </Group>
      {answer.data && (
        <p className="quiet" style={{ margin: 0 }}>
          {run ? (
            <>
              {t("planning.learned.of", {
                since: formatDate(run.since, locale),
                reports: formatCount(run.reportCount),
                events: formatCount(run.eventCount),
              })}{" "}
              <InstantText value={run.learnedAt} />
              {run.eventCount > 0 && ` ${t("planning.learned.finishedToo")}`}
            </>
          ) : (
            t("planning.learned.never")
          )}
        </p>
      )}
    </div>
  );
}

/** On how many work orders a figure rests, and whether that is enough. */
export function OrderCount({ count, least }: { readonly count: number; readonly least: number }) {
  const t = useText();
  return (
    <>
      {formatCount(count)} {count < least && <StateBadge tone="draft" label={t("planning.learned.tooFew")} />}
    </>
  );
}

/** "Learn anew": the dialog and the button's doing. */
export function useLearn() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const learn = useCommand("post", "/api/v1/learned-times", {
    success: t("planning.learned.done"),
    placesRefusals: true,
  });
  const close = () => setOpen(false);
  return {
    create: { label: t("planning.learned.learn"), onClick: () => setOpen(true), permission: "planning.plan" },
    dialog: (
      <FormDialog
        opened={isOpen}
        onClose={close}
        title={t("planning.learned.learn")}
        fields={[{ name: "since", label: t("planning.learned.since"), kind: "date", required: true }]}
        initial={{ since: addDays(todayInJapan(), -365) }}
        submit={(body) => learn.run({ body: body as never })}
        onDone={close}
        submitLabel={t("planning.learned.learn")}
      >
        {t("planning.learned.learnText")}
      </FormDialog>
    ),
  };
}
