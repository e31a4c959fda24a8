import { type KeyboardEvent, useEffect, useRef } from "react";
import { useText } from "../platform/index.ts";
import classes from "./floor.module.css";

/** Big figures for fingers in gloves; a keyboard or scanner types into the same field. */
export function NumberPad({
  label,
  value,
  onChange,
  onEnter,
  enter,
  hidden = false,
  decimals = false,
  busy = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  readonly enter: string;
  readonly hidden?: boolean;
  readonly decimals?: boolean;
  readonly busy?: boolean;
}) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      onEnter();
    }
  };
  return (
    <div className={classes.pad}>
      <input
        ref={field}
        className={classes.figure}
        aria-label={label}
        type={hidden ? "password" : "text"}
        inputMode="none"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value.normalize("NFKC"))}
        onKeyDown={onKeyDown}
      />
      {/* The focus stays in the field: the key of a keyboard or scanner after a tap is no second tap. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus where it is */}
      <div className={classes.keys} onMouseDown={(event) => event.preventDefault()}>
        {["7", "8", "9", "4", "5", "6", "1", "2", "3"].map((digit) => (
          <button type="button" key={digit} onClick={() => onChange(value + digit)}>
            {digit}
          </button>
        ))}
        <button type="button" onClick={() => onChange(value.slice(0, -1))} aria-label={t("production.floor.erase")}>
          ⌫
        </button>
        <button type="button" onClick={() => onChange(`${value}0`)}>
          0
        </button>
        {decimals ? (
          <button type="button" onClick={() => !value.includes(".") && onChange(`${value || "0"}.`)}>
            .
          </button>
        ) : (
          <button type="button" onClick={() => onChange("")} aria-label={t("production.floor.clear")}>
            C
          </button>
        )}
      </div>
      <button type="button" className={classes.enter} onClick={onEnter} disabled={busy || value === ""}>
        {enter}
      </button>
    </div>
  );
}
