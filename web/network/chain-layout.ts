/** What a step needs to find its place in the picture. */
export interface PlacedStep {
  readonly stepNumber: number;
  readonly part: number;
  readonly feedsStepNumber: number | null;
}
export interface MapNode<Step> {
  readonly step: Step;
  /** Left to right, 0 is the beginning of the work. */
  readonly column: number;
  /** From the top, in halves of a card: a step stands in the middle of what feeds it. */
  readonly row: number;
}
export interface ChainLayout<Step> {
  readonly nodes: readonly MapNode<Step>[];
  /** From a node to the one it feeds; `to` null: to the window. */
  readonly edges: readonly { readonly from: MapNode<Step>; readonly to: MapNode<Step> | null }[];
  readonly columnCount: number;
  readonly rowCount: number;
}

/**
 * Lays a line's steps out as a tree that flows to the right: a step one column right of what feeds it, members of one step under each
 * other. What feeds nothing shown ends at the right edge.
 */
export function layoutChain<Step extends PlacedStep>(steps: readonly Step[]): ChainLayout<Step> {
  const known = new Set(steps.map((step) => step.stepNumber));
  const feeds = (step: Step) =>
    step.feedsStepNumber !== null && known.has(step.feedsStepNumber) ? step.feedsStepNumber : null;
  const partsOf = (stepNumber: number) => steps.filter((step) => step.stepNumber === stepNumber);
  const numbers = (feedsStepNumber: number | null) => [
    ...new Set(steps.filter((step) => feeds(step) === feedsStepNumber).map((step) => step.stepNumber)),
  ];
  const depthOf = (stepNumber: number): number =>
    Math.max(0, ...numbers(stepNumber).map((number) => 1 + depthOf(number)));
  const depth = Math.max(0, ...numbers(null).map(depthOf));
  const nodes = new Map<Step, MapNode<Step>>();
  let nextRow = 0;
  const visit = (stepNumber: number, column: number): number => {
    const before = numbers(stepNumber).map((number) => visit(number, column - 1));
    const parts = partsOf(stepNumber);
    const middle = before.length > 0 ? before.reduce((sum, row) => sum + row, 0) / before.length : null;
    const first = middle === null ? nextRow : Math.max(middle - (parts.length - 1) / 2, 0);
    for (const [index, part] of parts.entries()) nodes.set(part, { step: part, column, row: first + index });
    nextRow = Math.max(nextRow, first + parts.length);
    return first + (parts.length - 1) / 2;
  };
  for (const last of numbers(null)) visit(last, depth);
  const all = steps.map((step) => nodes.get(step)!);
  return {
    nodes: all,
    edges: all.flatMap((from): { from: MapNode<Step>; to: MapNode<Step> | null }[] => {
      const target = feeds(from.step);
      return target === null
        ? [{ from, to: null }]
        : all.filter((node) => node.step.stepNumber === target).map((to) => ({ from, to }));
    }),
    columnCount: depth + 1,
    rowCount: nextRow,
  };
}

/** A long chain on a narrow screen goes on in the next band, as text goes on in the next line. */
export interface Bands {
  readonly bandCount: number;
  readonly columnsPerBand: number;
  readonly place: (column: number) => { readonly band: number; readonly column: number };
}

/** Splits so many columns into as few bands as fit, of nearly equal length. */
export function toBands(columnCount: number, columnsThatFit: number): Bands {
  const bandCount = Math.max(1, Math.ceil(columnCount / Math.max(1, columnsThatFit)));
  const columnsPerBand = Math.ceil(columnCount / bandCount);
  return {
    bandCount,
    columnsPerBand,
    place: (column) => ({ band: Math.floor(column / columnsPerBand), column: column % columnsPerBand }),
  };
}
