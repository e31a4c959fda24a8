import { expect, test } from "vitest";
import { shortName } from "./short-name.ts";

test.each([
  ["みかさの鋼管成形株式会社", "みかさの鋼管成形"],
  ["株式会社丸山旋盤", "丸山旋盤"],
  ["有限会社つやの郷研磨所", "つやの郷研磨所"],
  ["（有）しらつゆ塗装", "しらつゆ塗装"],
  ["㈱ 結び", "結び"],
  ["Homurano Welding Co., Ltd.", "Homurano Welding"],
  ["Maruyama Lathe K.K.", "Maruyama Lathe"],
  ["もりのき部品加工会", "もりのき部品加工会"],
  ["株式会社", "株式会社"],
  ["", ""],
])("%s is called %s where space is short", (name, short) => expect(shortName(name)).toBe(short));
