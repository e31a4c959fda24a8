/**
 * States of a work order. `planned`: may still be changed freely; `released`: the floor may work and material may be issued;
 * `started`: something was reported or issued; `completed`: nothing more is expected; `closed`: its books are finished.
 */
export const WORK_ORDER_STATES = ["planned", "released", "started", "completed", "closed", "cancelled"] as const;
export type WorkOrderState = (typeof WORK_ORDER_STATES)[number];

/** Every move a work order may make. What is not listed is refused. */
export const WORK_ORDER_MOVES: readonly (readonly [WorkOrderState, WorkOrderState])[] = [
  ["planned", "released"],
  ["planned", "cancelled"],
  ["released", "started"],
  ["released", "completed"],
  ["released", "cancelled"],
  ["started", "completed"],
  ["started", "cancelled"],
  ["completed", "started"],
  ["completed", "closed"],
];

/** True when a work order may go from one state to the other. */
export function mayMoveWorkOrder(from: WorkOrderState, to: WorkOrderState): boolean {
  return WORK_ORDER_MOVES.some(([a, b]) => a === from && b === to);
}

/** True while the floor may report and material may move. */
export function isWorkable(state: WorkOrderState): boolean {
  return state === "released" || state === "started";
}

export const OPERATION_STATES = ["waiting", "ready", "running", "paused", "done"] as const;
export type OperationState = (typeof OPERATION_STATES)[number];

/** What the floor says of an operation. `rework` sets pieces aside to be worked again: they are neither good nor scrap yet. */
export const REPORT_KINDS = ["start", "pause", "resume", "good", "scrap", "rework", "done"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

const ANY_OPEN: readonly OperationState[] = ["waiting", "ready", "running", "paused"];
/** From which states a report is taken, and which state it leads to. Several people may work on one operation: a second start keeps it running. */
const REPORTS: Readonly<Record<ReportKind, { readonly from: readonly OperationState[]; readonly to: OperationState }>> =
  {
    start: { from: ANY_OPEN, to: "running" },
    pause: { from: ["running"], to: "paused" },
    resume: { from: ["paused", "running"], to: "running" },
    good: { from: ANY_OPEN, to: "running" },
    scrap: { from: ANY_OPEN, to: "running" },
    rework: { from: ANY_OPEN, to: "running" },
    done: { from: ANY_OPEN, to: "done" },
  };

/** The state a report leads to; `null` when the operation does not take it now. */
export function stateAfterReport(state: OperationState, kind: ReportKind): OperationState | null {
  const { from, to } = REPORTS[kind];
  return from.includes(state) ? to : null;
}

/** Why work stood still and why pieces were spoiled: the buttons of the floor. Anything else is written in words. */
export const PAUSE_REASONS = [
  "material",
  "machine",
  "tool",
  "setup",
  "quality",
  "break",
  "meeting",
  "other_job",
] as const;
export const SCRAP_REASONS = ["dimension", "scratch", "material", "setup", "machine", "mistake", "previous"] as const;
