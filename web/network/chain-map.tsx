import { DateText, Quantity, StateBadge, type Tone, useText } from "../platform/index.ts";
import { layoutChain, type MapNode } from "./chain-layout.ts";
import classes from "./chain-map.module.css";

/** A step as the picture shows it, planned or running. */
export interface MapStep {
  readonly stepNumber: number;
  readonly part: number;
  readonly feedsStepNumber: number | null;
  readonly relation: "step" | "own" | "neighbour" | "others";
  readonly processName: string;
  readonly companyName: string;
  readonly quantity: string | null;
  readonly wantedOn: string;
  readonly shareDone: string | null;
  readonly tone: Tone;
  readonly stateLabel: string;
}

const WIDTH = 156;
const HEIGHT = 98;
const GAP_X = 24;
const GAP_Y = 14;
const left = (column: number) => column * (WIDTH + GAP_X);
const top = (row: number) => row * (HEIGHT + GAP_Y);

/** The chain as a picture: goods flow from left to right to the window; every card says who, what, by when, how far. */
export function ChainMap({
  steps,
  end,
  label,
}: {
  readonly steps: readonly MapStep[];
  readonly end: { readonly title: string; readonly detail: string };
  readonly label: string;
}) {
  const t = useText();
  const seen = steps.filter((step) => step.relation !== "others");
  const others = steps.filter((step) => step.relation === "others");
  const layout = layoutChain(seen);
  const rows = Math.max(1, layout.rowCount, others.length);
  // What a member may not see of the chain stands as one card before the end.
  const endColumn = layout.columnCount + (others.length > 0 ? 1 : 0);
  const endRow = (rows - 1) / 2;
  const width = left(endColumn) + WIDTH * 0.72;
  const height = top(rows) - GAP_Y;
  const path = (from: { column: number; row: number }, to: { column: number; row: number }) => {
    const x1 = left(from.column) + WIDTH;
    const y1 = top(from.row) + HEIGHT / 2;
    const x2 = left(to.column);
    const y2 = top(to.row) + HEIGHT / 2;
    const bend = Math.min(GAP_X / 2, (x2 - x1) / 2);
    return `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`;
  };
  const target = (to: MapNode<MapStep> | null) => to ?? { column: endColumn, row: endRow };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <div className={classes.map} style={{ width, height, minHeight: height }}>
        <svg className={classes.edges} width={width} height={height} aria-hidden="true">
          {layout.edges.map(({ from, to }) => (
            <path
              key={`${from.step.stepNumber}/${from.step.part}-${to ? `${to.step.stepNumber}/${to.step.part}` : "end"}`}
              className={classes.edge}
              data-done={from.step.shareDone !== null && Number(from.step.shareDone) >= 1}
              d={path(from, target(to))}
            />
          ))}
        </svg>
        <ol style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {layout.nodes.map(({ step, column, row }) => (
            <StepCard key={`${step.stepNumber}/${step.part}`} step={step} x={left(column)} y={top(row)} />
          ))}
          {others.map((step, index) => (
            <StepCard
              key={`others-${step.stepNumber}`}
              step={{ ...step, processName: t("network.map.others"), companyName: t("network.map.othersHint") }}
              x={left(layout.columnCount)}
              y={top(endRow + index)}
            />
          ))}
        </ol>
        <div
          className={classes.end}
          style={{ left: left(endColumn), top: top(endRow), width: WIDTH * 0.72, height: HEIGHT }}
        >
          <span>{end.title}</span>
          <span className="quiet">{end.detail}</span>
        </div>
      </div>
    </section>
  );
}

function StepCard({ step, x, y }: { readonly step: MapStep; readonly x: number; readonly y: number }) {
  const t = useText();
  const done = step.shareDone === null ? null : Math.round(Number(step.shareDone) * 100);
  return (
    <li
      className={classes.node}
      data-tone={step.tone}
      data-relation={step.relation}
      style={{ left: x, top: y, width: WIDTH, height: HEIGHT }}
      title={`${step.processName} ${step.companyName}`}
    >
      <span className={classes.process}>{step.processName}</span>
      <span className={classes.company}>{step.companyName || "–"}</span>
      <span className={classes.row}>
        {step.quantity === null ? <span /> : <Quantity value={step.quantity} />}
        <DateText value={step.wantedOn} />
      </span>
      <span className={classes.row}>
        <StateBadge tone={step.tone} label={step.stateLabel} />
        {done !== null && <span title={t("network.map.done")}>{done}%</span>}
      </span>
      {done !== null && (
        <span className={classes.bar}>
          <span style={{ width: `${done}%` }} />
        </span>
      )}
    </li>
  );
}
