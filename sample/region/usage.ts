import type { WorkLocation } from "./routings.ts";
import type { Structure } from "./structure.ts";

/** Members whose steps take an item in, in the order of the flow. Lines of the past count for nothing. */
export type Usage = ReadonlyMap<number, readonly WorkLocation[]>;

export function usageOf(structure: Structure): Usage {
  const usage = new Map<number, Set<WorkLocation>>();
  for (const { steps } of structure.made.values()) {
    for (const step of steps) {
      for (const { productId, validTo } of step.components) {
        if (validTo !== null) continue;
        const users = usage.get(productId) ?? new Set();
        usage.set(productId, users.add(step.location));
      }
    }
  }
  return new Map([...usage].map(([id, users]) => [id, [...users].sort((a, b) => a - b)]));
}

/** The member that buys a part or keeps an item's stock from the stores: the first to use it, else the one that makes it. */
export function firstUser(structure: Structure, usage: Usage, productId: number): WorkLocation {
  const user = usage.get(productId)?.[0] ?? structure.made.get(productId)?.owner;
  if (user === undefined) throw new Error(`nobody makes or uses item ${productId}`);
  return user;
}
