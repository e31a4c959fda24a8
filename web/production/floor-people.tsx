import { useState } from "react";
import { Answered, answerOf, client, formatInstant, Refused, useApi, useText } from "../platform/index.ts";
import classes from "./floor.module.css";
import { NumberPad } from "./floor-pad.tsx";
import type { FloorPerson } from "./use-floor.ts";

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/**
 * Who works: a name from the grid or a scanned card, then the PIN.
 *
 * @param again the person whose sign-in has ended: only the PIN is asked
 */
export function FloorPeople({
  again,
  onSignedIn,
}: {
  readonly again: Chosen | null;
  readonly onSignedIn: (person: FloorPerson) => void;
}) {
  const t = useText();
  const people = useApi("/api/v1/floor/workers");
  const [chosen, setChosen] = useState<Chosen | null>(again);
  const [scan, setScan] = useState("");
  const [pin, setPin] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  const signIn = async () => {
    if (!chosen || busy || pin.length < 4) return;
    setBusy(true);
    setProblem("");
    try {
      const body = { personId: chosen.id, pin };
      // No key goes with it: an answer that holds a token is not kept for replays.
      const answer = answerOf(await client.POST("/api/v1/floor/sign-in", { body }));
      if (answer.result === "signed_in") onSignedIn({ ...answer.person, token: answer.token });
      else if (answer.result === "locked")
        setProblem(t("production.floor.locked", { until: formatInstant(answer.untilAt) }));
      else setProblem(t("production.floor.wrongPin", { left: answer.attemptsLeft }));
    } catch (error) {
      setProblem(error instanceof Refused ? error.problem.detail : t("production.floor.unreachable"));
    } finally {
      setPin("");
      setBusy(false);
    }
  };
  if (chosen)
    return (
      <section className={classes.center} aria-label={t("production.floor.pin")}>
        <h1>{t("production.floor.pinOf", { name: chosen.name })}</h1>
        <NumberPad
          label={t("production.floor.pin")}
          value={pin}
          onChange={(value) => setPin(value.replace(/\D/g, "").slice(0, 8))}
          onEnter={() => void signIn()}
          enter={t("production.floor.enter")}
          hidden
          busy={busy}
        />
        {problem && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
        <button type="button" className={classes.plain} onClick={() => setChosen(null)}>
          {t("production.floor.otherName")}
        </button>
      </section>
    );
  return (
    <Answered answer={people}>
      {({ people: all }) => (
        <section className={classes.page}>
          <h1>{t("production.floor.who")}</h1>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const found = all.find((one) => one.code.toUpperCase() === scan.normalize("NFKC").trim().toUpperCase());
              setScan("");
              if (found) setChosen(found);
              else setProblem(t("production.floor.noSuchPerson"));
            }}
          >
            <input
              className={classes.scan}
              value={scan}
              onChange={(event) => setScan(event.currentTarget.value)}
              placeholder={t("production.floor.scanPerson")}
              aria-label={t("production.floor.scanPerson")}
              autoFocus
            />
          </form>
          {problem && (
            <p className={classes.problem} role="alert">
              {problem}
            </p>
          )}
          {all.length === 0 && <p>{t("production.floor.nobody")}</p>}
          <div className={classes.people}>
            {all.map((one) => (
              <button type="button" key={one.id} disabled={one.isLocked} onClick={() => setChosen(one)}>
                {one.name}
                <span>{one.isLocked ? t("production.floor.lockedShort") : one.code}</span>
              </button>
            ))}
          </div>
        </section>
      )}
    </Answered>
  );
}
