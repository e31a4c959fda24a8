import type { ListFiles } from "../platform/index.ts";

/** The columns of this area's lists when they leave as files; headed as on the screen. */
export const listFiles: ListFiles = {
  "/partners": {
    title: "parties.partners.title",
    columns: [
      { field: "code", label: "parties.partner.code" },
      { field: "name", label: "parties.partner.name" },
      { field: "kana", label: "parties.partner.kana" },
      { field: "isCustomer", label: "parties.partner.isCustomer" },
      { field: "isSupplier", label: "parties.partner.isSupplier" },
      { field: "closingDay", label: "parties.partner.closingDay" },
      { field: "paymentMonthOffset", label: "parties.partner.paymentMonthOffset", words: "parties.paymentMonth." },
      { field: "paymentDay", label: "parties.partner.paymentDay" },
      { field: "registrationNumber", label: "parties.partner.registrationNumber" },
      { field: "contactName", label: "parties.partner.contactName" },
      { field: "phone", label: "parties.partner.phone" },
      { field: "isLinked", label: "parties.state.linked" },
      { field: "isActive", label: "platform.inUse", words: "platform.inUse." },
    ],
  },
  "/exchanged-papers": {
    title: "parties.exchanged.title",
    columns: [
      { field: "datedOn", label: "parties.exchanged.datedOn" },
      { field: "kind", label: "parties.exchanged.kind", words: "parties.exchanged.kind." },
      { field: "side", label: "parties.exchanged.side", words: "parties.exchanged.side." },
      { field: "isTheirs", label: "parties.exchanged.from", words: "parties.exchanged.isTheirs." },
      { field: "number", label: "parties.exchanged.number" },
      { field: "outsideNumber", label: "parties.exchanged.outsideNumber" },
      { field: "totalYen", label: "parties.exchanged.totalYen" },
    ],
  },
};
