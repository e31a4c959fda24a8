import {
  compareWhatIf,
  type PlanInput,
  type WhatIfChange,
  type WhatIfComparison,
  type WhatIfRefusal,
  type Works,
} from "../../domain/planning/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";

/** The records and the question; the worker knows no database. */
export interface WhatIfJob {
  readonly input: PlanInput;
  readonly changes: readonly WhatIfChange[];
  readonly works: Works;
}

/** Compares two plans in a thread of its own. */
export default function compareInWorker({
  input,
  changes,
  works,
}: WhatIfJob): Outcome<WhatIfComparison, WhatIfRefusal> {
  return compareWhatIf(input, changes, { works });
}
