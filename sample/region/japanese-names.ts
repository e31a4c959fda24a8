/** A name in both languages, with its reading for sorting and search. */
export interface ItemName {
  readonly ja: string;
  readonly kana: string;
  readonly en: string;
}

/**
 * Words of the data's product names, longest phrase first wherever one contains another. The reading stands only where the
 * Japanese is not katakana already.
 */
const WORDS: readonly (readonly [en: string, ja: string, kana?: string])[] = [
  ["Front Derailleur Linkage", "フロントディレイラーリンク"],
  ["Front Derailleur Cage", "フロントディレイラーケージ"],
  ["Rear Derailleur Cage", "リアディレイラーケージ"],
  ["Headset Ball Bearings", "ヘッドセット用鋼球", "ヘッドセットヨウコウキュウ"],
  ["BB Ball Bearing", "BBボールベアリング", "ビービーボールベアリング"],
  ["Cone-Shaped Race", "円すい形レース", "エンスイガタレース"],
  ["Cup-Shaped Race", "わん形レース", "ワンガタレース"],
  ["Mountain-", "マウンテン-"],
  ["Touring-", "ツーリング-"],
  ["Road-", "ロード-"],
  ["Lower Head Race", "下ヘッドレース", "シタヘッドレース"],
  ["Adjustable Race", "調整レース", "チョウセイレース"],
  ["Chainring Bolts", "チェーンリングボルト"],
  ["Front Derailleur", "フロントディレイラー"],
  ["Rear Derailleur", "リアディレイラー"],
  ["Bottom Bracket", "ボトムブラケット"],
  ["Seat Assembly", "シート組立品", "シートクミタテヒン"],
  ["Spindle/Axle", "スピンドル"],
  ["Tension Pulley", "テンションプーリー"],
  ["Chainring Nut", "チェーンリングナット"],
  ["Handlebar Tube", "ハンドルバーチューブ"],
  ["Guide Pulley", "ガイドプーリー"],
  ["Keyed Washer", "キー付き座金", "キーツキザガネ"],
  ["Bearing Ball", "鋼球", "コウキュウ"],
  ["Chain Stays", "チェーンステー"],
  ["Front Brakes", "フロントブレーキ"],
  ["Rear Brakes", "リアブレーキ"],
  ["Front Wheel", "前輪", "ゼンリン"],
  ["Rear Wheel", "後輪", "コウリン"],
  ["Seat/Saddle", "サドル"],
  ["Metal Sheet", "鋼板", "コウハン"],
  ["Handlebars", "ハンドルバー"],
  ["Crown Race", "クラウンレース"],
  ["Fork Crown", "フォーククラウン"],
  ["Pinch Bolt", "締付ボルト", "シメツケボルト"],
  ["Seat Stays", "シートステー"],
  ["Grip Tape", "グリップテープ"],
  ["Metal Bar", "鋼棒", "コウボウ"],
  ["Down Tube", "ダウンチューブ"],
  ["Head Tube", "ヘッドチューブ"],
  ["Seat Tube", "シートチューブ"],
  ["Seat Post", "シートポスト"],
  ["Tire Tube", "タイヤチューブ"],
  ["Freewheel", "フリーホイール"],
  ["Lock Ring", "ロックリング"],
  ["Chainring", "チェーンリング"],
  ["Reflector", "反射板", "ハンシャバン"],
  ["Top Tube", "トップチューブ"],
  ["Lock Nut", "ロックナット"],
  ["Crankset", "クランクセット"],
  ["Crankarm", "クランクアーム"],
  ["End Caps", "エンドキャップ"],
  ["Fork End", "フォークエンド"],
  ["Seat Lug", "シートラグ"],
  ["Mountain", "マウンテン"],
  ["Touring", "ツーリング"],
  ["Headset", "ヘッドセット"],
  ["Steerer", "ステアリングコラム"],
  ["Nipple", "ニップル"],
  ["Spokes", "スポーク"],
  ["Yellow", "イエロー"],
  ["Silver", "シルバー"],
  ["Frame", "フレーム"],
  ["Pedal", "ペダル"],
  ["Shell", "シェル"],
  ["Blade", "フォークブレード"],
  ["Decal", "転写マーク", "テンシャマーク"],
  ["Paint", "塗料", "トリョウ"],
  ["Chain", "チェーン"],
  ["Black", "ブラック"],
  ["Fork", "フォーク"],
  ["Road", "ロード"],
  ["Stem", "ステム"],
  ["Tire", "タイヤ"],
  ["Blue", "ブルー"],
  ["Rim", "リム"],
  ["Hub", "ハブ"],
  ["Red", "レッド"],
  ["HL", "HL", "エイチエル"],
  ["ML", "ML", "エムエル"],
  ["LL", "LL", "エルエル"],
  ["-W", "-W", "ダブリュー"],
];

/**
 * Japanese name and reading of a product: every word is looked up, numbers and sizes stay as they are.
 * @throws when a word is not in the list, so that no half-translated name slips through
 */
export function japaneseName(en: string): ItemName {
  let ja = "";
  let kana = "";
  let rest = en;
  while (rest !== "") {
    const word = WORDS.find(([text]) => rest.startsWith(text));
    const plain = /^(?: - |, |[ \d])/.exec(rest)?.[0];
    if (word) {
      ja += word[1];
      kana += word[2] ?? word[1];
      rest = rest.slice(word[0].length);
    } else if (plain !== undefined) {
      const text = plain === " - " || plain === ", " ? " " : plain;
      ja += text;
      kana += text;
      rest = rest.slice(plain.length);
    } else throw new Error(`no Japanese for "${rest}" in "${en}"`);
  }
  // 「ロード フレーム」 is one word in Japanese; size and colour stay apart.
  ja = ja.replaceAll(/(マウンテン|ロード|ツーリング) (?=[^ -~])/g, "$1");
  return { ja, kana: kana.replaceAll(/[ -]/g, ""), en };
}
