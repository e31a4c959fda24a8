import { expect, test } from "vitest";
import { safeNext } from "./safe-next.ts";

test.each([
  { next: undefined, goes: "/" },
  { next: "/c/1/sales/orders?q=a", goes: "/c/1/sales/orders?q=a" },
  { next: "//elsewhere.example/c/", goes: "/" },
  { next: "https://elsewhere.example/", goes: "/" },
  { next: "/login", goes: "/" },
])("after signing in, a link to $next leads to $goes", ({ next, goes }) => expect(safeNext(next)).toBe(goes));
