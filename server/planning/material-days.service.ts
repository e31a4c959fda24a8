import {
  type MaterialDay,
  type MaterialProposal,
  materialDays,
  type ProposalNeed,
} from "../../domain/planning/index.ts";
import type { Tx } from "../platform/index.ts";
import { loadMaterialProposals, loadMaterialSupplies, loadProposalNeeds } from "./material-days.store.ts";
import { currentRunId } from "./plan-run.store.ts";

/** Bills of material are less deep; pegs that lead back to themselves end here. */
const MOST_LEVELS = 20;

/**
 * From which day the material of open work orders can be there, by the current plan; proposals are followed down to what they are made of.
 *
 * @returns null without a current plan: then nothing is known
 */
export async function loadMaterialDays(tx: Tx): Promise<MaterialDay[] | null> {
  if ((await currentRunId(tx)) === undefined) return null;
  const supplies = await loadMaterialSupplies(tx);
  const proposals = new Map<number, MaterialProposal>();
  const needs: ProposalNeed[] = [];
  let next = seqsOf(supplies);
  for (let level = 0; next.length > 0 && level < MOST_LEVELS; level++) {
    for (const one of await loadMaterialProposals(tx, next)) proposals.set(one.seq, one);
    const below = await loadProposalNeeds(tx, next);
    needs.push(...below);
    next = seqsOf(below).filter((seq) => !proposals.has(seq));
  }
  return materialDays(supplies, [...proposals.values()], needs);
}

const seqsOf = (rows: readonly { readonly seq: number | null }[]) => [...new Set(rows.flatMap(({ seq }) => seq ?? []))];
