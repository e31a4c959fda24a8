import { Button, Group, Modal, Stack, Table, Text, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { SCRAP_REASONS, type WorkOrderDocument } from "../../domain/production/index.ts";
import {
  FormDialog,
  type FormField,
  formatUnit,
  todayInJapan,
  useApi,
  useCommand,
  useGo,
  useText,
} from "../platform/index.ts";
import { AssignDialog } from "./assign-dialog.tsx";
import { withoutNothing } from "./without-nothing.ts";

export type WorkOrderDialog =
  | { readonly kind: "report"; readonly operationNumber?: number }
  | { readonly kind: "through" }
  | { readonly kind: "complete" }
  | { readonly kind: "edit" }
  | { readonly kind: "rework" }
  | { readonly kind: "issue" }
  | { readonly kind: "return" }
  | { readonly kind: "send"; readonly operationNumber: number }
  | { readonly kind: "assign"; readonly operationNumber: number }
  | { readonly kind: "partner"; readonly lineNumber: number };

interface DialogProps {
  readonly order: WorkOrderDocument;
  readonly onClose: () => void;
}

/** The forms behind a work order's buttons; one is open at a time. */
export function WorkOrderDialogs({ order, dialog, onClose }: DialogProps & { readonly dialog: WorkOrderDialog }) {
  switch (dialog.kind) {
    case "report":
      return <ReportDialog order={order} onClose={onClose} operationNumber={dialog.operationNumber} />;
    case "through":
      return <ThroughDialog order={order} onClose={onClose} />;
    case "complete":
      return <CompleteDialog order={order} onClose={onClose} />;
    case "edit":
      return <EditDialog order={order} onClose={onClose} />;
    case "rework":
      return <ReworkDialog order={order} onClose={onClose} />;
    case "issue":
    case "return":
      return <IssueDialog order={order} onClose={onClose} kind={dialog.kind} />;
    case "send":
      return <SendDialog order={order} onClose={onClose} operationNumber={dialog.operationNumber} />;
    case "assign":
      return <AssignDialog order={order} onClose={onClose} operationNumber={dialog.operationNumber} />;
    case "partner":
      return <PartnerDialog order={order} onClose={onClose} lineNumber={dialog.lineNumber} />;
  }
}

function ReportDialog({ order, onClose, operationNumber }: DialogProps & { readonly operationNumber?: number }) {
  const t = useText();
  const report = useCommand("post", "/api/v1/work-orders/{id}/report", {
    success: (done) =>
      done.shortages.length > 0
        ? t("production.reportedShort", { items: done.shortages.map((one) => one.itemName).join("、") })
        : t("production.reported"),
    placesRefusals: true,
  });
  const own = order.operations.filter((one) => !one.outside && one.state !== "done");
  const first = own.find((one) => one.operationNumber === operationNumber) ?? own[0];
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "operationNumber",
        label: t("production.operation.name"),
        kind: "choice",
        required: true,
        options: own.map((one) => ({
          value: String(one.operationNumber),
          label: `${one.operationNumber} ${one.name}`,
        })),
      },
      {
        name: "kind",
        label: t("production.report.kind"),
        kind: "choice",
        required: true,
        options: (["good", "scrap", "rework", "done"] as const).map((kind) => ({
          value: kind,
          label: t(`production.reportKind.${kind}`),
        })),
      },
      {
        name: "quantity",
        label: t("production.quantity"),
        kind: "decimal",
        moreThan: "0",
        unit: order.unit,
        when: (values) => values["kind"] !== "done",
      },
      {
        name: "minutes",
        label: t("production.report.minutes"),
        kind: "decimal",
        hint: t("production.report.minutesHint"),
      },
      {
        name: "reason",
        label: t("production.report.reason"),
        kind: "choice",
        options: SCRAP_REASONS.map((reason) => ({ value: reason, label: t(`production.reason.${reason}`) })),
        when: (values) => values["kind"] === "scrap",
      },
      { name: "reportedOn", label: t("production.report.on"), kind: "date" },
      {
        name: "allowsOver",
        label: t("production.report.allowsOver"),
        kind: "switch",
        when: (values) => values["kind"] === "good",
      },
    ],
    [t, order.unit, own],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${t("production.report")} ${order.number}`}
      fields={fields}
      initial={{
        operationNumber: first ? String(first.operationNumber) : "",
        kind: "good",
        reportedOn: todayInJapan(),
      }}
      submit={(body) =>
        report.run({
          params: { path: { id: order.id } },
          body: { ...withoutNothing(body), operationNumber: Number(body["operationNumber"]) } as never,
        })
      }
      onDone={onClose}
    />
  );
}

function ThroughDialog({ order, onClose }: DialogProps) {
  const t = useText();
  const report = useCommand("post", "/api/v1/work-orders/{id}/report-through", {
    success: t("production.reported"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "quantity",
        label: t("production.goodQuantity"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        unit: order.unit,
      },
      { name: "reportedOn", label: t("production.report.on"), kind: "date" },
    ],
    [t, order.unit],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("production.reportThrough")}
      fields={fields}
      initial={{ reportedOn: todayInJapan() }}
      submit={(body) => report.run({ params: { path: { id: order.id } }, body: withoutNothing(body) as never })}
      onDone={onClose}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t("production.throughHint")}
      </Text>
    </FormDialog>
  );
}

function CompleteDialog({ order, onClose }: DialogProps) {
  const t = useText();
  const complete = useCommand("post", "/api/v1/work-orders/{id}/complete", {
    success: t("production.completedDone"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "quantity",
        label: t("production.completeQuantity"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        unit: order.unit,
      },
      ...(order.isLotTracked
        ? [{ name: "lotCode", label: t("production.lotCode"), kind: "code", maxLength: 40 } as FormField]
        : []),
      { name: "completedOn", label: t("production.completedOn"), kind: "date" },
      { name: "isFinal", label: t("production.isFinal"), kind: "switch", hint: t("production.isFinalHint"), span: 2 },
    ],
    [t, order],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${t("production.complete")} ${order.number}`}
      fields={fields}
      initial={{
        quantity: order.readyToComplete,
        completedOn: todayInJapan(),
        lotCode: order.lotCode || order.number,
        isFinal: false,
      }}
      submit={(body) => complete.run({ params: { path: { id: order.id } }, body: withoutNothing(body) as never })}
      onDone={onClose}
    />
  );
}

