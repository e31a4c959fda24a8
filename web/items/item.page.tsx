import { useMemo, useState } from "react";
import { HistoryPanel } from "../companies/index.ts";
import {
  type AnswerOf,
  DocumentPage,
  FormDialog,
  type FormField,
  Price,
  StateBadge,
  useApi,
  useCommand,
  useGo,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { BillGrid } from "./bill-grid.tsx";
import { BillLevels, WhereUsed } from "./bill-views.tsx";
import { ConversionGrid } from "./conversion-grid.tsx";
import { ItemCard } from "./item-card.tsx";
import { itemBody, itemFields } from "./item-fields.ts";
import { ItemStockView } from "./item-stock.tsx";
import { RoutingGrid } from "./routing-grid.tsx";

type Item = AnswerOf<"get", "/api/v1/items/{id}">;

/** One item: its card, stock, components, operations, and where it is used. */
export function Page() {
  const t = useText();
  const id = usePathParams()["itemId"] ?? "";
  const answer = useApi("/api/v1/items/{id}", { params: { path: { id } } });
  const [dialog, setDialog] = useState<"edit" | "copy" | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <DocumentPage
        answer={answer}
        live={["items.item", "inventory."]}
        view={(item) => ({
          kind: t("items.item.title"),
          number: item.code,
          state: (
            <StateBadge
              size="lg"
              tone={item.isActive ? "active" : "stopped"}
              label={t(item.isActive ? "items.inUse" : "items.closed")}
            />
          ),
          facts: [
            { label: t("items.item.name"), value: item.name },
            { label: t("items.item.supply"), value: t(`items.supply.${item.supply}`) },
            { label: t("items.item.category"), value: t(`items.category.${item.category}`) },
            { label: t("items.item.leadTimeDays"), value: item.leadTimeDays },
          ],
          sum: { label: t("items.item.standardCost"), value: <Price value={item.standardCost} unit={item.unit} /> },
          primary: {
            id: "edit",
            label: t("items.item.edit"),
            icon: "edit",
            permission: "items.write",
            run: () => setDialog("edit"),
          },
          actions: [
            { id: "copy", label: t("items.item.copy"), permission: "items.write", run: () => setDialog("copy") },
          ],
          tabs: [
            { id: "card", label: t("items.item.card"), body: <ItemCard item={item} /> },
            { id: "stock", label: t("items.item.stock"), body: <ItemStockView itemId={item.id} /> },
            { id: "bill", label: t("items.item.billOfMaterial"), body: <BillGrid itemId={item.id} /> },
            { id: "levels", label: t("items.item.levels"), body: <BillLevels itemId={item.id} /> },
            { id: "routing", label: t("items.item.routing"), body: <RoutingGrid itemId={item.id} /> },
            { id: "uses", label: t("items.item.whereUsed"), body: <WhereUsed itemId={item.id} /> },
            {
              id: "units",
              label: t("items.item.conversions"),
              body: <ConversionGrid key={item.version} item={item} />,
            },
            { id: "history", label: t("companies.history.title"), body: <HistoryPanel subjectId={item.id} /> },
          ],
        })}
      />
      {answer.data && dialog === "edit" && <EditDialog item={answer.data} onClose={close} />}
      {answer.data && dialog === "copy" && <CopyDialog item={answer.data} onClose={close} />}
    </>
  );
}

function EditDialog({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const t = useText();
  const fields = useMemo(() => itemFields(t, item), [t, item]);
  const save = useCommand("put", "/api/v1/items/{id}", { success: t("items.item.saved"), placesRefusals: true });
  const { id, version, unitConversions } = item;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("items.item.edit")}
      fields={fields}
      initial={{ ...item, successorRatio: item.successorRatio ?? "1" }}
      submit={(body) =>
        save.run({ params: { path: { id } }, body: { ...itemBody(fields, body), unitConversions, version } as never })
      }
      onDone={onClose}
    />
  );
}

function CopyDialog({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const copy = useCommand("post", "/api/v1/items/{id}/copy", { success: t("items.item.copied"), placesRefusals: true });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "code", label: t("items.item.code"), kind: "code", required: true },
      { name: "name", label: t("items.item.name"), kind: "text", required: true },
    ],
    [t],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("items.item.copyOf", { code: item.code })}
      fields={fields}
      initial={{ name: item.name }}
      submitLabel={t("items.item.copy")}
      submit={(body) => copy.run({ params: { path: { id: item.id } }, body: body as { code: string; name: string } })}
      onDone={(made) => go(`items/${made.id}`)}
    >
      <p className="quiet">{t("items.item.copyHint")}</p>
    </FormDialog>
  );
}
