/** What a request says of where it comes from. */
interface Provenance {
  readonly method: string;
  readonly host: string;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly hasSession: boolean;
}

/**
 * Whether a request may have been made by another site in the name of a signed-in person.
 *
 * Rule: a changing request that carries the session cookie must say that it comes from here, by `Sec-Fetch-Site`
 * (browsers set it, scripts cannot) or by `Origin`. One without the cookie is refused only when it says that it comes
 * from elsewhere: nobody's session can be misused, but nobody shall be signed in from a foreign page either.
 * The cookie's SameSite=Lax is the first wall, this the second.
 */
export function isCrossSite({ method, host, origin, fetchSite, hasSession }: Provenance): boolean {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return false;
  if (fetchSite !== undefined) return fetchSite !== "same-origin";
  if (origin !== undefined) return hostOf(origin) !== host.toLowerCase();
  return hasSession;
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
