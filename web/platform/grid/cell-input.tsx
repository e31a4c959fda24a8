import { Loader, Popover } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import type { GridColumn, LookupHit } from "./grid-columns.ts";
import { isNumeric } from "./grid-columns.ts";
import classes from "./line-grid.module.css";

export interface CellInputProps {
  readonly column: GridColumn;
  readonly label: string;
  /** What stands in the cell, to begin editing with. */
  readonly text: string;
  /** The text being typed; null while cells are only walked over. */
  readonly editing: string | null;
  readonly editable: boolean;
  readonly invalid: boolean;
  readonly problemId: string | undefined;
  readonly onEditing: (text: string | null) => void;
  /** Typing ends: with this text, or with the record chosen. */
  readonly onDone: (text: string, hit: LookupHit | undefined) => void;
  /** Keys that are none of the typing's. */
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onClipboard: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
}

/**
 * The input of the active cell. It has the focus also while cells are only walked over, unseen: so the first key of an
 * input method begins a Japanese word as it begins a number, and nothing typed is lost.
 */
export function CellInput(props: CellInputProps) {
  const { column, editing, editable } = props;
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  const listId = useId();
  const { hits, searching, failed } = useHits(column, editing);
  const [marked, setMarked] = useState<number | null>(null);
  const offers = (column.kind === "lookup" || column.kind === "choice") && editing !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other hits begin unmarked
  useEffect(() => setMarked(null), [hits]);
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  const chosen = marked !== null ? hits[marked] : undefined;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composing.current || event.nativeEvent.isComposing) return;
    if (editing === null) return props.onKey(event);
    if (offers && (event.key === "ArrowDown" || event.key === "ArrowUp") && hits.length > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setMarked((at) => (at === null ? (step > 0 ? 0 : hits.length - 1) : (at + step + hits.length) % hits.length));
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      props.onEditing(null);
    } else if (["Enter", "Tab", "ArrowDown", "ArrowUp"].includes(event.key)) {
      props.onDone(editing, chosen);
      props.onKey(event);
    }
  };

  const field = (
    <input
      ref={input}
      className={classes.input}
      data-editing={editing !== null || undefined}
      data-number={isNumeric(column) || undefined}
      value={editing ?? ""}
      readOnly={!editable}
      inputMode={isNumeric(column) ? "decimal" : undefined}
      autoComplete="off"
      spellCheck={false}
      aria-label={`${props.label}${editing === null && props.text ? ` ${props.text}` : ""}`}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.problemId}
      {...(column.kind === "lookup" || column.kind === "choice"
        ? {
            role: "combobox",
            "aria-expanded": offers,
            "aria-controls": offers ? listId : undefined,
            "aria-activedescendant": marked !== null ? `${listId}-${marked}` : undefined,
          }
        : {})}
      onCompositionStart={() => {
        composing.current = true;
        if (editing === null && editable) props.onEditing("");
      }}
      onCompositionEnd={() => {
        composing.current = false;
      }}
      onChange={(event) => editable && props.onEditing(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onDoubleClick={() => editable && editing === null && props.onEditing(props.text)}
      onCopy={props.onClipboard}
      onCut={props.onClipboard}
      onPaste={props.onClipboard}
      onBlur={() => {
        if (editing !== null) props.onDone(editing, chosen);
        props.onBlur();
      }}
    />
  );
  if (column.kind !== "lookup" && column.kind !== "choice") return field;
  return (
    <Popover opened={offers} position="bottom-start" offset={2} shadow="md" withinPortal trapFocus={false} width={340}>
      <Popover.Target>{field}</Popover.Target>
      <Popover.Dropdown p={4} onMouseDown={(event) => event.preventDefault()}>
        <div id={listId} role="listbox" aria-label={column.header} className={classes.hits}>
          {hits.map((hit, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, as a combobox has it
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, as a combobox has it
            <div
              key={hit.id}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={marked === at}
              className={classes.hit}
              onClick={() => props.onDone(hit.code, hit)}
            >
              <strong>{hit.code}</strong> {hit.name !== hit.code && hit.name}
              {hit.detail && <small>{hit.detail}</small>}
            </div>
          ))}
        </div>
        {searching && hits.length === 0 && <Loader size="xs" m={6} aria-label={t("platform.grid.lookingUp")} />}
        {!searching && hits.length === 0 && (
          <div className={classes.noHit} role="status">
            {t(failed ? "platform.jump.failed" : "platform.grid.noHit")}
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

const NO_HITS: readonly LookupHit[] = [];

/** What a type-ahead or choice cell offers for the text typed. */
function useHits(column: GridColumn, typed: string | null) {
  const [state, setState] = useState<{ hits: readonly LookupHit[]; searching: boolean; failed: boolean }>({
    hits: NO_HITS,
    searching: false,
    failed: false,
  });
  const lookup = useRef(column);
  lookup.current = column;
  useEffect(() => {
    const column = lookup.current;
    if (typed === null || (column.kind !== "lookup" && column.kind !== "choice")) {
      setState({ hits: NO_HITS, searching: false, failed: false });
      return;
    }
    if (column.kind === "choice") {
      const wanted = typed.normalize("NFKC").toLowerCase().trim();
      const found = column.options.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(wanted));
      const hits = found.map(({ value, label }) => ({ id: value, code: label, name: label }));
      setState({ hits, searching: false, failed: false });
      return;
    }
    const stop = new AbortController();
    setState((before) => ({ ...before, searching: true }));
    const timer = setTimeout(() => {
      column.lookup(typed.trim(), stop.signal).then(
        (hits) => !stop.signal.aborted && setState({ hits, searching: false, failed: false }),
        () => !stop.signal.aborted && setState({ hits: NO_HITS, searching: false, failed: true }),
      );
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed]);
  return state;
}
