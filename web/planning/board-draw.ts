import {
  AXIS_HEIGHT,
  type Bar,
  type BoardRow,
  firstBarAt,
  hueOf,
  isElsewhere,
  LABEL_WIDTH,
  ROW_HEIGHT,
  ZOOMS,
  type Zoom,
} from "./board-layout.ts";

export type ColourBy = "late" | "order" | "item";

/** Everything one picture of the board is made of. */
export interface BoardPicture {
  readonly rows: readonly BoardRow[];
  readonly bars: ReadonlyMap<string, readonly Bar[]>;
  /** When a work centre works, in minutes, by its id. */
  readonly working: ReadonlyMap<string, readonly (readonly [from: number, to: number])[]>;
  /** First minute of the board. */
  readonly origin: number;
  readonly now: number;
  readonly zoom: Zoom;
  readonly colourBy: ColourBy;
  readonly selected: string | null;
  readonly locale: "ja" | "en";
  /** A bar on its way to another place. */
  readonly ghost: { readonly row: number; readonly start: number; readonly minutes: number } | null;
  readonly font: string;
}

const HOUR = 60;
const DAY = 1440;
const INK = "#1f2a37";
const WEEKDAYS = { ja: "日月火水木金土", en: "SMTWTFS" } as const;

/** Draws what is in view: as much work whatever the number of operations. */
export function drawBoard(
  context: CanvasRenderingContext2D,
  picture: BoardPicture,
  view: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): void {
  const { rows, origin, zoom, font } = picture;
  const perMinute = ZOOMS[zoom].perHour / HOUR;
  const xOf = (minute: number) => LABEL_WIDTH + (minute - origin) * perMinute - view.left;
  const from = origin + view.left / perMinute;
  const to = from + (view.width - LABEL_WIDTH) / perMinute;
  context.clearRect(0, 0, view.width, view.height);
  context.textBaseline = "middle";
  context.font = `12px ${font}`;
  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT));
  const last = Math.min(rows.length - 1, Math.floor((view.top + view.height - AXIS_HEIGHT) / ROW_HEIGHT));
  context.save();
  context.beginPath();
  context.rect(LABEL_WIDTH, AXIS_HEIGHT, view.width - LABEL_WIDTH, view.height - AXIS_HEIGHT);
  context.clip();
  for (let at = first; at <= last; at++) drawFree(at);
  drawGrid();
  for (let at = first; at <= last; at++) drawRow(at);
  drawGhost();
  drawNow();
  context.restore();
  drawLabels();
  drawAxis();

  function yOf(at: number): number {
    return AXIS_HEIGHT + at * ROW_HEIGHT - view.top;
  }

  /** What is not worked is shaded. */
  function drawFree(at: number): void {
    const row = rows[at]!;
    const y = yOf(at);
    context.fillStyle = "#ffffff";
    context.fillRect(LABEL_WIDTH, y, view.width, ROW_HEIGHT);
    if (row.workCenterId !== null) {
      context.fillStyle = "#e9ecf0";
      let free = from;
      const spans = picture.working.get(row.workCenterId) ?? [];
      for (let one = firstSpan(spans, from); one < spans.length && spans[one]![0] < to; one++) {
        const [start, end] = spans[one]!;
        if (start > free) context.fillRect(xOf(free), y, (start - free) * perMinute, ROW_HEIGHT);
        free = Math.max(free, end);
      }
      if (free < to) context.fillRect(xOf(free), y, (to - free) * perMinute, ROW_HEIGHT);
    }
    context.fillStyle = row.isFirst ? "#b4bcc8" : "#dfe3e8";
    context.fillRect(LABEL_WIDTH, y, view.width, 1);
  }

  function drawGrid(): void {
    context.fillStyle = "rgba(90, 105, 125, 0.22)";
    const step = zoom === "hours" ? HOUR : DAY;
    for (let at = Math.ceil(from / step) * step; at < to; at += step)
      context.fillRect(Math.round(xOf(at)), AXIS_HEIGHT, at % DAY === 0 && zoom !== "weeks" ? 2 : 1, view.height);
  }

  function drawRow(at: number): void {
    const bars = picture.bars.get(rows[at]!.key) ?? [];
    for (let one = firstBarAt(bars, from); one < bars.length; one++) {
      const bar = bars[one]!;
      if (bar.start > to && bar.setup > to) break;
      if (bar.end >= from) drawBar(bar, yOf(at));
    }
  }

  function drawBar(bar: Bar, rowY: number): void {
    const { operation, lane, lanes } = bar;
    const height = (ROW_HEIGHT - 6) / lanes;
    const y = rowY + 3 + lane * height;
    const x = Math.max(xOf(bar.start), LABEL_WIDTH - 4);
    const right = xOf(bar.end);
    const width = Math.max(right - x - 1, 2);
    const isLate = operation.lateMinutes > 0;
    if (bar.setup < bar.start) {
      context.fillStyle = "#aab4c2";
      context.fillRect(xOf(bar.setup), y + height * 0.35, xOf(bar.start) - xOf(bar.setup), height * 0.3);
    }
    const [fill, edge] = coloursOf(operation, picture.colourBy);
    context.fillStyle = fill;
    context.fillRect(x, y, width, height - (lanes > 1 ? 1 : 0));
    context.fillStyle = edge;
    context.fillRect(x, y, Math.min(3, width), height - (lanes > 1 ? 1 : 0));
    // Late is said by a mark as well, whatever the colours mean.
    if (isLate) {
      context.fillStyle = "#b42318";
      context.fillRect(x, y + height - 3, width, 3);
    }
    if (lanes === 1 && width > 30) {
      context.save();
      context.beginPath();
      context.rect(x, y, width - 2, height);
      context.clip();
      context.fillStyle = INK;
      context.font = `11px ${font}`;
      const mark = `${operation.isPinned ? "◆ " : ""}${isElsewhere(operation) ? "⇄ " : ""}${isLate ? "! " : ""}`;
      context.fillText(`${mark}${operation.number} ${operation.name}`, x + 6, y + height / 2);
      context.restore();
    } else if (operation.isPinned && lanes === 1) {
      context.fillStyle = INK;
      context.fillRect(x, y, Math.min(width, 5), 5);
    }
    const isSelected = bar.key === picture.selected;
    if (isSelected || (picture.selected && bar.key.startsWith(picture.selected.split("/")[0]!))) {
      context.strokeStyle = "#2f3fae";
      context.lineWidth = isSelected ? 3 : 1.5;
      context.strokeRect(x + 0.5, y + 0.5, Math.max(width - 1, 2), height - 1);
    }
  }

  function drawGhost(): void {
    const { ghost } = picture;
    if (!ghost) return;
    context.fillStyle = "rgba(47, 63, 174, 0.25)";
    context.strokeStyle = "#2f3fae";
    context.lineWidth = 2;
    const x = xOf(ghost.start);
    const width = Math.max(ghost.minutes * perMinute, 4);
    context.fillRect(x, yOf(ghost.row) + 3, width, ROW_HEIGHT - 6);
    context.strokeRect(x, yOf(ghost.row) + 3, width, ROW_HEIGHT - 6);
  }

  function drawNow(): void {
    if (picture.now < from || picture.now > to) return;
    context.fillStyle = "#c6322a";
    context.fillRect(Math.round(xOf(picture.now)), AXIS_HEIGHT, 2, view.height);
  }

  function drawLabels(): void {
    context.fillStyle = "#f6f7f9";
    context.fillRect(0, AXIS_HEIGHT, LABEL_WIDTH, view.height);
    context.save();
    context.beginPath();
    context.rect(0, AXIS_HEIGHT, LABEL_WIDTH - 6, view.height);
    context.clip();
    for (let at = first; at <= last; at++) {
      const row = rows[at]!;
      context.fillStyle = row.isFirst ? "#b4bcc8" : "#dfe3e8";
      context.fillRect(0, yOf(at), LABEL_WIDTH, 1);
      context.fillStyle = INK;
      context.font = `12px ${font}`;
      context.fillText(shortened(row.label, LABEL_WIDTH - 18), 8, yOf(at) + ROW_HEIGHT / 2);
    }
    context.restore();
    context.fillStyle = "#b4bcc8";
    context.fillRect(LABEL_WIDTH - 1, 0, 1, view.height);
  }

  /** The end of a name tells machines apart, so its middle is left out. */
  function shortened(text: string, width: number): string {
    if (context.measureText(text).width <= width) return text;
    const tail = /\s\d+$/.exec(text)?.[0] ?? "";
    let head = text.slice(0, text.length - tail.length);
    while (head.length > 1 && context.measureText(`${head}…${tail}`).width > width) head = head.slice(0, -1);
    return `${head}…${tail}`;
  }

  function drawAxis(): void {
    context.fillStyle = "#f6f7f9";
    context.fillRect(0, 0, view.width, AXIS_HEIGHT);
    context.save();
    context.beginPath();
    context.rect(LABEL_WIDTH, 0, view.width - LABEL_WIDTH, AXIS_HEIGHT);
    context.clip();
    const isWeeks = zoom === "weeks";
    for (let day = Math.floor(from / DAY) * DAY; day < to; day += DAY) {
      const date = new Date(day * 60_000);
      const x = xOf(day);
      // A day that reaches in from the left keeps its name in view.
      const textX = Math.max(x, LABEL_WIDTH) + 5;
      const month = date.getUTCMonth() + 1;
      const number = date.getUTCDate();
      const weekday = date.getUTCDay();
      context.fillStyle = "#b4bcc8";
      context.fillRect(x, isWeeks && number !== 1 ? 22 : 0, 1, AXIS_HEIGHT);
      context.fillStyle = weekday === 0 ? "#a8201a" : INK;
      if (!isWeeks) {
        context.font = `600 12px ${font}`;
        context.fillText(`${month}/${number} (${WEEKDAYS[picture.locale][weekday]})`, textX, 12);
        context.font = `11px ${font}`;
        context.fillStyle = "#4a5667";
        const step = zoom === "hours" ? 1 : 6;
        for (let hour = zoom === "hours" ? 0 : step; hour < 24; hour += step) {
          const hourX = xOf(day + hour * HOUR);
          context.fillRect(hourX, 26, 1, AXIS_HEIGHT - 26);
          context.fillText(zoom === "hours" ? `${hour}:00` : `${hour}`, hourX + 4, 34);
        }
      } else {
        context.font = `11px ${font}`;
        context.fillText(String(number), x + 5, 34);
        if (number === 1 || day <= from) {
          context.fillStyle = INK;
          context.font = `600 12px ${font}`;
          const isNextNear = number !== 1 && new Date((day + 3 * DAY) * 60_000).getUTCMonth() + 1 !== month;
          if (!isNextNear) context.fillText(`${date.getUTCFullYear()}/${month}`, textX, 12);
        }
      }
    }
    if (picture.now >= from && picture.now <= to) {
      context.fillStyle = "#c6322a";
      context.fillRect(Math.round(xOf(picture.now)), 22, 2, AXIS_HEIGHT);
    }
    context.restore();
    context.fillStyle = "#b4bcc8";
    context.fillRect(0, AXIS_HEIGHT - 1, view.width, 1);
  }
}

function coloursOf({ lateMinutes, number, itemCode }: Bar["operation"], by: ColourBy): [string, string] {
  if (by === "late") return lateMinutes > 0 ? ["#f6c9c4", "#b42318"] : ["#c3dcf2", "#2b6cb0"];
  const hue = hueOf(by === "order" ? number : itemCode);
  return [`hsl(${hue} 60% 82%)`, `hsl(${hue} 55% 42%)`];
}

function firstSpan(spans: readonly (readonly [number, number])[], minute: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]![1] < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}
