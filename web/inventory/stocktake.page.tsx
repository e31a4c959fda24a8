import { Anchor, Button, List } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  DateText,
  type DocumentAction,
  DocumentPage,
  FormDialog,
  type FormField,
  formatDate,
  Money,
  PageLink,
  StateBadge,
  useApi,
  useCan,
  useCommand,
  useLocale,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { findStockItems } from "./stock-lines.tsx";
import { StocktakeLines } from "./stocktake-lines.tsx";
import { causeOptions, STOCKTAKE_TONES } from "./stocktake-words.ts";

/** One stocktake: enter counts, see what differs and what it is worth, post it. */
export function Page() {
  const t = useText();
  const locale = useLocale();
  const can = useCan();
  const id = usePathParams()["stocktakeId"] ?? "";
  const path = { path: { id } };
  const stocktake = useApi("/api/v1/stocktakes/{id}", { params: path });
  const post = useCommand("post", "/api/v1/stocktakes/{id}/post", { success: t("inventory.stocktake.posted") });
  const cancel = useCommand("post", "/api/v1/stocktakes/{id}/cancel", { success: t("inventory.stocktake.cancelled") });
  const [adding, setAdding] = useState(false);
  return (
    <DocumentPage
      answer={stocktake}
      live="inventory.stocktake"
      view={(one) => {
        const isOpen = one.state === "open";
        const uncounted = one.lineCount - one.countedCount;
        const postAction = (leavesUncounted: boolean): DocumentAction => ({
          id: leavesUncounted ? "postLeaving" : "post",
          label: t(leavesUncounted ? "inventory.stocktake.postLeaving" : "inventory.stocktake.post"),
          permission: "inventory.adjust",
          notNow:
            one.uncausedCount > 0
              ? t("inventory.stocktake.notCaused", { count: one.uncausedCount })
              : uncounted > 0 && !leavesUncounted
                ? t("inventory.stocktake.notCounted", { count: uncounted })
                : null,
          busy: post.busy,
          run: () => post.run({ params: path, body: { version: one.version, leavesUncounted } }),
          confirm: {
            title: t("inventory.stocktake.post"),
            text: t("inventory.stocktake.postEffect", {
              count: one.differenceCount,
              day: formatDate(one.countedOn, locale),
            }),
          },
        });
        return {
          kind: t("inventory.stocktake.title"),
          number: one.number,
          state: (
            <StateBadge
              size="lg"
              tone={STOCKTAKE_TONES[one.state]}
              label={t(`inventory.stocktake.state.${one.state}`)}
            />
          ),
          facts: [
            { label: t("inventory.place.title"), value: one.placeName ?? t("inventory.stocktake.everyPlace") },
            { label: t("inventory.stocktake.item"), value: one.itemCode ?? t("inventory.stocktake.everyItem") },
            { label: t("inventory.stocktake.countedOn"), value: <DateText value={one.countedOn} /> },
            {
              label: t("inventory.stocktake.progress"),
              value: t("inventory.stocktake.progressOf", { counted: one.countedCount, lines: one.lineCount }),
            },
            {
              label: t("inventory.stocktake.differences"),
              value: t("inventory.stocktake.differenceLines", { count: one.differenceCount }),
            },
            ...(one.foundYen === null
              ? []
              : [
                  { label: t("inventory.stocktake.found"), value: <Money value={one.foundYen} unit /> },
                  { label: t("inventory.stocktake.missing"), value: <Money value={one.missingYen} unit /> },
                ]),
            ...(one.note ? [{ label: t("inventory.stocktake.note"), value: one.note }] : []),
          ],
          primary: isOpen ? postAction(false) : undefined,
          actions: isOpen
            ? [
                ...(uncounted > 0 ? [postAction(true)] : []),
                {
                  id: "cancel",
                  label: t("inventory.stocktake.cancel"),
                  permission: "inventory.adjust",
                  danger: true,
                  run: () => cancel.run({ params: path, body: { version: one.version } }),
                  confirm: { title: t("inventory.stocktake.cancel"), text: t("inventory.stocktake.cancelEffect") },
                },
              ]
            : [],
          body: (
            <>
              <StocktakeLines id={id} isOpen={isOpen} onSaved={() => void stocktake.refetch()} />
              {isOpen && can("inventory.move") && (
                <Button mt="sm" variant="light" onClick={() => setAdding(true)}>
                  {t("inventory.stocktake.add")}
                </Button>
              )}
              <AddGoods id={id} placeId={one.placeId} opened={adding} onClose={() => setAdding(false)} />
            </>
          ),
          ...(one.journal.length > 0 && {
            side: [
              {
                id: "journal",
                title: t("inventory.stocktake.journal"),
                body: (
                  <List size="sm" listStyleType="none">
                    {one.journal.map((entry) => (
                      <List.Item key={entry.id}>
                        <Anchor component={PageLink} to={`accounting/journal/${entry.id}`} size="sm">
                          {entry.number}
                        </Anchor>{" "}
                        <DateText value={entry.postedOn} />
                      </List.Item>
                    ))}
                  </List>
                ),
              },
            ],
          }),
        };
      }}
    />
  );
}

function AddGoods(props: { id: string; placeId: string | null; opened: boolean; onClose: () => void }) {
  const t = useText();
  const { id, placeId } = props;
  const places = useApi("/api/v1/places", { params: { query: { limit: 200 } } });
  const add = useCommand("post", "/api/v1/stocktakes/{id}/lines", {
    success: t("inventory.stocktake.added"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "item",
        label: t("inventory.item.code"),
        kind: "lookup",
        lookup: findStockItems,
        required: true,
        span: 2,
      },
      {
        name: "placeId",
        label: t("inventory.place.title"),
        kind: "choice",
        required: true,
        options: (places.data?.rows ?? [])
          .filter(
            (place) =>
              ["storage", "receiving", "at_partner"].includes(place.kind) && (placeId === null || place.id === placeId),
          )
          .map((place) => ({ value: place.id, label: `${place.code} ${place.name}` })),
      },
      { name: "lot", label: t("inventory.lot"), kind: "code" },
      { name: "counted", label: t("inventory.stocktake.counted"), kind: "decimal", min: "0", required: true },
      { name: "cause", label: t("inventory.stocktake.cause"), kind: "choice", options: causeOptions(t) },
    ],
    [t, places.data, placeId],
  );
  const initial = useMemo(() => ({ placeId: placeId ?? "" }), [placeId]);
  return (
    <FormDialog
      opened={props.opened}
      onClose={props.onClose}
      title={t("inventory.stocktake.add")}
      fields={fields}
      initial={initial}
      submit={(body) => {
        const { lot, ...rest } = body as Record<string, unknown>;
        return add.run({ params: { path: { id } }, body: { ...rest, ...(lot ? { lot } : {}) } as never });
      }}
      onDone={props.onClose}
    />
  );
}
