import { useEffect, useState } from "react";
import { LanguageSwitch, PageLink, useCompany, useCompanyName, usePageTitle, useText } from "../platform/index.ts";
import classes from "./floor.module.css";
import { FloorJobView } from "./floor-job.tsx";
import { FloorJobs } from "./floor-jobs.tsx";
import { FloorPeople } from "./floor-people.tsx";
import { type ChosenJob, type FloorPerson, useFloorOutbox, useKept } from "./use-floor.ts";

/** The tablet of the floor: who, which job, what happened. One thing in view, readable from two metres. */
export function Page() {
  const t = useText();
  const company = useCompanyName()(useCompany());
  usePageTitle(t("production.floor.title"));
  const [person, setPerson] = useKept<FloorPerson | null>("person", null);
  const [job, setJob] = useKept<ChosenJob | null>("job", null);
  const [mustSignIn, setMustSignIn] = useState(false);
  const outbox = useFloorOutbox(() => setMustSignIn(true));
  const isOnline = useOnline();
  const leave = () => {
    setJob(null);
    setPerson(null);
    setMustSignIn(false);
    outbox.setMessage(null);
  };
  const signIn = (next: FloorPerson) => {
    if (person && next.id !== person.id) setJob(null);
    setPerson(next);
    setMustSignIn(false);
    outbox.renew(next);
  };
  return (
    <main id="page" className={classes.floor}>
      <header className={classes.bar}>
        <PageLink to="" className={classes.home}>
          {company}
        </PageLink>
        <strong>{t("production.floor.title")}</strong>
        <span className={classes.net} role="status">
          <span data-bad={!isOnline || outbox.waiting > 0 || undefined}>
            {outbox.waiting > 0
              ? t("production.floor.waiting", { count: outbox.waiting })
              : t(isOnline ? "production.floor.online" : "production.floor.offline")}
          </span>
        </span>
        <LanguageSwitch />
        {person && (
          <button type="button" className={classes.person} onClick={leave}>
            {person.name} <span>{t("production.floor.change")}</span>
          </button>
        )}
      </header>
      {outbox.message && (
        <div className={classes.message} data-tone={outbox.message.tone} role="alert">
          {outbox.message.text(t)}
          <button type="button" onClick={() => outbox.setMessage(null)} aria-label={t("platform.close")}>
            ×
          </button>
        </div>
      )}
      {!person || mustSignIn ? (
        <FloorPeople again={mustSignIn ? person : null} onSignedIn={signIn} />
      ) : job ? (
        <FloorJobView
          job={job}
          person={person}
          onReport={outbox.report}
          onBack={() => setJob(null)}
          waiting={outbox.waiting}
        />
      ) : (
        <FloorJobs person={person} onChoose={setJob} />
      )}
    </main>
  );
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    window.addEventListener("online", update);
    window.addEventListener("offline", update);
    return () => {
      window.removeEventListener("online", update);
      window.removeEventListener("offline", update);
    };
  }, []);
  return isOnline;
}
