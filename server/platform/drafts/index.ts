export { closeDraft, createDraft, discardDraft, openDraft, saveDraft } from "./draft.service.ts";
export { type Draft, type DraftKind, type DraftState, listDrafts, loadDraft, moveDraft } from "./draft.store.ts";
