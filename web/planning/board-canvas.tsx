import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import { useText } from "../platform/index.ts";
import { type BoardPicture, drawBoard } from "./board-draw.ts";
import { AXIS_HEIGHT, type Bar, LABEL_WIDTH, ROW_HEIGHT, ZOOMS } from "./board-layout.ts";

const MOST_HEIGHT = 560;
/** A press that wanders less is a click. */
const DRAG_FROM = 4;
const NEVER_MOVED = { width: 0, height: 0 };

interface Drag {
  readonly bar: Bar;
  readonly grabbedAt: number;
  readonly x: number;
  readonly y: number;
  isMoving: boolean;
}

export interface Drop {
  readonly bar: Bar;
  readonly workCenterId: string;
  readonly machine: number;
  readonly start: number;
}

/**
 * Machines over time on a canvas: only what is in view is drawn, so that thousands of operations scroll as a few do. By keyboard the arrows go from bar to
 * bar and Enter opens the one that is chosen; what is chosen is said in words below.
 */
export function BoardCanvas({
  picture,
  minutes,
  canMove,
  factorOn,
  describe,
  goTo,
  onSelect,
  onOpen,
  onDrop,
  onView,
}: {
  readonly picture: Omit<BoardPicture, "ghost" | "font">;
  /** Length of the board. */
  readonly minutes: number;
  readonly canMove: boolean;
  /** How many times as long a bar takes on a work centre against where it stands; null: it cannot be done there. */
  readonly factorOn: (bar: Bar, workCenterId: string | null) => number | null;
  readonly describe: string;
  /** Scrolls there whenever it is another object. */
  readonly goTo: { readonly minute: number; readonly rowKey: string | null } | null;
  readonly onSelect: (bar: Bar | null) => void;
  readonly onOpen: (bar: Bar) => void;
  readonly onDrop: (drop: Drop) => void;
  /** The first minute in view. */
  readonly onView: (minute: number) => void;
}) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<Drag | null>(null);
  const ghost = useRef<BoardPicture["ghost"]>(null);
  const frame = useRef(0);
  const [size, setSize] = useState(NEVER_MOVED);
  const { rows, zoom, origin } = picture;
  const perMinute = ZOOMS[zoom].perHour / 60;
  const latest = useRef({ picture, onView, perMinute });
  latest.current = { picture, onView, perMinute };
  const contentWidth = LABEL_WIDTH + minutes * perMinute;
  const contentHeight = AXIS_HEIGHT + rows.length * ROW_HEIGHT + 1;

  const draw = useCallback(() => {
    if (frame.current) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const view = box.current;
      const sheet = canvas.current;
      const context = sheet?.getContext("2d");
      if (!view || !sheet || !context) return;
      const ratio = window.devicePixelRatio || 1;
      const width = view.clientWidth;
      const height = view.clientHeight;
      if (sheet.width !== Math.round(width * ratio) || sheet.height !== Math.round(height * ratio)) {
        sheet.width = Math.round(width * ratio);
        sheet.height = Math.round(height * ratio);
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const font = getComputedStyle(view).fontFamily;
      const shown = { ...latest.current.picture, ghost: ghost.current, font };
      drawBoard(context, shown, { left: view.scrollLeft, top: view.scrollTop, width, height });
    });
  }, []);
  useEffect(() => {
    draw();
  });
  useEffect(() => {
    const view = box.current;
    if (!view) return;
    const observer = new ResizeObserver(() => setSize({ width: view.clientWidth, height: view.clientHeight }));
    observer.observe(view);
    void document.fonts?.ready.then(draw);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [draw]);
  useEffect(() => {
    const view = box.current;
    if (!goTo || !view) return;
    const { picture, perMinute, onView } = latest.current;
    const { origin, rows } = picture;
    const left = Math.max(0, (goTo.minute - origin) * perMinute - (view.clientWidth - LABEL_WIDTH) / 4);
    cutAt.current = left > view.scrollWidth - view.clientWidth ? left : null;
    view.scrollLeft = left;
    const row = rows.findIndex(({ key }) => key === goTo.rowKey);
    if (row >= 0) view.scrollTop = Math.max(0, row * ROW_HEIGHT - view.clientHeight / 3);
    draw();
    onView(origin + view.scrollLeft / perMinute);
  }, [goTo, draw]);

  // A move beyond the end of the board makes it longer, once it is read again.
  const cutAt = useRef<number | null>(null);
  useEffect(() => {
    const view = box.current;
    if (!view || cutAt.current === null || contentWidth < cutAt.current) return;
    view.scrollLeft = cutAt.current;
    cutAt.current = null;
    draw();
  }, [contentWidth, draw]);

  // Another scale keeps what is chosen in view, or else the left end.
  const scaled = useRef({ zoom, minute: origin });
  useEffect(() => {
    const view = box.current;
    if (!view || scaled.current.zoom === zoom) return;
    const { picture, onView } = latest.current;
    const bars = [...picture.bars.values()].flat();
    const chosen = bars.find(({ key }) => key === picture.selected)?.start;
    const left =
      chosen === undefined ? scaled.current.minute : chosen - (view.clientWidth - LABEL_WIDTH) / 4 / perMinute;
    scaled.current = { zoom, minute: left };
    view.scrollLeft = Math.max(0, (left - picture.origin) * perMinute);
    draw();
    onView(picture.origin + view.scrollLeft / perMinute);
  }, [zoom, perMinute, draw]);

  const placeOf = (event: PointerEvent) => {
    const bounds = canvas.current!.getBoundingClientRect();
    const x = event.clientX - bounds.left;
    const y = event.clientY - bounds.top;
    const minute = origin + (x - LABEL_WIDTH + box.current!.scrollLeft) / perMinute;
    const row = Math.floor((y - AXIS_HEIGHT + box.current!.scrollTop) / ROW_HEIGHT);
    const isInside = x > LABEL_WIDTH && y > AXIS_HEIGHT;
    return { minute, row, isInside, within: (y - AXIS_HEIGHT + box.current!.scrollTop) % ROW_HEIGHT };
  };
  const barAt = (event: PointerEvent): Bar | null => {
    const { minute, row, isInside, within } = placeOf(event);
    if (!isInside) return null;
    const slack = 2 / perMinute;
    const bars = picture.bars.get(rows[row]?.key ?? "") ?? [];
    return (
      bars.find(
        ({ start, end, lane, lanes }) =>
          start - slack <= minute &&
          minute <= end + slack &&
          (lanes === 1 || Math.floor(((within - 3) / (ROW_HEIGHT - 6)) * lanes) === lane),
      ) ?? null
    );
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || event.target !== canvas.current) return;
    const bar = barAt(event);
    onSelect(bar);
    const { minute } = placeOf(event);
    // A finger scrolls; moving by touch goes by the dialog.
    if (!bar || !canMove || !bar.operation.workCenterId || event.pointerType === "touch") return;
    drag.current = { bar, grabbedAt: minute - bar.start, x: event.clientX, y: event.clientY, isMoving: false };
    canvas.current!.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const held = drag.current;
    if (!held) {
      if (event.target === canvas.current) canvas.current.style.cursor = barAt(event) ? "pointer" : "default";
      return;
    }
    if (!held.isMoving && Math.hypot(event.clientX - held.x, event.clientY - held.y) < DRAG_FROM) return;
    held.isMoving = true;
    const { minute, row } = placeOf(event);
    const { snap } = ZOOMS[zoom];
    const start = Math.max(origin, Math.round((minute - held.grabbedAt) / snap) * snap);
    const target = rows[Math.min(Math.max(row, 0), rows.length - 1)]!;
    const factor = factorOn(held.bar, target.workCenterId);
    canvas.current!.style.cursor = factor === null ? "not-allowed" : "grabbing";
    const minutes = (held.bar.end - held.bar.start) * (factor ?? 1);
    ghost.current = factor === null ? null : { row: rows.indexOf(target), start, minutes };
    draw();
  };
  const release = () => {
    const held = drag.current;
    const place = ghost.current;
    drag.current = null;
    ghost.current = null;
    if (canvas.current) canvas.current.style.cursor = "default";
    draw();
    if (!held?.isMoving || !place) return;
    const { workCenterId, machine } = rows[place.row]!;
    if (workCenterId && machine) onDrop({ bar: held.bar, workCenterId, machine, start: place.start });
  };

  const walk = (event: KeyboardEvent) => {
    if (event.key === "Escape" && drag.current) {
      drag.current = null;
      ghost.current = null;
      draw();
      return;
    }
    const all = rows.map(({ key }) => picture.bars.get(key) ?? []);
    let row = all.findIndex((bars) => bars.some(({ key }) => key === picture.selected));
    const at = row < 0 ? -1 : all[row]!.findIndex(({ key }) => key === picture.selected);
    if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      onOpen(all[row]![at]!);
      return;
    }
    const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] } as const;
    const step = steps[event.key as keyof typeof steps];
    if (!step) return;
    event.preventDefault();
    let next: Bar | undefined;
    if (at < 0) next = all.find((bars) => bars.length > 0)?.[0];
    else if (step[1] !== 0) next = all[row]![at + step[1]];
    else {
      const { start } = all[row]![at]!;
      do row += step[0];
      while (all[row]?.length === 0);
      next = all[row]?.reduce((best, bar) => (Math.abs(bar.start - start) < Math.abs(best.start - start) ? bar : best));
    }
    if (!next) return;
    onSelect(next);
    showBar(
      next,
      all.findIndex((bars) => bars.includes(next)),
    );
  };
  const showBar = (bar: Bar, row: number) => {
    const view = box.current!;
    const x = (bar.start - origin) * perMinute;
    const y = row * ROW_HEIGHT;
    const width = view.clientWidth - LABEL_WIDTH;
    if (x < view.scrollLeft || x > view.scrollLeft + width - 60) view.scrollLeft = Math.max(0, x - width / 3);
    if (y < view.scrollTop) view.scrollTop = y;
    else if (y + ROW_HEIGHT > view.scrollTop + view.clientHeight - AXIS_HEIGHT - 16)
      view.scrollTop = y - view.clientHeight / 2;
  };

  return (
    <div
      ref={box}
      role="application"
      aria-label={t("planning.board.title")}
      aria-roledescription={t("planning.board.kind")}
      aria-describedby="board-keys board-chosen"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is walked by arrow keys
      tabIndex={0}
      data-testid="board"
      onScroll={() => {
        draw();
        const minute = origin + box.current!.scrollLeft / perMinute;
        scaled.current = { zoom, minute };
        onView(minute);
      }}
      onKeyDown={walk}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={(event) => {
        const bar = barAt(event as unknown as PointerEvent);
        if (bar) onOpen(bar);
      }}
      style={{
        overflow: "auto",
        height: Math.min(contentHeight + 16, MOST_HEIGHT),
        border: "1px solid var(--mantine-color-gray-4)",
        borderRadius: 4,
        background: "#fff",
        outlineOffset: 2,
      }}
    >
      <div style={{ width: contentWidth, height: contentHeight }}>
        <canvas
          ref={canvas}
          aria-hidden
          style={{ position: "sticky", left: 0, top: 0, display: "block", width: size.width, height: size.height }}
        />
      </div>
      <span id="board-chosen" hidden>
        {describe}
      </span>
    </div>
  );
}
