import { Button, Stack, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  type AnswerOf,
  type GridColumn,
  HomelessRefusals,
  LineGrid,
  PageHead,
  StateBadge,
  useCan,
  useCommand,
  useGo,
  useLineGrid,
  useText,
} from "../platform/index.ts";
import { itemLookup, partnerLookup } from "../trade/index.ts";

type Request = AnswerOf<"get", "/api/v1/purchase-requests/{id}">;

/** Asking for something to be bought: what, how much, by when, and why. Purchasing approves and orders it. */
export function RequestView({ request }: { readonly request?: Request }) {
  const t = useText();
  const go = useGo();
  const can = useCan();
  const [title, setTitle] = useState(request?.body.title ?? "");
  const [reason, setReason] = useState(request?.body.reason ?? "");
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const columns = useMemo<GridColumn[]>(
    () => [
      {
        id: "item",
        header: t("trade.item"),
        kind: "lookup",
        lookup: itemLookup("B", null),
        required: true,
        width: 180,
      },
      { id: "description", header: t("trade.description"), kind: "text", width: 220 },
      { id: "quantity", header: t("trade.quantity"), kind: "decimal", moreThan: "0", required: true, width: 110 },
      { id: "unit", header: t("trade.unit"), kind: "code", width: 80 },
      { id: "wantedOn", header: t("trade.wantedOn"), kind: "date", required: true, initial: "previous", width: 150 },
      { id: "partnerId", header: t("trade.B.partner"), kind: "lookup", lookup: partnerLookup("B"), width: 200 },
    ],
    [t],
  );
  const grid = useLineGrid({
    columns,
    fixedRows: request !== undefined && request.state !== "draft",
    draft: request ? `purchasing.request.${request.id}.${request.version}` : "purchasing.request.new",
    initial: (request?.body.lines ?? []).map((line, index) => ({
      key: `r${index}`,
      cells: {
        item: line.item,
        description: line.description,
        quantity: line.quantity,
        unit: line.unit,
        wantedOn: line.wantedOn,
        partnerId: line.partnerId ? "…" : "",
      },
      hits: {
        ...(line.item && { item: { id: line.item, code: line.item, name: line.description } }),
        ...(line.partnerId && { partnerId: { id: line.partnerId, code: "…", name: "" } }),
      },
    })),
    onCell: (row, column) => {
      const hit = column === "item" ? row.hits?.["item"] : undefined;
      return hit ? { unit: String(hit.data?.["unit"] ?? ""), description: hit.name } : null;
    },
  });
  const create = useCommand("post", "/api/v1/purchase-requests", {
    success: t("purchasing.request.sent"),
    placesRefusals: true,
  });
  const save = useCommand("put", "/api/v1/purchase-requests/{id}", {
    success: t("platform.saved"),
    placesRefusals: true,
  });
  const approve = useCommand("post", "/api/v1/purchase-requests/{id}/approve", {
    success: t("purchasing.request.approved"),
  });
  const discard = useCommand("post", "/api/v1/purchase-requests/{id}/discard", {
    success: t("purchasing.request.discarded"),
  });
  const send = async () => {
    const lines = await grid.read();
    if (!lines || lines.length === 0) return;
    const body = {
      title,
      reason,
      lines: lines.map(({ values }) => ({
        item: values["item"] ?? "",
        description: values["description"] ?? "",
        quantity: values["quantity"] ?? "",
        unit: values["unit"] ?? "",
        wantedOn: values["wantedOn"] ?? "",
        partnerId: values["partnerId"] || null,
      })),
    };
    const end = request
      ? await save.run({ params: { path: { id: request.id } }, body: { version: request.version, body } })
      : await create.run({ body });
    if (end?.ok) {
      grid.settle();
      go("purchasing/requests");
    } else if (end?.problem) setWrong(grid.placeRefusals(end.problem.errors).map((error) => error.detail));
  };
  const isOpen = !request || request.state === "draft";
  const act = async (what: "approve" | "discard") => {
    if (!request) return;
    const seen = { params: { path: { id: request.id } }, body: { version: request.version } };
    const end = what === "approve" ? await approve.run(seen) : await discard.run(seen);
    if (end?.ok) go("purchasing/requests");
  };
  return (
    <Stack gap="sm">
      <PageHead title={request ? `${t("purchasing.request.title")} ${request.number}` : t("purchasing.request.new")}>
        {request && (
          <StateBadge
            tone={request.state === "approved" ? "active" : request.state === "draft" ? "waiting" : "done"}
            label={t(`purchasing.request.state.${request.state}`)}
            size="lg"
          />
        )}
        {request && (request.state === "draft" || request.state === "approved") && (
          <Button variant="default" loading={discard.busy} onClick={() => void act("discard")}>
            {t("purchasing.request.discard")}
          </Button>
        )}
        {isOpen && (
          <Button
            variant={request ? "default" : "filled"}
            loading={create.busy || save.busy || grid.isReading}
            onClick={() => void send()}
          >
            {t(request ? "platform.save" : "purchasing.request.send")}
          </Button>
        )}
        {request?.state === "draft" && can("purchasing.write") && (
          <Button loading={approve.busy} onClick={() => void act("approve")}>
            {t("purchasing.request.approve")}
          </Button>
        )}
      </PageHead>
      <HomelessRefusals sentences={wrong} />
      <TextInput
        label={t("trade.title")}
        maw={520}
        value={title}
        disabled={!isOpen}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t("purchasing.request.reason")}
        maw={820}
        value={reason}
        disabled={!isOpen}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <LineGrid grid={grid} label={t("purchasing.request.lines")} />
    </Stack>
  );
}
