import { useMemo } from "react";
import { FormPage, useCommand, useGo, useText } from "../platform/index.ts";
import { itemBody, itemFields, NEW_ITEM } from "./item-fields.ts";

/** A new item; bill of material, routing and conversions are added on its page. */
export function Page() {
  const t = useText();
  const go = useGo();
  // Another unit needs a conversion, and conversions are entered on the item's page.
  const fields = useMemo(
    () => itemFields(t).filter(({ name }) => name !== "purchaseUnit" && name !== "salesUnit"),
    [t],
  );
  const add = useCommand("post", "/api/v1/items", { success: t("items.item.added"), placesRefusals: true });
  return (
    <FormPage
      title={t("items.item.new")}
      fields={fields}
      initial={NEW_ITEM}
      draft="items.item.new"
      submit={(body) =>
        add.run({
          body: { ...itemBody(fields, body), purchaseUnit: null, salesUnit: null, unitConversions: [] } as never,
        })
      }
      onDone={(item) => go(`items/${item.id}`)}
      onCancel={() => go("items")}
    />
  );
}
