import { code128 } from "./code128.ts";

/** A barcode as drawing, with its text below; quiet zones of ten modules as scanners need them. */
export function Barcode({ text, height = 44 }: { readonly text: string; readonly height?: number }) {
  const { bars, width } = code128(text);
  const total = width + 20;
  return (
    <figure style={{ margin: 0, display: "inline-block" }}>
      <svg
        viewBox={`0 0 ${total} ${height}`}
        width={total * 1.4}
        height={height}
        preserveAspectRatio="none"
        shapeRendering="crispEdges"
        role="img"
        aria-label={text}
      >
        <rect width={total} height={height} fill="#fff" />
        {bars.map(([at, wide]) => (
          <rect key={at} x={at + 10} y={0} width={wide} height={height} fill="#000" />
        ))}
      </svg>
      <figcaption className="tabular" style={{ textAlign: "center", fontSize: 12, letterSpacing: 1 }}>
        {text}
      </figcaption>
    </figure>
  );
}
