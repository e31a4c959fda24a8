import { QueryClient } from "@tanstack/react-query";
import { Refused } from "./problem.ts";

/** One cache for the page. A refusal is an answer and is not asked again; a broken line is tried twice more. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => !(error instanceof Refused && error.problem.status < 500) && count < 2,
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
    mutations: { retry: false },
  },
});
