import { type AreaServer, importRoutes } from "../platform/index.ts";
import { agreementRoutes } from "./agreement.routes.ts";
import { listPricesForExport } from "./price-list.store.ts";
import { priceListImport } from "./price-list-import.ts";

export const area: AreaServer = {
  id: "agreements",
  title: { ja: "取引契約", en: "Agreements" },
  routes: [
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
  refusalStatus: { AGREEMENT_NOT_YOURS_TO_MOVE: 403 },
};

export {
  type Agreement,
  type AgreementHead,
  findAgreement,
  loadAgreementHeads,
} from "./terms.store.ts";
