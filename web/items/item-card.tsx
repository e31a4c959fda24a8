import {
  type AnswerOf,
  DateText,
  FactList,
  formatUnit,
  Money,
  PageLink,
  Price,
  Quantity,
  useText,
} from "../platform/index.ts";

/** Everything that stands on an item's card. */
export function ItemCard({ item }: { readonly item: AnswerOf<"get", "/api/v1/items/{id}"> }) {
  const t = useText();
  const label = (name: string) => t(`items.item.${name}`);
  const text = (value: string | number | null) => (value === null || value === "" ? "–" : String(value));
  const yes = (value: boolean) => t(value ? "items.yes" : "items.no");
  const quantity = (value: string | null) => <Quantity value={value} unit={item.unit} />;
  return (
    <FactList
      facts={[
        { label: label("kana"), value: text(item.kana) },
        { label: label("nameEn"), value: text(item.nameEn) },
        { label: label("groupCode"), value: text(item.groupCode) },
        { label: label("specification"), value: text(item.specification) },
        { label: label("drawingNumber"), value: text(item.drawingNumber) },
        { label: label("unit"), value: formatUnit(item.unit) },
        { label: label("purchaseUnit"), value: text(item.purchaseUnit && formatUnit(item.purchaseUnit)) },
        { label: label("salesUnit"), value: text(item.salesUnit && formatUnit(item.salesUnit)) },
        {
          label: label("defaultPlace"),
          value: item.defaultPlace ? `${item.defaultPlace.code} ${item.defaultPlace.name}` : "–",
        },
        { label: label("isStocked"), value: yes(item.isStocked) },
        { label: label("isLotTracked"), value: yes(item.isLotTracked) },
        { label: label("needsInspection"), value: yes(item.needsInspection) },
        { label: label("isBackflushed"), value: yes(item.isBackflushed) },
        { label: label("safetyStock"), value: quantity(item.safetyStock) },
        { label: label("yield"), value: item.yield },
        { label: label("lotRule"), value: t(`items.lotRule.${item.lotRule}`) },
        ...(item.lotFixed ? [{ label: label("lotFixed"), value: quantity(item.lotFixed) }] : []),
        ...(item.lotPeriodDays ? [{ label: label("lotPeriodDays"), value: item.lotPeriodDays }] : []),
        ...(item.lotRule === "min_max"
          ? [
              { label: label("lotMinimum"), value: quantity(item.lotMinimum) },
              { label: label("lotMaximum"), value: quantity(item.lotMaximum) },
              { label: label("lotMultiple"), value: quantity(item.lotMultiple) },
            ]
          : []),
        ...(item.lotRule === "economic" || item.lotRule === "wagner_whitin"
          ? [
              { label: label("setupCostYen"), value: <Money value={item.setupCostYen} /> },
              {
                label: label("holdingCostYenPerYear"),
                value: <Price value={item.holdingCostYenPerYear} unit={item.unit} />,
              },
            ]
          : []),
        { label: label("fenceDays"), value: item.fenceDays },
        ...(item.supply === "make" ? [{ label: label("isPhantom"), value: yes(item.isPhantom) }] : []),
        ...(item.successor
          ? [
              {
                label: label("successor"),
                value: (
                  <PageLink
                    to={`items/${item.successor.id}`}
                  >{`${item.successor.code} ${item.successor.name}`}</PageLink>
                ),
              },
              { label: label("successorRatio"), value: item.successorRatio },
              {
                label: label("successorFrom"),
                value: item.successorFrom ? <DateText value={item.successorFrom} /> : t("items.item.successorAtOnce"),
              },
            ]
          : []),
        { label: label("isOrderBound"), value: yes(item.isOrderBound) },
        { label: label("isDispatched"), value: yes(item.isDispatched) },
        { label: label("taxCategory"), value: t(`items.tax.${item.taxCategory}`) },
        { label: label("salesPrice"), value: <Price value={item.salesPrice} /> },
        { label: label("purchasePrice"), value: <Price value={item.purchasePrice} /> },
        {
          label: label("purchasePartner"),
          value: item.purchasePartner ? (
            <PageLink to={`parties/partners/${item.purchasePartner.id}`}>{item.purchasePartner.name}</PageLink>
          ) : (
            "–"
          ),
        },
        { label: label("note"), value: <span style={{ whiteSpace: "pre-line" }}>{text(item.note)}</span> },
      ]}
    />
  );
}
