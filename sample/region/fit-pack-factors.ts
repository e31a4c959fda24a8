import { PACK_CLASSES, type PackClass } from "./pack-factors.ts";

/** One item's cost as a straight line: `fixed` + Σ `perClass` ÷ contents of the class. Dollars per piece. */
export interface CostLine {
  readonly fixed: number;
  readonly perClass: ReadonlyMap<PackClass, number>;
}
export interface FitInput {
  /** items whose rolled-up cost should meet `target` */
  readonly targets: readonly (CostLine & { readonly target: number })[];
  /** items whose rolled-up cost must not exceed `limit` */
  readonly limits: readonly (CostLine & { readonly limit: number })[];
}
export interface Fit {
  readonly contents: ReadonlyMap<PackClass, number>;
  /** root of the mean squared relative error against the targets, with whole contents */
  readonly relativeError: number;
  /** rolled-up cost of all targets ÷ sum of the targets */
  readonly totalRatio: number;
}

const ROUNDS = 400;
const SWEEPS = 60;

/**
 * Least squares of the relative error, under bounds per class and upper limits per item; contents are rounded up to whole
 * pieces, which only lowers a cost, so the limits still hold.
 *
 * The unknowns are 1 ÷ contents, in which the cost is linear: a convex quadratic problem, solved by an augmented
 * Lagrangian around coordinate descent. Statistics on a handful of dollars, so floating point will do here; what leaves is
 * whole numbers.
 */
export function fitPackFactors(input: FitInput): Fit {
  const classes = PACK_CLASSES;
  const rows = input.targets.map(({ fixed, perClass, target }) => ({
    slopes: classes.map(({ code }) => (perClass.get(code) ?? 0) / target),
    offset: (fixed - target) / target,
  }));
  const limits = input.limits.map(({ fixed, perClass, limit }) => ({
    slopes: classes.map(({ code }) => (perClass.get(code) ?? 0) / limit),
    room: (limit - fixed) / limit,
  }));
  const lowest = classes.map(({ to }) => 1 / to);
  const highest = classes.map(({ from }) => 1 / from);
  const shares = [...lowest];
  const multipliers = limits.map(() => 0);
  // Squares of the targets once, so that a sweep does not run over them again.
  const square = classes.map((_, a) =>
    classes.map((_, b) => rows.reduce((sum, r) => sum + r.slopes[a]! * r.slopes[b]!, 0)),
  );
  const linear = classes.map((_, a) => rows.reduce((sum, r) => sum + r.slopes[a]! * r.offset, 0));
  const stiffness = 1000;
  for (let round = 0; round < ROUNDS; round++) {
    const used = limits.map((l) => l.slopes.reduce((sum, slope, at) => sum + slope * shares[at]!, 0));
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      for (let at = 0; at < shares.length; at++) {
        let gradient = linear[at]!;
        let curvature = square[at]![at]!;
        for (let other = 0; other < shares.length; other++) gradient += square[at]![other]! * shares[other]!;
        limits.forEach((l, i) => {
          const pressure = multipliers[i]! + stiffness * (used[i]! - l.room);
          if (pressure <= 0 || l.slopes[at] === 0) return;
          gradient += l.slopes[at]! * pressure;
          curvature += stiffness * l.slopes[at]! ** 2;
        });
        if (curvature === 0) continue;
        const next = Math.min(highest[at]!, Math.max(lowest[at]!, shares[at]! - gradient / curvature));
        const step = next - shares[at]!;
        if (step === 0) continue;
        shares[at] = next;
        limits.forEach((l, i) => {
          used[i]! += l.slopes[at]! * step;
        });
      }
    }
    limits.forEach((l, i) => {
      multipliers[i] = Math.max(0, multipliers[i]! + stiffness * (used[i]! - l.room));
    });
  }
  const whole = shares.map((share) => Math.ceil(1 / share - 1e-6));
  const errors = rows.map((r) => r.slopes.reduce((sum, slope, at) => sum + slope / whole[at]!, r.offset));
  const total = input.targets.reduce((sum, { target }) => sum + target, 0);
  return {
    contents: new Map(classes.map(({ code }, at) => [code, whole[at]!])),
    relativeError: Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length),
    totalRatio: 1 + input.targets.reduce((sum, { target }, i) => sum + errors[i]! * target, 0) / total,
  };
}
