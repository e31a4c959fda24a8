import { type Browser, startTestServer, type TestServer } from "../../tests/support/http.ts";
import { plantItems } from "../../tests/support/world.ts";
import { inTransaction } from "../platform/index.ts";
import { area, closePlanWorkers } from "./index.ts";

/** Planning over HTTP: a company with one bought item, who plans in it and who does not. */
export interface PlanningServer {
  readonly server: TestServer;
  readonly planner: Browser;
  readonly salesman: Browser;
  /** GEAR 歯車, three days to buy. */
  readonly itemId: string;
  /** Ends the threads plans are made in, too. */
  stop(): Promise<void>;
}

export async function startPlanningServer(): Promise<PlanningServer> {
  const server = await startTestServer({ areas: [area] });
  const companyId = await server.addCompany({ code: "C1", name: "計画製作所" });
  const planner = await server.browserOf(companyId, "production");
  const salesman = await server.browserOf(companyId, "sales");
  const { rows } = await server.databases.auth.query("select token from auth.session where user_id = $1", [
    planner.userId,
  ]);
  const items = await inTransaction(server.databases, { token: rows[0].token, companyId }, (tx) =>
    plantItems(tx, [{ code: "GEAR", name: "歯車", supply: "buy", category: "part", lead_time_days: 3 }]),
  );
  return {
    ...{ server, planner, salesman, itemId: items["GEAR"]! },
    stop: async () => {
      await closePlanWorkers();
      await server.stop();
    },
  };
}
