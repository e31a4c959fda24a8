import type { ComponentType, ReactNode } from "react";
import type { MessagesByLocale } from "./i18n/i18n.ts";

/** Sections of the left menu, in the order work flows. */
export const MENU_SECTIONS = [
  "sales",
  "planning",
  "purchasing",
  "production",
  "quality",
  "inventory",
  "accounting",
  "costing",
  "network",
  "masters",
  "settings",
] as const;
export type MenuSection = (typeof MENU_SECTIONS)[number];

export interface MenuEntry {
  readonly section: MenuSection;
  /** Key of its text. */
  readonly label: string;
  /** Below the company: `sales/orders`. */
  readonly to: string;
  /** Shown only to those who have it; the same name as on the route's server side. */
  readonly permission?: string;
  /** Further words under which the jump search finds it. */
  readonly keywords?: string;
}

/** Something to start from anywhere by Ctrl+K: 受注を登録. */
export interface JumpAction {
  readonly label: string;
  readonly to: string;
  readonly permission?: string;
  readonly keywords?: string;
}

export interface AreaRoute {
  /** Below the company: `sales/orders/$orderId`. */
  readonly path: string;
  /** Key of its name in the breadcrumb; a page may put its own number there by `usePageTitle`. */
  readonly title: string;
  readonly permission?: string;
  /** The page's own file, loaded when first opened: `() => import("./order-list.page.tsx")`. It exports `Page`. */
  readonly page: () => Promise<{ readonly Page: ComponentType }>;
  /** `bare`: without menu and top bar, for terminals on the floor and print views. */
  readonly frame?: "shell" | "bare";
}

/** A page for people without a login, at its own address outside any company: `p/$secret`. */
export type OutsideRoute = Pick<AreaRoute, "path" | "page">;

/** One thing that waits for this person, with its one next step. */
export interface HomeTask {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly dueOn?: string;
  readonly state?: { readonly tone: "late" | "attention" | "normal"; readonly label: string };
  /** Below the company. */
  readonly to: string;
  readonly action: string;
}
export interface HomeTaskSource {
  readonly id: string;
  readonly permission: string;
  /** A hook. `tasks` undefined: still loading. */
  readonly useTasks: () => { readonly tasks: readonly HomeTask[] | undefined; readonly error: unknown };
}

/** One figure, a door to its list. */
export interface HomeFigure {
  readonly label: string;
  readonly value: ReactNode;
  readonly unit?: string;
  /** Equidistant past values, the newest last. */
  readonly trend?: readonly number[];
  readonly target?: string;
  /** How it stands against its target. */
  readonly tone?: "good" | "bad" | "normal";
  readonly note?: string;
  readonly to: string;
}
export interface HomeCard {
  readonly id: string;
  readonly permission: string;
  /** Roles it comes first for; others with the permission see it after. */
  readonly roles?: readonly string[];
  /** A hook. `figure` undefined: still loading; null: there is nothing to say, and the card is absent. */
  readonly useFigure: () => { readonly figure: HomeFigure | null | undefined; readonly error: unknown };
}

/** A part of the home page with more to show than a figure: a chart, a table. */
export interface HomePanel {
  readonly id: string;
  readonly permission: string;
  /** Roles it is for. */
  readonly roles: readonly string[];
  /** Key of its heading. */
  readonly title: string;
  /** Its own file, loaded with the home page: `() => import("./load.panel.tsx")`. It exports `Panel`. */
  readonly panel: () => Promise<{ readonly Panel: ComponentType }>;
}

/** A column a higher area adds to the list of a lower one, which knows nothing of it: when a work order is expected to be finished. */
export interface AddedColumn {
  readonly id: string;
  /** The list's id: `production.orders`. */
  readonly list: string;
  /** It stands behind this column. */
  readonly behind: string;
  readonly permission: string;
  /** Key of its heading. */
  readonly header: string;
  readonly width: number;
  /** Not shown until the person asks for it. */
  readonly hidden?: boolean;
  /** Draws one row's cell; `ids` are all rows shown, so that one question serves them all. */
  readonly Cell: ComponentType<{ readonly id: string; readonly ids: readonly string[] }>;
}

/** A fact a higher area adds to the head of a lower one's document; a `FactView`, or nothing. */
export interface AddedFact {
  readonly id: string;
  /** The document's kind of record: `production.order`. */
  readonly document: string;
  readonly permission: string;
  readonly Fact: ComponentType<{ readonly id: string }>;
}

/** A note a higher area puts above a lower one's document: an `Alert`, or nothing. */
export interface AddedNote {
  readonly id: string;
  /** The document's kind of record: `sales.order`. */
  readonly document: string;
  readonly permission: string;
  readonly Note: ComponentType<{ readonly id: string }>;
}

/** What `web/<area>/index.ts` exports as `area`; `web/app.tsx` lists them. */
export interface AreaWeb {
  readonly id: string;
  readonly menu: readonly MenuEntry[];
  readonly routes: readonly AreaRoute[];
  readonly messages: MessagesByLocale;
  readonly actions?: readonly JumpAction[];
  readonly outside?: readonly OutsideRoute[];
  readonly homeTasks?: readonly HomeTaskSource[];
  readonly homeCards?: readonly HomeCard[];
  readonly homePanels?: readonly HomePanel[];
  readonly addedColumns?: readonly AddedColumn[];
  readonly addedFacts?: readonly AddedFact[];
  readonly addedNotes?: readonly AddedNote[];
}

let registered: readonly AreaWeb[] = [];

/** Told once, before anything is drawn. */
export function registerAreas(areas: readonly AreaWeb[]): void {
  registered = areas;
}

export function allAreas(): readonly AreaWeb[] {
  return registered;
}
