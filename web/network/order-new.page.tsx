import { Alert, Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  DayField,
  type GridColumn,
  LineGrid,
  LookupField,
  type LookupHit,
  PageHead,
  todayInJapan,
  useCommand,
  useGo,
  useLineGrid,
  useText,
} from "../platform/index.ts";
import { findItems, findMakers } from "./words.ts";

/** A maker's order arrives at the window: typed, or pasted from Excel in one go. */
export function Page() {
  const t = useText();
  const go = useGo();
  const [maker, setMaker] = useState<LookupHit | null>(null);
  const [orderedOn, setOrderedOn] = useState(todayInJapan());
  const [outsideNumber, setOutsideNumber] = useState("");
  const [deliverTo, setDeliverTo] = useState("");
  const [dispatch, setDispatch] = useState<"automatic" | "never">("automatic");
  const columns = useMemo<GridColumn[]>(
    () => [
      {
        id: "item",
        header: t("network.order.item"),
        kind: "lookup",
        lookup: findItems(maker?.id),
        required: true,
        width: 320,
      },
      {
        id: "quantity",
        header: t("network.order.quantity"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        width: 140,
        unit: (row) => row.hits?.["item"]?.data?.["unit"] as string,
      },
      {
        id: "wantedOn",
        header: t("network.order.wantedOn"),
        kind: "date",
        required: true,
        initial: "previous",
        width: 160,
      },
      { id: "unitPrice", header: t("network.order.unitPrice"), kind: "decimal", min: "0", width: 150 },
    ],
    [t, maker?.id],
  );
  const grid = useLineGrid({ columns, initial: [], draft: "network.order.new" });
  const enter = useCommand("post", "/api/v1/network/orders", { placesRefusals: true });
  const send = async () => {
    const lines = await grid.read();
    if (!lines || !maker) return;
    const end = await enter.run({
      body: {
        partnerId: maker.id,
        orderedOn,
        outsideNumber,
        deliverTo,
        title: "",
        dispatch,
        lines: lines.map(({ values }) => ({
          item: String(values["item"]),
          quantity: String(values["quantity"]),
          wantedOn: String(values["wantedOn"]),
          ...(values["unitPrice"] ? { unitPrice: String(values["unitPrice"]) } : {}),
        })),
      },
    });
    if (end?.ok) {
      grid.settle();
      const { chainId, tradeId } = end.value;
      go(chainId ? `network/chains/${chainId}` : `network/orders/${tradeId}`);
    } else if (end?.problem) grid.placeRefusals(end.problem.errors);
  };
  return (
    <Stack gap={12}>
      <PageHead title={t("network.order.new")} hint={t("network.order.newHint")} />
      <Group align="flex-end" gap={10}>
        <div style={{ width: 300 }}>
          <LookupField label={t("network.order.maker")} lookup={findMakers} hit={maker} onHit={setMaker} required />
        </div>
        <DayField label={t("network.order.orderedOn")} value={orderedOn} onChange={setOrderedOn} w={150} size="sm" />
        <TextInput
          label={t("network.order.outsideNumber")}
          value={outsideNumber}
          onChange={(event) => setOutsideNumber(event.currentTarget.value)}
          w={170}
          size="sm"
        />
        <TextInput
          label={t("network.order.deliverTo")}
          value={deliverTo}
          onChange={(event) => setDeliverTo(event.currentTarget.value)}
          w={240}
          size="sm"
        />
        <Select
          label={t("network.order.dispatch")}
          data={[
            { value: "automatic", label: t("network.order.dispatch.automatic") },
            { value: "never", label: t("network.order.dispatch.never") },
          ]}
          value={dispatch}
          onChange={(value) => setDispatch(value === "never" ? "never" : "automatic")}
          allowDeselect={false}
          w={310}
          size="sm"
        />
      </Group>
      <LineGrid grid={grid} label={t("network.order.lines")} />
      <Alert color="indigo">{t(dispatch === "automatic" ? "network.order.sees" : "network.order.seesNobody")}</Alert>
      <Group>
        <Button
          onClick={() => void send()}
          loading={enter.busy || grid.isReading}
          disabled={!maker || orderedOn === ""}
        >
          {t(dispatch === "automatic" ? "network.order.sendAutomatic" : "network.order.send")}
        </Button>
      </Group>
    </Stack>
  );
}
