import { Button, Group } from "@mantine/core";
import { useMemo } from "react";
import {
  type AnswerOf,
  type GridColumn,
  LineGrid,
  useCan,
  useCommand,
  useLineGrid,
  useText,
} from "../platform/index.ts";

type Partner = AnswerOf<"get", "/api/v1/partners/{id}">;

interface PartProps {
  readonly partner: Partner;
  readonly columns: readonly GridColumn[];
  readonly part: "sites" | "bankAccounts";
  readonly label: string;
}

/** A part of the card as a grid, saved with the rest of the card unchanged. */
function PartGrid({ partner, columns, part, label }: PartProps) {
  const t = useText();
  const can = useCan();
  const mayWrite = can("parties.write");
  const shown = useMemo(
    () => (mayWrite ? columns : columns.map((column) => ({ ...column, readOnly: true }))),
    [columns, mayWrite],
  );
  const initial = partner[part].map((row, index) => ({
    key: `${index}`,
    cells: row as unknown as Record<string, string>,
  }));
  const grid = useLineGrid({ columns: shown, initial, fixedRows: !mayWrite });
  const save = useCommand("put", "/api/v1/partners/{id}", {
    success: t("parties.partner.saved"),
    placesRefusals: true,
  });
  const send = async () => {
    const lines = await grid.read();
    if (!lines) return;
    const rows = lines.map(({ values }) => values);
    const { id, linkedCompanyId: _linked, linkedOn: _on, warnings: _warnings, ...card } = partner;
    const end = await save.run({ params: { path: { id } }, body: { ...card, [part]: rows } as never });
    if (end?.ok) grid.settle();
    else if (end?.problem) grid.placeRefusals(end.problem.errors, part);
  };
  return (
    <>
      <LineGrid grid={grid} label={label} />
      {mayWrite && (
        <Group mt="sm">
          <Button onClick={() => void send()} loading={save.busy || grid.isReading} disabled={!grid.isDirty}>
            {t("platform.save")}
          </Button>
        </Group>
      )}
    </>
  );
}

/** Addresses to deliver to or collect from. */
export function SiteGrid({ partner }: { readonly partner: Partner }) {
  const t = useText();
  const columns = useMemo<GridColumn[]>(
    () => [
      { id: "code", header: t("parties.site.code"), kind: "code", required: true, width: 110 },
      { id: "name", header: t("parties.site.name"), kind: "text", required: true, width: 200 },
      { id: "postalCode", header: t("parties.partner.postalCode"), kind: "text", width: 110 },
      { id: "address", header: t("parties.partner.address"), kind: "text", width: 280 },
      { id: "phone", header: t("parties.partner.phone"), kind: "text", width: 140 },
    ],
    [t],
  );
  return <PartGrid partner={partner} columns={columns} part="sites" label={t("parties.partner.sites")} />;
}

/** Where the partner is paid. */
export function BankAccountGrid({ partner }: { readonly partner: Partner }) {
  const t = useText();
  const columns = useMemo<GridColumn[]>(
    () => [
      { id: "bankCode", header: t("parties.account.bankCode"), kind: "code", required: true, width: 110 },
      { id: "branchCode", header: t("parties.account.branchCode"), kind: "code", required: true, width: 110 },
      {
        id: "accountKind",
        header: t("parties.account.kind"),
        kind: "choice",
        required: true,
        initial: "ordinary",
        options: ["ordinary", "current", "savings", "other"].map((value) => ({
          value,
          label: t(`parties.accountKind.${value}`),
        })),
        width: 110,
      },
      { id: "accountNumber", header: t("parties.account.number"), kind: "code", required: true, width: 130 },
      {
        id: "holderKana",
        header: t("parties.account.holder"),
        kind: "text",
        required: true,
        maxLength: 30,
        width: 260,
      },
    ],
    [t],
  );
  return <PartGrid partner={partner} columns={columns} part="bankAccounts" label={t("parties.partner.bankAccounts")} />;
}
