export { openBooks } from "./open-books.store.ts";
export { postHappenings } from "./post-happenings.service.ts";
