/** A row of past values as a small line; the last one marked. For the shape only, so it is hidden from readers. */
export function Sparkline({
  values,
  width = 84,
  height = 26,
}: {
  readonly values: readonly number[];
  readonly width?: number;
  readonly height?: number;
}) {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map((value, at) => ({
    x: 2 + (at * (width - 4)) / (values.length - 1),
    y: height - 3 - ((value - low) / span) * (height - 6),
  }));
  const last = points.at(-1)!;
  return (
    <svg width={width} height={height} aria-hidden="true" focusable="false">
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")}
        fill="none"
        stroke="var(--mantine-color-indigo-5)"
        strokeWidth="1.5"
      />
      <circle cx={last.x} cy={last.y} r="2.5" fill="var(--mantine-color-indigo-7)" />
    </svg>
  );
}
