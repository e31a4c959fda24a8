export {
  type AgreedItem,
  type AgreedPrice,
  type Agreement,
  type AgreementHead,
  findAgreement,
  loadAgreementHeads,
} from "./terms.store.ts";
