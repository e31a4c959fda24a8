import { expect, test } from "vitest";
import { fileNameOf } from "./file-name.ts";

test.each([
  { header: "attachment; filename=\"items.xlsx\"; filename*=UTF-8''%E5%93%81%E7%9B%AE.xlsx", name: "品目.xlsx" },
  { header: 'attachment; filename="items.csv"', name: "items.csv" },
  { header: "attachment; filename=items.csv", name: "items.csv" },
  { header: "attachment; filename*=UTF-8''%E5%93%8", name: "file" },
  { header: null, name: "file" },
])("a file answered with $header is saved as $name", ({ header, name }) =>
  expect(fileNameOf(header, "file")).toBe(name),
);
