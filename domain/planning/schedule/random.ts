/** A source of numbers in [0, 1) that repeats for the same seed: searches are reproducible, and the domain has no random source of its own. */
export type Random = () => number;

/**
 * Numbers in [0, 1) from a seed (mulberry32: 32 bits of state, full period).
 * @param seed any whole number
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number in [0, count). */
export function pick(random: Random, count: number): number {
  return Math.floor(random() * count);
}
