import { type Lookup, readApi } from "../platform/index.ts";

/** Finds calendars by code or name. */
export const findCalendars: Lookup = async (typed, signal) => {
  const page = await readApi(
    "/api/v1/calendars",
    { params: { query: { limit: 20, ...(typed && { search: typed }) } } },
    signal,
  );
  return page.rows.map(({ id, code, name }) => ({ id, code, name }));
};
