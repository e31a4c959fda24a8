import type { Sample } from "./sample-hook.ts";

/** The sample region, loaded at the first start; null as long as this build carries none. */
export const sample: Sample | null = null;
