import { useEffect, useRef, useState } from "react";
import { Answered, DateText, formatQuantity, Refused, readApi, useApi, useLive, useText } from "../platform/index.ts";
import classes from "./floor.module.css";
import type { ChosenJob, FloorPerson } from "./use-floor.ts";
import { OperationState } from "./words.tsx";

/** Which job: scan the card, or pick; the person's own running jobs stand first. */
export function FloorJobs({
  person,
  onChoose,
}: {
  readonly person: FloorPerson;
  readonly onChoose: (job: ChosenJob) => void;
}) {
  const t = useText();
  const jobs = useApi("/api/v1/floor/jobs", { params: { query: { personId: person.id } } }, { keep: true });
  useLive("production.order", () => void jobs.refetch());
  const [scan, setScan] = useState("");
  const [problem, setProblem] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const find = async () => {
    const text = scan.trim();
    if (!text) return;
    setProblem("");
    try {
      const { jobs: found } = await readApi("/api/v1/floor/jobs", {
        params: { query: { scan: text, personId: person.id } },
      });
      const best = found.find((one) => one.isMine) ?? found.find((one) => one.state !== "waiting") ?? found[0];
      if (best) onChoose(best);
      else setProblem(t("production.floor.noSuchJob", { text }));
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem.detail : t("production.floor.unreachable"));
    }
    setScan("");
  };
  return (
    <section className={classes.page}>
      <h1>{t("production.floor.which")}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <input
          ref={field}
          className={classes.scan}
          value={scan}
          onChange={(event) => setScan(event.currentTarget.value)}
          placeholder={t("production.floor.scanJob")}
          aria-label={t("production.floor.scanJob")}
        />
      </form>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <Answered answer={jobs}>
        {({ jobs: all }) =>
          all.length === 0 ? (
            <p>{t("production.floor.noJobs")}</p>
          ) : (
            <div className={classes.jobs}>
              {all.map((one) => (
                <button
                  type="button"
                  key={`${one.workOrderId}-${one.operationNumber}`}
                  data-mine={one.isMine || undefined}
                  data-late={one.isLate || undefined}
                  onClick={() => onChoose(one)}
                >
                  <span className={classes.jobTop}>
                    <strong>
                      {one.number}-{one.operationNumber}
                    </strong>
                    <OperationState state={one.state} />
                  </span>
                  <span className={classes.jobName}>{one.itemName}</span>
                  <span>
                    {one.operationName} · {one.workCenterName}
                    {one.standsInFor && t("production.standsIn", { name: one.standsInFor })}
                  </span>
                  <span className={classes.jobTop}>
                    <span>{t("production.floor.left", { quantity: formatQuantity(one.open, one.unit) })}</span>
                    <DateText value={one.dueOn} />
                  </span>
                  {one.people.length > 0 && <span>{t("production.atWork", { people: one.people.join("・") })}</span>}
                </button>
              ))}
            </div>
          )
        }
      </Answered>
    </section>
  );
}
