import { Combobox, InputBase, Loader, Text, useCombobox } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Lookup, LookupHit } from "../grid/grid-columns.ts";
import { useText } from "../i18n/use-text.ts";

export interface LookupFieldProps {
  readonly label?: string;
  /** Named by its column: the label is only read out. */
  readonly hideLabel?: boolean;
  readonly description?: string;
  readonly error?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly fieldName?: string;
  readonly lookup: Lookup;
  /** The record chosen. */
  readonly hit: LookupHit | null;
  readonly onHit: (hit: LookupHit | null) => void;
}

const wordsOf = (hit: LookupHit | null) => (hit ? (hit.name === hit.code ? hit.code : `${hit.code} ${hit.name}`) : "");

/** Finds a record while its code, name or kana is typed. */
export function LookupField(props: LookupFieldProps) {
  const { lookup, hit, onHit } = props;
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const [hits, setHits] = useState<readonly LookupHit[]>([]);
  const [searching, setSearching] = useState(false);
  /** Enter came before the answer, as from a scanner or a quick hand: the first hit is meant. */
  const isAwaited = useRef(false);
  const taken = useRef(onHit);
  taken.current = onHit;
  const ask = useRef(lookup);
  ask.current = lookup;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { selectFirstOption, closeDropdown } = combobox;

  useEffect(() => {
    if (typed === null) return;
    const stop = new AbortController();
    isAwaited.current = false;
    setSearching(true);
    const timer = setTimeout(() => {
      ask.current(typed.trim(), stop.signal).then(
        (found) => {
          if (stop.signal.aborted) return;
          setHits(found);
          setSearching(false);
          if (isAwaited.current && found[0]) {
            taken.current(found[0]);
            setTyped(null);
            closeDropdown();
          } else if (typed.trim() !== "") requestAnimationFrame(() => selectFirstOption());
        },
        () => !stop.signal.aborted && setSearching(false),
      );
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
      setSearching(false);
    };
  }, [typed, selectFirstOption, closeDropdown]);

  const choose = (id: string) => {
    const found = hits.find((one) => one.id === id);
    if (found) onHit(found);
    setTyped(null);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md">
      <Combobox.Target withExpandedAttribute>
        <InputBase
          size="sm"
          role="combobox"
          aria-autocomplete="list"
          {...(props.hideLabel ? { "aria-label": props.label } : { label: props.label })}
          description={props.description}
          error={props.error}
          required={props.required}
          disabled={props.disabled}
          placeholder={props.placeholder}
          data-field={props.fieldName}
          value={typed ?? wordsOf(hit)}
          rightSection={searching ? <Loader size={14} /> : <Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onFocus={() => {
            setTyped("");
            combobox.openDropdown();
          }}
          onBlur={() => {
            // Emptied on purpose is empty; looked at and left is as before.
            setTyped(null);
            combobox.closeDropdown();
          }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            // What is highlighted answered other letters.
            combobox.resetSelectedOption();
            combobox.openDropdown();
            if (event.currentTarget.value === "" && typed !== "" && typed !== null) onHit(null);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing && searching && typed?.trim()) {
              event.preventDefault();
              isAwaited.current = true;
              return;
            }
            if ((event.key === "Delete" || event.key === "Backspace") && typed === "" && hit) onHit(null);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t("platform.form.choices")} mah={280} style={{ overflowY: "auto" }}>
          {hits.map((one) => (
            <Combobox.Option key={one.id} value={one.id}>
              <Text size="sm" span fw={600}>
                {one.code}
              </Text>{" "}
              <Text size="sm" span>
                {one.name !== one.code && one.name}
              </Text>
              {one.detail && (
                <Text size="xs" c="dimmed">
                  {one.detail}
                </Text>
              )}
            </Combobox.Option>
          ))}
          {hits.length === 0 && (
            <Combobox.Empty>{t(searching ? "platform.grid.lookingUp" : "platform.grid.noHit")}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
