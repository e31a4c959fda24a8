/** Line icons on a 16 px grid, drawn in the text's colour. They stand beside words and are hidden from readers. */
const PATHS = {
  add: "M8 3v10M3 8h10",
  alert: "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.4",
  arrowRight: "M3 8h10M9 4l4 4-4 4",
  back: "M13 8H3M7 4 3 8l4 4",
  bars: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  bell: "M4 10.8V7a4 4 0 0 1 8 0v3.8l1.2 1.4H2.8zM6.6 12.4a1.5 1.5 0 0 0 2.8 0M8 3V1.8",
  box: "M2.5 5 8 2.5 13.5 5v6L8 13.5 2.5 11zM2.5 5 8 7.5 13.5 5M8 7.5v6",
  check: "M3 8.5 6.5 12 13 4.5",
  checkCircle: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM5 8.2l2.2 2.2L11 6.2",
  chevronDown: "M4 6l4 4 4-4",
  chevronRight: "M6 4l4 4-4 4",
  chevronLeft: "M10 4 6 8l4 4",
  circle: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z",
  clock: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.5V8l2.5 1.8",
  close: "M4 4l8 8M12 4l-8 8",
  columns: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  dots: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  download: "M8 2.5v7.5M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
  edit: "M3 13l.8-3.2L10.6 3l2.4 2.4-6.8 6.8zM9.3 4.3l2.4 2.4",
  filter: "M2.5 3.5h11L9.5 8.5V13l-3-1.5v-3z",
  help: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM6.2 6.2a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.7-.8 1.4M8 11.3v.3",
  home: "M2.5 7.5 8 3l5.5 4.5M4 6.8v6.2h8V6.8",
  lock: "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  pin: "M6 2.5h4M6.5 2.5 6 7l-2 2.5h8L10 7l-.5-4.5M8 9.5v4",
  play: "M5 3.2v9.6L13 8z",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
  refresh: "M13 5.5A5.5 5.5 0 1 0 13.4 9M13.5 2.5v3.2h-3.2",
  rows: "M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h11",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5l3 3",
  sortDown: "M8 3v10M4.5 9.5 8 13l3.5-3.5",
  sortUp: "M8 13V3M4.5 6.5 8 3l3.5 3.5",
  stop: "M4 4h8v8H4z",
  swap: "M3 5.5h9.5M9.5 2.5l3 3-3 3M13 10.5H3.5M6.5 7.5l-3 3 3 3",
  trash: "M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.5 9h6l.5-9M6.8 7v4M9.2 7v4",
  truck:
    "M1.5 4h8v7h-8zM9.5 6.5h3L14.5 9v2h-5M4.5 11a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8zM11.5 11a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z",
  upload: "M8 10.5V3M4.5 6.5 8 3l3.5 3.5M2.5 13.5h11",
  user: "M8 2.5a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM2.8 13.8c.5-2.6 2.5-4 5.2-4s4.7 1.4 5.2 4",
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "dots" ? 2.2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none", verticalAlign: "-2px" }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