function EditDialog({ order, onClose }: DialogProps) {
  const t = useText();
  const save = useCommand("put", "/api/v1/work-orders/{id}", { success: t("production.saved"), placesRefusals: true });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "quantity",
        label: t("production.goodQuantity"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        unit: order.unit,
        readOnly: order.state !== "planned",
      },
      { name: "lotCode", label: t("production.lotCode"), kind: "code", maxLength: 40 },
      { name: "startOn", label: t("production.startOn"), kind: "date", required: true },
      { name: "dueOn", label: t("production.dueOn"), kind: "date", required: true },
      { name: "note", label: t("production.note"), kind: "note", span: 2 },
    ],
    [t, order],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${t("production.edit")} ${order.number}`}
      fields={fields}
      initial={order as unknown as Record<string, unknown>}
      submit={(body) =>
        save.run({
          params: { path: { id: order.id } },
          body: { ...body, lotCode: body["lotCode"] ?? "", note: body["note"] ?? "", version: order.version } as never,
        })
      }
      onDone={onClose}
    />
  );
}

function ReworkDialog({ order, onClose }: DialogProps) {
  const t = useText();
  const go = useGo();
  const make = useCommand("post", "/api/v1/work-orders/{id}/rework", { placesRefusals: true });
  const board = useApi("/api/v1/production/board");
  const centers = board.data?.workCenters ?? [];
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "quantity",
        label: t("production.quantity"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        unit: order.unit,
      },
      { name: "dueOn", label: t("production.dueOn"), kind: "date", required: true },
      { name: "name", label: t("production.operation.name"), kind: "text", required: true },
      {
        name: "workCenterId",
        label: t("production.operation.where"),
        kind: "choice",
        required: true,
        options: centers.map((center) => ({ value: center.id, label: `${center.code} ${center.name}` })),
      },
      { name: "runMinutesPerUnit", label: t("production.runMinutes"), kind: "decimal" },
      { name: "note", label: t("production.note"), kind: "note", span: 2 },
    ],
    [t, order.unit, centers],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("production.rework.make")}
      fields={fields}
      initial={{ name: t("production.rework.operation"), dueOn: todayInJapan() }}
      submit={(body) => {
        const { quantity, dueOn, note, ...operation } = withoutNothing(body);
        return make.run({
          params: { path: { id: order.id } },
          body: { quantity, dueOn, ...(note ? { note } : {}), operations: [operation] } as never,
        });
      }}
      onDone={(made) => go(`production/orders/${made.workOrders[0]!.id}`)}
    />
  );
}

function IssueDialog({ order, onClose, kind }: DialogProps & { readonly kind: "issue" | "return" }) {
  const t = useText();
  const path = kind === "issue" ? "/api/v1/work-orders/{id}/issue" : "/api/v1/work-orders/{id}/return-issue";
  const send = useCommand("post", path as "/api/v1/work-orders/{id}/issue", {
    success: t(kind === "issue" ? "production.material.issuedDone" : "production.material.returnedDone"),
    placesRefusals: true,
  });
  const outside = new Set(order.operations.filter((one) => one.outside).map((one) => one.operationNumber));
  const lines = order.materials.filter((one) =>
    kind === "issue" ? !outside.has(one.operationNumber ?? 0) : Number(one.issued) > 0,
  );
  const openOf = (line: (typeof lines)[number]) =>
    kind === "issue" ? String(Math.max(Number(line.required) - Number(line.issued), 0)) : "";
  const [typed, setTyped] = useState<Record<number, string>>(() =>
    Object.fromEntries(lines.map((line) => [line.lineNumber, openOf(line) === "0" ? "" : openOf(line)])),
  );
  const [errors, setErrors] = useState<Record<number, string>>({});
  const submit = async () => {
    const wanted = lines.filter((line) => typed[line.lineNumber]?.trim());
    const wrong = wanted.filter((line) => !/^\d+(\.\d+)?$/.test(typed[line.lineNumber]!.trim()));
    setErrors(Object.fromEntries(wrong.map((line) => [line.lineNumber, t("production.notANumber")])));
    if (wrong.length > 0 || wanted.length === 0) return;
    const end = await send.run({
      params: { path: { id: order.id } },
      body: {
        lines: wanted.map((line) => ({ lineNumber: line.lineNumber, quantity: typed[line.lineNumber]!.trim() })),
      },
    });
    if (end?.ok) return onClose();
    const placed = (end?.problem?.errors ?? []).flatMap((error) => {
      const index = Number(/^lines\.(\d+)/.exec(error.field ?? "")?.[1] ?? Number.NaN);
      const line = wanted[index];
      return line ? [[line.lineNumber, error.detail] as const] : [];
    });
    setErrors(Object.fromEntries(placed));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={`${t(kind === "issue" ? "production.material.issue" : "production.material.return")} ${order.number}`}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack>
        {lines.length === 0 && <Text>{t("production.material.none")}</Text>}
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("production.material.name")}</Table.Th>
              <Table.Th ta="right">{t("production.material.required")}</Table.Th>
              <Table.Th ta="right">{t("production.material.issued")}</Table.Th>
              <Table.Th ta="right">{t("production.material.free")}</Table.Th>
              <Table.Th>{t("production.quantity")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line, index) => (
              <Table.Tr key={line.lineNumber}>
                <Table.Td>
                  {line.itemName} <span className="quiet">{line.itemCode}</span>
                </Table.Td>
                <Table.Td className="number">{line.required}</Table.Td>
                <Table.Td className="number">{line.issued}</Table.Td>
                <Table.Td className="number">{line.free}</Table.Td>
                <Table.Td w={180}>
                  <TextInput
                    aria-label={`${line.itemName} ${t("production.quantity")}`}
                    inputMode="decimal"
                    value={typed[line.lineNumber] ?? ""}
                    onChange={(event) => setTyped({ ...typed, [line.lineNumber]: event.currentTarget.value })}
                    error={errors[line.lineNumber]}
                    rightSection={<span className="quiet">{formatUnit(line.unit)}</span>}
                    data-autofocus={index === 0 || undefined}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button onClick={() => void submit()} loading={send.busy} disabled={lines.length === 0}>
            {t(kind === "issue" ? "production.material.issue" : "production.material.return")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function SendDialog({ order, onClose, operationNumber }: DialogProps & { readonly operationNumber: number }) {
  const t = useText();
  const operation = order.operations.find((one) => one.operationNumber === operationNumber);
  const send = useCommand("post", "/api/v1/work-orders/{id}/operations/{operation}/send", {
    success: (done) =>
      done.shortages.length > 0
        ? t("production.reportedShort", { items: done.shortages.map((one) => one.itemName).join("、") })
        : t("production.outside.sent"),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("production.outside.send")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack>
        <Text size="sm">
          {t("production.outside.sendText", {
            partner: operation?.outside?.partnerName ?? "",
            operation: operation?.name ?? "",
          })}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button
            loading={send.busy}
            data-autofocus
            onClick={async () => {
              const end = await send.run({
                params: { path: { id: order.id, operation: operationNumber } },
                body: {},
              });
              if (end?.ok) onClose();
            }}
          >
            {t("production.outside.send")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function PartnerDialog({ order, onClose, lineNumber }: DialogProps & { readonly lineNumber: number }) {
  const t = useText();
  const line = order.materials.find((one) => one.lineNumber === lineNumber);
  const back = useCommand("post", "/api/v1/work-orders/{id}/take-back", {
    success: t("production.material.takenBack"),
    placesRefusals: true,
  });
  const lost = useCommand("post", "/api/v1/work-orders/{id}/lost", {
    success: t("production.material.lostDone"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "how",
        label: t("production.material.what"),
        kind: "choice",
        required: true,
        options: [
          { value: "back", label: t("production.material.takeBack") },
          { value: "lost", label: t("production.material.lost") },
        ],
      },
      {
        name: "quantity",
        label: t("production.quantity"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        unit: line?.unit,
      },
      {
        name: "reason",
        label: t("production.report.reason"),
        kind: "text",
        span: 2,
        when: (values) => values["how"] === "lost",
      },
      {
        name: "claimYen",
        label: t("production.material.claim"),
        kind: "yen",
        hint: t("production.material.claimHint"),
        when: (values) => values["how"] === "lost",
      },
    ],
    [t, line],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${t("production.material.atPartner")} ${line?.itemName ?? ""}`}
      fields={fields}
      initial={{ how: "back", quantity: line?.freeIssued ?? "" }}
      submit={(body) => {
        const { how, ...rest } = withoutNothing(body);
        const init = { params: { path: { id: order.id } }, body: { ...rest, lineNumber } as never };
        return how === "lost" ? lost.run(init) : back.run(init);
      }}
      onDone={onClose}
    />
  );
}
