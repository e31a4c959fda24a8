import { Group } from "@mantine/core";
import { type FieldProblem, PageLink, useText } from "../platform/index.ts";

/** Leads from a refusal to the work centre or item where it is mended. */
export function Mend({ refusals }: { readonly refusals: readonly FieldProblem[] }) {
  const t = useText();
  const places = refusals.flatMap(({ values = {} }) => {
    const { workCenterId, center, itemId, item } = values;
    if (workCenterId) return { to: `resources/work-centers/${workCenterId}`, name: String(center) };
    return itemId ? { to: `items/${itemId}`, name: String(item) } : [];
  });
  if (places.length === 0) return null;
  return (
    <Group gap="md" fz={14}>
      {places.map(({ to, name }) => (
        <PageLink key={to} to={to}>
          {t("planning.when.mend", { name })}
        </PageLink>
      ))}
    </Group>
  );
}
