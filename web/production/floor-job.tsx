import { useState } from "react";
import { PAUSE_REASONS, SCRAP_REASONS } from "../../domain/production/index.ts";
import { Answered, DateText, formatDecimal, formatUnit, useApi, useLive, useText } from "../platform/index.ts";
import classes from "./floor.module.css";
import { NumberPad } from "./floor-pad.tsx";
import { type ChosenJob, type FloorPerson, type FloorReport, newKey, useKept } from "./use-floor.ts";
import { OperationState } from "./words.tsx";

/** What is being entered; kept, so that a reload in the middle loses nothing. */
interface Entry {
  readonly kind: "good" | "scrap" | "pause" | "done";
  readonly quantity: string;
  readonly reason: string;
}

/** One job in view, and the buttons for what happens to it. */
export function FloorJobView({
  job,
  person,
  onReport,
  onBack,
  waiting,
}: {
  readonly job: ChosenJob;
  readonly person: FloorPerson;
  readonly onReport: (key: string, report: FloorReport) => void;
  readonly onBack: () => void;
  readonly waiting: number;
}) {
  const t = useText();
  const scan = `${job.number}-${job.operationNumber}`;
  const answer = useApi("/api/v1/floor/jobs", { params: { query: { scan, personId: person.id } } }, { keep: true });
  useLive("production.order", () => void answer.refetch());
  const [entry, setEntry] = useKept<Entry | null>(`entry.${scan}`, null);
  const [ended, setEnded] = useState(false);
  const report = (kind: FloorReport["kind"], more: { quantity?: string; reason?: string } = {}) => {
    onReport(newKey(), {
      token: person.token,
      personId: person.id,
      workOrderId: job.workOrderId,
      operationNumber: job.operationNumber,
      kind,
      ...(more.quantity && { quantity: more.quantity }),
      ...(more.reason && { reason: more.reason }),
    });
    setEntry(null);
    if (kind === "done") setEnded(true);
  };
  return (
    <Answered answer={answer}>
      {({ jobs }) => {
        const now = jobs[0];
        if (!now || ended)
          return (
            <section className={classes.center}>
              <h1>{t("production.floor.jobDone", { job: scan })}</h1>
              <button type="button" className={classes.enter} onClick={onBack}>
                {t("production.floor.nextJob")}
              </button>
            </section>
          );
        const isMine = now.isMine;
        return (
          <section className={classes.page}>
            <div className={classes.jobHead}>
              <button type="button" className={classes.plain} onClick={onBack}>
                ← {t("production.floor.otherJob")}
              </button>
              <span className={classes.jobNumber}>{scan}</span>
              <OperationState state={now.state} />
              <span className={classes.jobDue} data-late={now.isLate || undefined}>
                {t("production.dueOn")} <DateText value={now.dueOn} />
              </span>
            </div>
            <h1 className={classes.item}>
              {now.itemName} <small>{now.itemCode}</small>
            </h1>
            <p className={classes.operation}>
              {now.operationName} · {now.workCenterName}
              {now.standsInFor && t("production.standsIn", { name: now.standsInFor })}
              {now.note && <span> · {now.note}</span>}
            </p>
            {entry === null && (
              <dl className={classes.figures}>
                <Figure label={t("production.operation.planned")} value={now.plannedQuantity} unit={now.unit} />
                <Figure label={t("production.good")} value={now.good} unit={now.unit} tone="good" />
                <Figure label={t("production.scrap")} value={now.scrap} unit={now.unit} tone="bad" />
                <Figure label={t("production.floor.open")} value={now.open} unit={now.unit} tone="open" />
              </dl>
            )}
            {entry === null ? (
              <div className={classes.buttons}>
                {isMine ? (
                  <button
                    type="button"
                    data-tone="pause"
                    onClick={() => setEntry({ kind: "pause", quantity: "", reason: "" })}
                  >
                    {t("production.floor.pause")}
                  </button>
                ) : (
                  <button
                    type="button"
                    data-tone="start"
                    disabled={waiting > 0}
                    onClick={() => report(now.state === "paused" ? "resume" : "start")}
                  >
                    {t(now.state === "paused" ? "production.floor.resume" : "production.floor.start")}
                  </button>
                )}
                <button
                  type="button"
                  data-tone="good"
                  onClick={() => setEntry({ kind: "good", quantity: "", reason: "" })}
                >
                  {t("production.floor.good")}
                </button>
                <button
                  type="button"
                  data-tone="bad"
                  onClick={() => setEntry({ kind: "scrap", quantity: "", reason: "" })}
                >
                  {t("production.floor.scrap")}
                </button>
                <button
                  type="button"
                  data-tone="done"
                  onClick={() => setEntry({ kind: "done", quantity: "", reason: "" })}
                >
                  {t("production.floor.doneButton")}
                </button>
              </div>
            ) : (
              <EntryView entry={entry} open={now.open} setEntry={setEntry} report={report} />
            )}
          </section>
        );
      }}
    </Answered>
  );
}

