import { type AreaServer, importRoutes, withFiles } from "../platform/index.ts";
import { agreementRoutes } from "./agreement.routes.ts";
import { listFiles } from "./list-files.ts";
import { listPricesForExport } from "./price-list.store.ts";
import { priceListImport } from "./price-list-import.ts";

export const area: AreaServer = {
  id: "agreements",
  title: { ja: "取引契約", en: "Agreements" },
  routes: withFiles(
    [
      ...agreementRoutes,
      ...importRoutes({
        area: "agreements",
        textAreas: ["parties"],
        path: "/price-lists",
        permission: { read: "agreements.read", write: "agreements.write" },
        target: priceListImport,
        rows: listPricesForExport,
        announces: "agreements.agreement",
      }),
    ],
    listFiles,
  ),
  refusalStatus: { AGREEMENT_NOT_YOURS_TO_MOVE: 403 },
};

export {
  type Agreement,
  type AgreementHead,
  findAgreement,
  loadAgreementHeads,
  loadAgreementOf,
} from "./terms.store.ts";
