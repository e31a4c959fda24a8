import { Drawer, Group } from "@mantine/core";
import { useState } from "react";
import { addDays, maxDate } from "../../domain/shared/index.ts";
import {
  Answered,
  type AnswerOf,
  DateText,
  DayField,
  formatDate,
  formatQuantity,
  PageLink,
  Quantity,
  todayInJapan,
  useApi,
  useLocale,
  useText,
} from "../platform/index.ts";
import { Part, type PegStart, PegTree } from "./peg-tree.tsx";
import { recordName, recordPage } from "./words.tsx";

type Timeline = AnswerOf<"get", "/api/v1/plan-items/{itemId}/timeline">;
type Event = Timeline["events"][number];

/** What a row of an item's timeline is for and what it waits for, at the side of the table it was chosen in. */
export function PegDrawer({
  timeline,
  event,
  onClose,
}: {
  readonly timeline: Timeline;
  readonly event: Event | null;
  readonly onClose: () => void;
}) {
  const t = useText();
  return (
    <Drawer
      opened={event !== null}
      onClose={onClose}
      position="right"
      size={620}
      title={t("planning.pegs.title")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      {event && <Shown timeline={timeline} event={event} />}
    </Drawer>
  );
}

function Shown({ timeline, event }: { readonly timeline: Timeline; readonly event: Event }) {
  const t = useText();
  const { up, down } = startsOf(timeline.itemId, event);
  const named = event.record ? recordName(t, event.record) : `${event.orderItemCode ?? ""} #${event.seq}`;
  return (
    <>
      <Group justify="space-between" mb={10} gap={8}>
        <b>
          {t(`planning.timeline.${event.what}`)} {named}
        </b>
        <span>
          <DateText value={event.onDate} /> <Quantity value={event.quantity.replace("-", "")} unit={timeline.unit} />
        </span>
      </Group>
      {event.what === "receipt" && event.record && <Endangered timeline={timeline} event={event} />}
      {up && <PegTree start={up} label={t("planning.pegs.up")} heading />}
      {down && (
        <Part title={t(event.what === "demand" ? "planning.pegs.coveredBy" : "planning.pegs.down")}>
          <PegTree start={down} label={t("planning.pegs.down")} />
        </Part>
      )}
    </>
  );
}

/** Where both trees begin: what comes is for something, what goes is covered by something, what is made needs something. */
function startsOf(itemId: string, { what, seq, record }: Event): { up: PegStart | null; down: PegStart | null } {
  const end = { itemId, ...(seq !== null && { seq }), ...(record && { id: record.id, line: record.line ?? 0 }) };
  const kind = record ? (record.kind as PegStart["kind"]) : "planned";
  const isMade = kind === "work_order" || kind === "planned";
  if (what === "receipt" || what === "planned_receipt") {
    const { line: _, ...whole } = end as typeof end & { line?: number };
    return {
      up: { ...end, direction: "up", kind },
      down: isMade ? { ...(kind === "work_order" ? whole : end), direction: "down", kind } : null,
    };
  }
  // What a planned order or a work order takes is for what comes of it.
  const up = isMade
    ? { itemId, direction: "up" as const, kind, ...(seq !== null ? { seq } : { id: record!.id }) }
    : null;
  return { up, down: { ...end, direction: "down", kind } };
}

/** "If this came on … it would endanger …": a sentence for each order of a customer. */
function Endangered({ timeline, event }: { readonly timeline: Timeline; readonly event: Event }) {
  const t = useText();
  const locale = useLocale();
  const [arrivesOn, setArrivesOn] = useState(addDays(maxDate(event.onDate, todayInJapan()), 7));
  const record = event.record!;
  const answer = useApi(
    "/api/v1/plan-items/{itemId}/endangered",
    {
      params: {
        path: { itemId: timeline.itemId },
        query: {
          kind: record.kind as "purchase",
          id: record.id,
          arrivesOn,
          ...(record.line !== null && { line: record.line }),
        },
      },
    },
    { when: arrivesOn !== "", keep: true },
  );
  return (
    <Part title={t("planning.endangered.title")}>
      <DayField
        label={t("planning.endangered.arrivesOn")}
        value={arrivesOn}
        onChange={setArrivesOn}
        size="xs"
        maw={200}
        mb={6}
      />
      <Answered answer={answer} lines={2}>
        {({ demands, isCut }) =>
          demands.length === 0 ? (
            <p style={{ margin: 0 }}>{t(isCut ? "planning.pegs.cut" : "planning.endangered.none")}</p>
          ) : (
            <>
              <ul style={{ margin: 0, paddingLeft: 18, lineHeight: 1.8 }}>
                {demands.map((one) => (
                  <li key={`${one.record.id} ${one.record.line}`}>
                    <PageLink to={recordPage(one.record)}>
                      {t("planning.endangered.sentence", {
                        record: recordName(t, one.record),
                        item: one.itemCode,
                        quantity: formatQuantity(one.quantity, one.unit),
                        needed: formatDate(one.neededOn, locale),
                        possible: formatDate(one.possibleOn, locale),
                      })}
                    </PageLink>
                  </li>
                ))}
              </ul>
              <p className="quiet" style={{ margin: "4px 0 0" }}>
                {t(isCut ? "planning.pegs.cut" : "planning.endangered.hint")}
              </p>
            </>
          )
        }
      </Answered>
    </Part>
  );
}
