import { Button, Text } from "@mantine/core";
import { DateText, Quantity, useCan, useCommand, useText } from "../platform/index.ts";
import type { FarEndRow } from "./far-end-dialog.tsx";

/** What the member says the maker took, and the one click that books it. */
export function ReportOf({ row }: { readonly row: FarEndRow }) {
  const t = useText();
  const can = useCan();
  const apply = useCommand("post", "/api/v1/network/far-end-reports/{id}/apply", {
    success: t("network.farEnd.recorded"),
  });
  const { report } = row;
  if (!report) return null;
  return (
    <div>
      <Text size="sm" component="div">
        <DateText value={report.judgedOn} />
        {report.lines.map((said) => {
          const line = row.lines.find((one) => one.lineNumber === said.lineNumber);
          return (
            <div key={said.lineNumber}>
              {line?.code} {t("network.farEnd.accepted")} <Quantity value={said.accepted} unit={line?.unit ?? ""} />
              {Number(said.rejected) > 0 && (
                <>
                  {" "}
                  · {t("network.farEnd.rejected")} <Quantity value={said.rejected} unit={line?.unit ?? ""} /> (
                  {said.reason})
                </>
              )}
            </div>
          );
        })}
      </Text>
      {can("network.dispatch") && (
        <Button
          size="compact-xs"
          mt={4}
          loading={apply.busy}
          onClick={() => void apply.run({ params: { path: { id: report.id } } })}
        >
          {t("network.farEnd.apply")}
        </Button>
      )}
    </div>
  );
}