function Figure({
  label,
  value,
  unit,
  tone,
}: {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly tone?: "good" | "bad" | "open";
}) {
  return (
    <div data-tone={tone}>
      <dt>{label}</dt>
      <dd>
        {formatDecimal(value)} <small>{formatUnit(unit)}</small>
      </dd>
    </div>
  );
}

/** Number and reason of one report. */
function EntryView({
  entry,
  open,
  setEntry,
  report,
}: {
  readonly entry: Entry;
  readonly open: string;
  readonly setEntry: (entry: Entry | null) => void;
  readonly report: (kind: FloorReport["kind"], more?: { quantity?: string; reason?: string }) => void;
}) {
  const t = useText();
  const { kind, quantity, reason } = entry;
  const isNumber = /^\d{1,12}(\.\d{1,6})?$/.test(quantity) && Number(quantity) > 0;
  const cancel = (
    <button type="button" className={classes.plain} onClick={() => setEntry(null)}>
      {t("platform.cancel")}
    </button>
  );
  if (kind === "done")
    return (
      <div className={classes.entry}>
        <h2>
          {t(Number(open) > 0 ? "production.floor.doneShort" : "production.floor.doneAsk", {
            open: formatDecimal(open),
          })}
        </h2>
        <button type="button" className={classes.enter} onClick={() => report("done")}>
          {t("production.floor.doneButton")}
        </button>
        {cancel}
      </div>
    );
  if (kind === "pause")
    return (
      <div className={classes.entry}>
        <h2>{t("production.floor.why")}</h2>
        <div className={classes.reasons}>
          {PAUSE_REASONS.map((one) => (
            <button type="button" key={one} onClick={() => report("pause", { reason: one })}>
              {t(`production.reason.${one}`)}
            </button>
          ))}
        </div>
        {cancel}
      </div>
    );
  return (
    <div className={classes.entry} data-kind={kind}>
      <h2>
        {t(kind === "good" ? "production.floor.howManyGood" : "production.floor.howManyScrap")}{" "}
        <button
          type="button"
          className={classes.plain}
          onClick={() => setEntry({ ...entry, quantity: open })}
          disabled={Number(open) <= 0}
        >
          {t("production.floor.all", { open: formatDecimal(open) })}
        </button>
      </h2>
      <div className={classes.entryColumns}>
        <NumberPad
          label={t("production.quantity")}
          value={quantity}
          onChange={(value) => setEntry({ ...entry, quantity: value })}
          onEnter={() => isNumber && (kind === "good" || reason) && report(kind, { quantity, reason })}
          enter={t(kind === "good" ? "production.floor.sendGood" : "production.floor.sendScrap")}
          decimals
          busy={!isNumber || (kind === "scrap" && !reason)}
        />
        {kind === "scrap" && (
          <div className={classes.reasons}>
            {SCRAP_REASONS.map((one) => (
              <button
                type="button"
                key={one}
                aria-pressed={reason === one}
                onClick={() => setEntry({ ...entry, reason: one })}
              >
                {t(`production.reason.${one}`)}
              </button>
            ))}
          </div>
        )}
      </div>
      {cancel}
    </div>
  );
}
