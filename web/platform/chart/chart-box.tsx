import type { EChartsCoreOption } from "echarts/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { Failure, Loading } from "../parts/answers.tsx";

export interface ChartBoxProps {
  /** The chart's own options; keep the object the same while nothing changed. */
  readonly option: EChartsCoreOption;
  /** What the chart shows, for those who cannot see it. */
  readonly label: string;
  readonly height?: number;
  readonly onPick?: (params: { readonly name: string; readonly data: unknown; readonly seriesName?: string }) => void;
  /** The same figures as a table, opened on demand. */
  readonly table?: ReactNode;
}

/** A chart, loaded when first shown, drawn in the page's own font. */
export function ChartBox({ option, label, height = 280, onPick, table }: ChartBoxProps) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [state, setState] = useState<"loading" | "ready" | { readonly error: unknown }>("loading");

  useEffect(() => {
    let gone = false;
    let leave: () => void = () => undefined;
    const draw = async () => {
      const { drawChart } = await import("./draw-chart.ts");
      if (gone || !box.current) return;
      const off = await drawChart(box.current, option, (params) => pick.current?.(params));
      if (gone) off();
      else {
        leave = off;
        setState("ready");
      }
    };
    draw().catch((error: unknown) => !gone && setState({ error }));
    return () => {
      gone = true;
      leave();
    };
  }, [option]);

  if (typeof state === "object") return <Failure error={state.error} retry={() => setState("loading")} />;
  return (
    <figure style={{ margin: 0 }}>
      <div style={{ position: "relative", height }}>
        {state === "loading" && (
          <div style={{ position: "absolute", inset: 0 }}>
            <Loading lines={5} />
          </div>
        )}
        <div ref={box} role="img" aria-label={label} style={{ height }} />
      </div>
      {table && (
        <details className="no-print" style={{ fontSize: 13 }}>
          <summary>{t("platform.chart.table")}</summary>
          {table}
        </details>
      )}
    </figure>
  );
}
