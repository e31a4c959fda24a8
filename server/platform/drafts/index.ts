export { closeDraft, createDraft, discardDraft, openDraft, saveDraft } from "./draft.service.ts";
export { type DraftKind, listDrafts, loadDraft, moveDraft } from "./draft.store.ts";
