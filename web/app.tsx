import { area as accounting } from "./accounting/index.ts";
import { area as agreements } from "./agreements/index.ts";
import { appPages, area as companies } from "./companies/index.ts";
import { area as inventory } from "./inventory/index.ts";
import { area as items } from "./items/index.ts";
import { area as network } from "./network/index.ts";
import { area as parties } from "./parties/index.ts";
import { area as planning } from "./planning/index.ts";
import { type AreaWeb, startWeb } from "./platform/index.ts";
import { area as production } from "./production/index.ts";
import { area as purchasing } from "./purchasing/index.ts";
import { area as quality } from "./quality/index.ts";
import { area as resources } from "./resources/index.ts";
import { area as sales } from "./sales/index.ts";
import { area as trade } from "./trade/index.ts";

/** The areas of the product in the browser. An area joins by a line here; the menu orders itself. */
const areas: readonly AreaWeb[] = [
  companies,
  resources,
  parties,
  items,
  trade,
  sales,
  purchasing,
  agreements,
  inventory,
  production,
  planning,
  network,
  quality,
  accounting,
];

export function renderApp(root: HTMLElement): void {
  startWeb(root, areas, appPages);
}
