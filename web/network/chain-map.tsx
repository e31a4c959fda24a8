import { useElementSize } from "@mantine/hooks";
import { DateText, Quantity, StateBadge, type Tone, useText } from "../platform/index.ts";
import { layoutChain, type MapNode, toBands } from "./chain-layout.ts";
import classes from "./chain-map.module.css";
import { shortName } from "./short-name.ts";

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

const WIDTH = 158;
const HEIGHT = 108;
const GAP_X = 24;
const GAP_Y = 14;
const GAP_BAND = 26;
/** Room for the lines that come back to the left edge, and leave the right one. */
const EDGE = GAP_X / 2;

/**
 * The chain as a picture: goods flow from left to right to the window; every card says who, what, by when, how far. A chain longer than
 * the page is wide goes on below, so that nothing lies beyond the edge.
 */
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
  const { ref, width: room } = useElementSize<HTMLElement>();
  const seen = steps.filter((step) => step.relation !== "others");
  const others = steps.filter((step) => step.relation === "others");
  const layout = layoutChain(seen);
  const rows = Math.max(1, layout.rowCount, others.length);
  // What a member may not see of the chain stands as one card: before the end where goods go on to it, else at the beginning.
  const goesOn = layout.edges.some(({ from, to }) => to === null && from.step.feedsStepNumber !== null);
  const shift = others.length > 0 && !goesOn ? 1 : 0;
  const othersColumn = shift > 0 ? 0 : layout.columnCount;
  const endColumn = layout.columnCount + (others.length > 0 ? 1 : 0);
  const endRow = (rows - 1) / 2;
  const fitting = room > 0 ? Math.floor((room - 2 * EDGE + GAP_X) / (WIDTH + GAP_X)) : endColumn + 1;
  const bands = toBands(endColumn + 1, Math.max(2, fitting));
  const bandHeight = rows * (HEIGHT + GAP_Y) - GAP_Y + GAP_BAND;
  const left = (column: number) => EDGE + bands.place(column).column * (WIDTH + GAP_X);
  const top = (column: number, row: number) => bands.place(column).band * bandHeight + row * (HEIGHT + GAP_Y);
  const width = 2 * EDGE + bands.columnsPerBand * (WIDTH + GAP_X) - GAP_X;
  const height = bands.bandCount * bandHeight - GAP_BAND;
  const path = (from: { column: number; row: number }, to: { column: number; row: number }) => {
    const x1 = left(from.column) + WIDTH;
    const y1 = top(from.column, from.row) + HEIGHT / 2;
    const x2 = left(to.column);
    const y2 = top(to.column, to.row) + HEIGHT / 2;
    const { band } = bands.place(to.column);
    if (bands.place(from.column).band === band) {
      const bend = Math.min(GAP_X / 2, (x2 - x1) / 2);
      return `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`;
    }
    const between = band * bandHeight - GAP_BAND / 2;
    return `M ${x1} ${y1} H ${x1 + EDGE} V ${between} H ${x2 - EDGE} V ${y2} H ${x2}`;
  };
  const at = ({ column, row }: MapNode<MapStep>) => ({ column: column + shift, row });
  const theEnd = { column: endColumn, row: endRow };
  const unseenCard = { column: othersColumn, row: endRow };
  const target = (from: MapNode<MapStep>, to: MapNode<MapStep> | null) =>
    to ? at(to) : goesOn && from.step.feedsStepNumber !== null && others.length > 0 ? unseenCard : theEnd;
  const firsts = layout.nodes.filter((node) => !layout.edges.some(({ to }) => to === node));
  const unseen =
    others.length === 0 ? [] : goesOn ? [path(unseenCard, theEnd)] : firsts.map((node) => path(unseenCard, at(node)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section ref={ref} className={classes.scroll} aria-label={label} tabIndex={0}>
      <div className={classes.map} style={{ width, height, minHeight: height }}>
        <svg className={classes.edges} width={width} height={height} aria-hidden="true">
          {layout.edges.map(({ from, to }) => (
            <path
              key={`${from.step.stepNumber}/${from.step.part}-${to ? `${to.step.stepNumber}/${to.step.part}` : "end"}`}
              className={classes.edge}
              data-done={from.step.shareDone !== null && Number(from.step.shareDone) >= 1}
              d={path(at(from), target(from, to))}
            />
          ))}
          {unseen.map((d) => (
            <path key={d} className={classes.edge} d={d} />
          ))}
        </svg>
        <ol style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {layout.nodes.map(({ step, column, row }) => (
            <StepCard
              key={`${step.stepNumber}/${step.part}`}
              step={step}
              x={left(column + shift)}
              y={top(column + shift, row)}
            />
          ))}
          {others.map((step, index) => (
            <StepCard
              key={`others-${step.stepNumber}`}
              step={{ ...step, processName: t("network.map.others"), companyName: t("network.map.othersHint") }}
              x={left(othersColumn)}
              y={top(othersColumn, endRow + index)}
            />
          ))}
        </ol>
        <div
          className={classes.end}
          style={{ left: left(endColumn), top: top(endColumn, endRow), width: WIDTH, height: HEIGHT }}
          title={`${end.title} ${end.detail}`}
        >
          <span className={classes.company}>{shortName(end.title)}</span>
          <span className={`quiet ${classes.company}`}>{shortName(end.detail)}</span>
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
      <span className={classes.company}>{shortName(step.companyName) || "–"}</span>
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
