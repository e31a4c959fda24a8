const LEGAL_FORM =
  /^(?:株式会社|有限会社|合同会社|合資会社|合名会社|[（(][株有同][）)]|㈱|㈲)\s*|\s*(?:株式会社|有限会社|合同会社|合資会社|合名会社|[（(][株有同][）)]|㈱|㈲|,?\s*(?:Co\.?,?\s*Ltd\.?|Inc\.?|Ltd\.?|K\.?K\.?))$/giu;

/** A company's name as people say it, without its legal form: where space is short the part that tells it from others stays. */
export function shortName(name: string): string {
  return name.replace(LEGAL_FORM, "").trim() || name;
}
