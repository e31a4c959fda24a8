interface CardLike {
  readonly id: string;
  readonly roles?: readonly string[];
}

/** Late orders, on-time delivery, load, stock value, scrap, cash come first for everybody; an own role's figure before all. */
const FIRST = ["lateOrders", "onTime", "load", "stockValue", "scrap", "cash"];
const SHOWN = 6;

/** The figures of a person's home: those meant for one of their roles first, at most six. */
export function orderCards<C extends CardLike>(cards: readonly C[], roles: readonly string[]): C[] {
  const forMe = (card: C) => (card.roles?.some((role) => roles.includes(role)) ? 0 : 1);
  const place = (card: C) => {
    const at = FIRST.indexOf(card.id.split(".").at(-1)!);
    return at < 0 ? FIRST.length : at;
  };
  return cards
    .map((card, at) => ({ card, at }))
    .sort((a, b) => forMe(a.card) - forMe(b.card) || place(a.card) - place(b.card) || a.at - b.at)
    .slice(0, SHOWN)
    .map(({ card }) => card);
}
