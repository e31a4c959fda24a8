/** Where to go after signing in: only pages of our own, never another site named in a link. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(c\/|$)/.test(next) ? next : "/";
}
