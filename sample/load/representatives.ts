import { SAMPLE_PASSWORD } from "../records.ts";

/** A person to look around as. `name` and mailbox are those of the sample's users; `role` says what they come for. */
export interface Representative {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
}

const REPRESENTATIVES: readonly (readonly [email: string, name: string, role: string])[] = [
  ["jimukyoku@yuinowa.example", "石走 いつき", "窓口・事務局 / window, splits the maker's orders"],
  ["eigyo@yuinowa.example", "浮雲 かなで", "窓口・営業 / window, sales"],
  ["keiri@yuinowa.example", "丘里 さとし", "窓口・経理 / window, finance"],
  ["shacho@akatsukino.example", "空野 かなで", "最終組立・社長 / final assembly, president"],
  ["seisan@akatsukino.example", "石走 さとし", "最終組立・生産管理 / final assembly, production"],
  ["soko@akatsukino.example", "笑原 なおき", "最終組立・倉庫 / final assembly, warehouse"],
  ["genba@akatsukino.example", "丘里 はるか", "最終組立・現場 / final assembly, floor (PIN 1001–1004)"],
  ["kanri@akatsukino.example", "木漏 まこと", "最終組立・システム管理 / final assembly, administrator"],
  ["seisan@homura.example", "霞町 こはる", "溶接・生産管理 / welding, production"],
  ["eigyo@shiratsuyu.example", "木漏 あかり", "特殊塗装・営業 / special paint, confirms every order by hand"],
  ["kobai@kumihimo.example", "霞町 みのる", "部品組立・購買 / subassembly, purchasing"],
  ["kyodo-keiri@yuinowa.example", "草笛 みのる", "3社の経理 / finance of three members"],
  ["jimukyoku@morinoki.example", "霞町 なおき", "機械加工の窓口・事務局 / window of the machining group"],
  ["seisan@sekireiseiki.example", "石走 あかり", "機械加工・生産管理 / machining, production"],
];

/** Whom a first look needs, of all users of both samples. */
export const representatives: readonly Representative[] = REPRESENTATIVES.map(([email, name, role]) => ({
  email,
  password: SAMPLE_PASSWORD,
  name,
  role,
}));
