import { Button, Checkbox, Group, MultiSelect, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback, useHotkeys } from "@mantine/hooks";
import { type Ref, useEffect, useRef, useState } from "react";
import { DayField } from "../form/day-field.tsx";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import type { ListAddress, ListChange } from "../route/address-state.ts";
import type { Filter } from "./list-types.ts";

export interface FilterBarProps {
  readonly address: ListAddress;
  readonly change: (change: ListChange) => void;
  readonly filters: readonly Filter[];
  /** null: the list cannot be searched. */
  readonly searchHint?: string | null;
}

/** Search and filters of a list; `/` goes to the search from anywhere on the page. */
export function FilterBar({ address, change, filters, searchHint }: FilterBarProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([["/", () => input.current?.select()]]);
  const any = address.search !== "" || Object.keys(address.filters).length > 0;
  return (
    <Group gap={8} align="center" className="no-print" role="search">
      {searchHint !== null && (
        <Typed
          inputRef={input}
          value={address.search}
          onTyped={(search) => change({ kind: "search", search })}
          label={t("platform.list.search")}
          placeholder={searchHint ?? t("platform.list.searchHint")}
          icon
          width={220}
        />
      )}
      {filters.map((filter) => (
        <OneFilter key={filter.id} filter={filter} address={address} change={change} />
      ))}
      {any && (filters.length > 0 || searchHint !== null) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<Icon name="close" size={13} />}
          onClick={() => change({ kind: "clear" })}
        >
          {t("platform.list.clear")}
        </Button>
      )}
    </Group>
  );
}

function OneFilter({
  filter,
  address,
  change,
}: { readonly filter: Filter } & Pick<FilterBarProps, "address" | "change">) {
  const t = useText();
  const value = address.filters[filter.id] ?? "";
  const set = (id: string, value: string) => change({ kind: "filter", id, value });
  switch (filter.kind) {
    case "choice":
      return (
        <Select
          size="xs"
          w={160}
          data={filter.options.map(({ value, label }) => ({ value, label }))}
          value={value || null}
          onChange={(chosen) => set(filter.id, chosen ?? "")}
          placeholder={filter.label}
          aria-label={filter.label}
          checkIconPosition="right"
          comboboxProps={{ width: 220, position: "bottom-start" }}
          searchable={filter.options.length > 10}
          clearable
        />
      );
    case "choices":
      return (
        <MultiSelect
          size="xs"
          w={value ? "auto" : 150}
          miw={130}
          maw={340}
          data={filter.options.map(({ value, label }) => ({ value, label }))}
          value={value ? value.split(",") : []}
          onChange={(values) => set(filter.id, values.join(","))}
          placeholder={value ? undefined : filter.label}
          aria-label={filter.label}
          checkIconPosition="right"
          comboboxProps={{ width: 220, position: "bottom-start" }}
          clearable
        />
      );
    case "text":
      return (
        <Typed
          value={value}
          onTyped={(typed) => set(filter.id, typed)}
          label={filter.label}
          placeholder={filter.label}
          width={140}
        />
      );
    case "switch":
      return (
        <Checkbox
          size="xs"
          label={filter.label}
          checked={value === "true"}
          onChange={(event) => set(filter.id, event.currentTarget.checked ? "true" : "")}
        />
      );
    case "days": {
      const end = (suffix: "From" | "To", word: string) => (
        <DayField
          size="xs"
          w={142}
          value={address.filters[`${filter.id}${suffix}`] ?? ""}
          onChange={(day) => set(`${filter.id}${suffix}`, day)}
          aria-label={`${filter.label} ${word}`}
          placeholder={suffix === "From" ? `${filter.label} ${word}` : word}
        />
      );
      return (
        <Group gap={4} wrap="nowrap">
          {end("From", t("platform.date.from"))}
          <span className="quiet">–</span>
          {end("To", t("platform.date.to"))}
        </Group>
      );
    }
  }
}

interface TypedProps {
  readonly value: string;
  readonly onTyped: (value: string) => void;
  readonly label: string;
  readonly placeholder: string;
  readonly width: number;
  readonly icon?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Text that asks the server when the typing rests; never while an input method is still composing a word. */
function Typed({ value, onTyped, label, placeholder, width, icon, inputRef }: TypedProps) {
  const [typed, setTyped] = useState(value);
  const composing = useRef(false);
  const tell = useDebouncedCallback(onTyped, 250);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      ref={inputRef}
      size="xs"
      w={width}
      value={typed}
      aria-label={label}
      placeholder={placeholder}
      leftSection={icon ? <Icon name="search" size={14} /> : undefined}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        tell(event.currentTarget.value.trim());
      }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        if (!composing.current) tell(event.currentTarget.value.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || typed === "") return;
        setTyped("");
        onTyped("");
      }}
    />
  );
}
