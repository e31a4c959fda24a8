import type { Role } from "../domain/companies/index.ts";
import type { CompanyRow, FloorPersonRow, UserRow } from "./records.ts";

/** Mailbox, title and roles of the users each company has. */
const MEMBER_POSTS: readonly (readonly [mailbox: string, title: string, roles: readonly Role[]])[] = [
  ["shacho", "社長", ["president"]],
  ["eigyo", "営業", ["sales"]],
  ["seisan", "生産管理", ["production"]],
  ["kobai", "購買", ["purchasing"]],
  ["soko", "倉庫", ["warehouse"]],
  ["genba", "現場", ["floor"]],
  ["keiri", "経理", ["finance"]],
  ["kanri", "システム管理", ["admin"]],
];
const WINDOW_POSTS: typeof MEMBER_POSTS = [
  ["shacho", "代表", ["president"]],
  ["jimukyoku", "事務局", ["secretariat"]],
  ["eigyo", "営業", ["sales"]],
  ["kobai", "購買", ["purchasing"]],
  ["keiri", "経理", ["finance"]],
  ["kanri", "システム管理", ["admin"]],
];

const SURNAMES: readonly (readonly [string, string])[] = [
  ["青葉", "アオバ"],
  ["石走", "イワバシリ"],
  ["浮雲", "ウキグモ"],
  ["笑原", "エミハラ"],
  ["丘里", "オカザト"],
  ["霞町", "カスミマチ"],
  ["木漏", "コモレ"],
  ["草笛", "クサブエ"],
  ["小夜川", "サヨカワ"],
  ["鈴音", "スズネ"],
  ["空野", "ソラノ"],
];
const GIVEN_NAMES: readonly (readonly [string, string])[] = [
  ["あかり", "アカリ"],
  ["いつき", "イツキ"],
  ["かなで", "カナデ"],
  ["こはる", "コハル"],
  ["さとし", "サトシ"],
  ["つばさ", "ツバサ"],
  ["なおき", "ナオキ"],
  ["はるか", "ハルカ"],
  ["ひかり", "ヒカリ"],
  ["まこと", "マコト"],
  ["みのる", "ミノル"],
  ["ゆうき", "ユウキ"],
  ["わたる", "ワタル"],
];

/** The n-th invented person; 143 different ones (11 and 13 have no common divisor). */
function person(index: number): { readonly name: string; readonly kana: string } {
  const [surname, surnameKana] = SURNAMES[index % SURNAMES.length]!;
  const [given, givenKana] = GIVEN_NAMES[index % GIVEN_NAMES.length]!;
  return { name: `${surname} ${given}`, kana: `${surnameKana} ${givenKana}` };
}

/**
 * The users of the companies, `keiri@company.example` and so on, and one accountant who works for several of them.
 * @param firstPerson where in the list of names to begin, so that two samples share nobody
 */
export function sampleUsers(
  companies: readonly CompanyRow[],
  sharedAccountant: { readonly email: string; readonly companyCodes: readonly string[] },
  firstPerson: number,
): UserRow[] {
  const users = companies.flatMap((company) =>
    (company.isWindow ? WINDOW_POSTS : MEMBER_POSTS).map(([mailbox, title, roles]) => ({
      company,
      mailbox,
      title,
      roles,
    })),
  );
  return [
    ...users.map(({ company, mailbox, title, roles }, at) => {
      const { name, kana } = person(firstPerson + at);
      return {
        email: `${mailbox}@${company.code.toLowerCase()}.example`,
        name: `${name}（${title}）`,
        kana,
        memberships: [{ companyCode: company.code, roles }],
      };
    }),
    {
      email: sharedAccountant.email,
      name: `${person(firstPerson + users.length).name}（共同経理）`,
      kana: person(firstPerson + users.length).kana,
      memberships: sharedAccountant.companyCodes.map((companyCode) => ({ companyCode, roles: ["finance"] as const })),
    },
  ];
}

/** Four people of a company who report on the shared tablet; PIN 1001 to 1004. */
export function floorPersons(companyNumber: number): FloorPersonRow[] {
  return [1, 2, 3, 4].map((at) => ({
    code: `F0${at}`,
    ...person(companyNumber * 5 + at * 7),
    pin: String(1000 + at),
  }));
}
