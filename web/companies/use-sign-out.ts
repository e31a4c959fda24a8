import { client } from "../platform/index.ts";

/** Ends the session and begins with a fresh page, so that nothing read before stays in memory. */
export function useSignOut(): () => Promise<void> {
  return async () => {
    await client.POST("/api/v1/logout", {}).catch(() => null);
    window.location.assign("/login");
  };
}
