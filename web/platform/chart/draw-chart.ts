import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  DatasetComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([
  BarChart,
  LineChart,
  CustomChart,
  SankeyChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  DatasetComponent,
  DataZoomComponent,
  MarkLineComponent,
  AriaComponent,
  CanvasRenderer,
]);

const FONT = '"Noto Sans JP Variable", sans-serif';
/** The accent first, then tones that stay apart also for colour-blind eyes. */
const COLOURS = ["#2f6a9f", "#d98200", "#5a8f3c", "#8a5a9e", "#b0563f", "#6b7580"];

/**
 * Draws a chart into an element and keeps it as large as the element.
 *
 * @returns takes it away again
 */
export async function drawChart(
  element: HTMLElement,
  option: EChartsCoreOption,
  onPick: (params: { name: string; data: unknown; seriesName?: string }) => void,
): Promise<() => void> {
  // A canvas does not wait for a font split by letters: without these letters loaded first, labels are empty boxes.
  await document.fonts.load('12px "Noto Sans JP Variable"', lettersOf(option)).catch(() => []);
  const chart = init(element);
  const textStyle = { fontFamily: FONT, fontSize: 12, color: "#1c2430" };
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? { animation: false } : {};
  chart.setOption({ color: COLOURS, aria: { enabled: true }, animationDuration: 250, ...calm, ...option, textStyle });
  chart.on("click", (params) =>
    onPick({ name: params.name, data: params.data, ...(params.seriesName && { seriesName: params.seriesName }) }),
  );
  const watcher = new ResizeObserver(() => chart.resize());
  watcher.observe(element);
  return () => {
    watcher.disconnect();
    chart.dispose();
  };
}

/** Every letter that may be drawn: all texts anywhere in the options, and digits. */
function lettersOf(option: unknown): string {
  const letters = new Set("0123456789,.%△-/");
  const seen = new Set<unknown>();
  const walk = (value: unknown) => {
    if (typeof value === "string") for (const letter of value) letters.add(letter);
    else if (typeof value === "object" && value !== null && !seen.has(value)) {
      seen.add(value);
      for (const [key, part] of Object.entries(value)) {
        walk(key);
        walk(part);
      }
    }
  };
  walk(option);
  return [...letters].join("");
}
