const CATEGORIES = [
  "finished",
  "assembly",
  "part",
  "material",
  "merchandise",
  "consumable",
  "stage",
  "processing",
] as const;
export const MOVE_WORDS = [
  "opening",
  "receipt",
  "shipment",
  "arrival",
  "acceptance",
  "rejection",
  "return",
  "transfer",
  "adjustment",
  "count",
  "issue",
  "output",
  "scrap",
  "free_issue",
] as const;
export const PLACE_WORDS = [
  "storage",
  "receiving",
  "production",
  "at_partner",
  "transit",
  "customer",
  "supplier",
  "scrap",
  "adjustment",
  "opening",
] as const;

type Text = (key: string) => string;
const options = (t: Text, prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: t(`inventory.${prefix}.${value}`) }));

export const categoryOptions = (t: Text) => options(t, "category", CATEGORIES);
export const moveOptions = (t: Text) => options(t, "move", MOVE_WORDS);
export const placeKindOptions = (t: Text) => options(t, "place", PLACE_WORDS);
