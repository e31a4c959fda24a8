import { useQuery } from "@tanstack/react-query";
import { type AnswerOf, actingCompanyId, answerOf, client, useLocale } from "../platform/index.ts";

/** What was chosen in a list of learned times; each with the item's version as it was seen. */
export interface TakeOver {
  readonly operations: readonly {
    readonly itemId: string;
    readonly operationNumber: number;
    readonly workCenterId: string;
    readonly itemVersion: number;
  }[];
  readonly leadTimes: readonly { readonly itemId: string; readonly itemVersion: number }[];
}

/** Asks what taking over would change; asked anew with another day. */
export function usePreview(body: TakeOver & { readonly validFrom: string }) {
  const locale = useLocale();
  return useQuery({
    queryKey: [actingCompanyId(), "take-over", body, locale],
    queryFn: async () =>
      answerOf(
        (await client.POST("/api/v1/learned-times/take-over-preview", { body: body as never })) as never,
      ) as AnswerOf<"post", "/api/v1/learned-times/take-over-preview">,
  });
}
