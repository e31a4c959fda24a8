import { formatUnit, type Lookup, readApi, type Tone, type Translate } from "../platform/index.ts";

/** How a chain's step stands, for the reader. */
export function stepTone(step: {
  readonly state: string;
  readonly shareDone: string | null;
  readonly isLate: boolean;
}): Tone {
  if (step.state === "cancelled") return "stopped";
  if (step.state === "declined" || step.state === "countered") return "attention";
  if (step.shareDone !== null && Number(step.shareDone) >= 1) return "done";
  if (step.isLate) return "late";
  if (step.state === "placed") return "waiting";
  return step.state === "confirmed" ? "active" : "draft";
}

const KNOWN = ["planned", "placed", "confirmed", "declined", "countered", "cancelled"];
export function stepStateLabel(
  t: Translate,
  step: { readonly state: string; readonly shareDone: string | null; readonly isLate: boolean },
): string {
  const tone = stepTone(step);
  if (tone === "done") return t("network.step.done");
  if (tone === "late") return t("network.step.late");
  return t(`network.step.${KNOWN.includes(step.state) ? step.state : "planned"}`);
}

/** How a chain stands as a whole: the same on its list and on its page. */
export const CHAIN_TONES = {
  late: "late",
  waiting: "waiting",
  running: "active",
  done: "done",
  cancelled: "stopped",
} as const satisfies Readonly<Record<string, Tone>>;

/** A date held along a chain. */
export const CHAIN_PROMISE_TONES = {
  held: "waiting",
  confirmed: "active",
  released: "stopped",
  expired: "stopped",
} as const satisfies Readonly<Record<string, Tone>>;

export const ANSWER_TONES: Readonly<Record<string, Tone>> = {
  ready: "done",
  person: "waiting",
  impossible: "late",
  own: "draft",
};

/** Makers: customers of the window, by code, name or kana. */
export const findMakers: Lookup = async (typed, signal) => {
  const page = await readApi(
    "/api/v1/partners",
    { params: { query: { role: "customer", isActive: "true", limit: 20, ...(typed && { search: typed }) } } } as never,
    signal,
  );
  return page.rows.map(({ id, code, name }) => ({ id, code, name }));
};

/** Items the window sells to this maker. */
export function findItems(partnerId: string | undefined): Lookup {
  return async (typed, signal) => {
    const page = await readApi(
      "/api/v1/order-items",
      {
        params: { query: { side: "S", limit: 20, ...(partnerId && { partnerId }), ...(typed && { search: typed }) } },
      } as never,
      signal,
    );
    return page.rows.map(({ id, code, name, unit }) => ({ id, code, name, detail: formatUnit(unit), data: { unit } }));
  };
}

/** A reason of the server, in the reader's language. */
export function reasonText(
  t: Translate,
  reason: { readonly code: string; readonly values: Readonly<Record<string, string | number>> },
): string {
  return t(`refusals.${reason.code}`, reason.values);
}

export function stuckTone(state: string): Tone {
  return state === "late" ? "late" : state === "countered" ? "waiting" : "stopped";
}
