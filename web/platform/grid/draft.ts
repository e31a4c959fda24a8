import { actingCompanyId } from "../api/client.ts";
import { readStored, writeStored } from "../session/stored.ts";

/** A draft is kept this long; older ones would surprise more than help. */
const DRAFT_DAYS = 14;

interface Draft<T> {
  readonly savedAt: number;
  readonly content: T;
}

const draftKey = (name: string) => `musubi.draft.${actingCompanyId()}.${name}`;

/** Unfinished entries of this company and form, kept in this browser until they are sent or thrown away. */
export function readDraft<T>(name: string): T | undefined {
  const draft = readStored<Draft<T>>(draftKey(name));
  if (!draft || Date.now() - draft.savedAt > DRAFT_DAYS * 86_400_000) return undefined;
  return draft.content;
}

export function keepDraft<T>(name: string, content: T): void {
  writeStored(draftKey(name), { savedAt: Date.now(), content } satisfies Draft<T>);
}

export function dropDraft(name: string): void {
  writeStored(draftKey(name), undefined);
}
