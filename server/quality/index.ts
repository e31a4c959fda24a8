import { type AreaServer, withFiles } from "../platform/index.ts";
import { listFiles } from "./list-files.ts";
import { qualityRoutes } from "./quality.routes.ts";

export { readGenealogy } from "./genealogy.service.ts";
export { inspectMade } from "./inspect-made.service.ts";
export { inspectReceived } from "./inspect-received.service.ts";
export { removePlan, savePlan } from "./inspection-plan.service.ts";

export const area: AreaServer = {
  id: "quality",
  title: { ja: "品質", en: "Quality" },
  routes: withFiles(qualityRoutes, listFiles),
  refusalStatus: { NOT_WAITING: 409, INSPECTION_DONE: 409, PLAN_EXISTS: 409 },
};
