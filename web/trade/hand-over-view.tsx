import { Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import {
  DateText,
  formatQuantity,
  formatUnit,
  PageLink,
  Quantity,
  todayInJapan,
  useCommand,
  useText,
} from "../platform/index.ts";
import classes from "./hand-over.module.css";
import { codeOfLine, type OpenLine, scannedLines, thereFirst, usualQuantity } from "./hand-over.ts";
import { WhoSees } from "./who-sees.tsx";
import { PLACES } from "./words.tsx";

interface Said {
  readonly tone: "good" | "bad";
  readonly text: ReactNode;
}

/**
 * Firms in one building hand over in one step (一括引渡し): one scan, or one press, ships, receives and accepts at both. A scan that names one
 * line of which everything is there hands it over at once; any other leads to its line, and a person presses.
 */
export function HandOver({ lines, onDone }: { readonly lines: readonly OpenLine[]; readonly onDone: () => void }) {
  const t = useText();
  const [scan, setScan] = useState("");
  const [scanned, setScanned] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<Said | null>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [lots, setLots] = useState<Readonly<Record<string, string>>>({});
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const ship = useCommand("post", "/api/v1/shipments", { placesRefusals: true });
  const quantityOf = (line: OpenLine) => typed[codeOfLine(line)] ?? usualQuantity(line);
  const lotOf = (line: OpenLine) => {
    const [only, ...more] = line.lots;
    const chosen = lots[codeOfLine(line)] ?? (only && more.length === 0 ? keyOfLot(only) : "");
    return line.lots.find((lot) => keyOfLot(lot) === chosen);
  };

  const handOver = async (line: OpenLine, lot = lotOf(line)) => {
    const quantity = quantityOf(line);
    const end = await ship.run({
      body: {
        ...{ shippedOn: todayInJapan(), expectedOn: null, carrier: "", note: "" },
        lines: [
          {
            ...{ tradeId: line.tradeId, lineNumber: line.lineNumber, quantity },
            ...(lot && { lotId: lot.lotId, placeId: lot.placeId }),
          },
        ],
      },
    });
    if (end?.ok) {
      const made = { line: codeOfLine(line), item: line.code, quantity: formatQuantity(quantity, line.unit) };
      setSaid({
        tone: "good",
        text: (
          <>
            {t("trade.handOver.done", made)}{" "}
            <PageLink to={`${PLACES.S.deliveries}/${end.value.deliveryId}`}>{end.value.number}</PageLink>
          </>
        ),
      });
      setScanned([]);
      setTyped(({ [codeOfLine(line)]: _gone, ...rest }) => rest);
      onDone();
    } else if (end?.problem) {
      const why = end.problem.errors.map((error) => error.detail).join(" ") || end.problem.detail;
      setSaid({ tone: "bad", text: `${codeOfLine(line)}: ${why}` });
    }
    field.current?.focus();
  };
  const find = async () => {
    const text = scan.trim();
    setScan("");
    if (text === "") return;
    if (ship.busy) return setSaid({ tone: "bad", text: t("trade.handOver.busy", { text }) });
    const found = scannedLines(lines, text);
    setScanned(found.map(codeOfLine));
    const [line, ...more] = found;
    if (!line) return setSaid({ tone: "bad", text: t("trade.handOver.unknown", { text }) });
    const isWhole = line.available === null || Number(line.available) >= Number(line.open);
    const lot = line.lots.find((one) => one.code.toUpperCase() === text.toUpperCase()) ?? lotOf(line);
    if (more.length > 0) return setSaid({ tone: "bad", text: t("trade.handOver.several", { count: found.length }) });
    if (!isWhole) return setSaid({ tone: "bad", text: t("trade.handOver.short", { line: codeOfLine(line) }) });
    if (line.isLotTracked && !lot)
      return setSaid({ tone: "bad", text: t("trade.handOver.lot", { line: codeOfLine(line) }) });
    await handOver(line, lot);
  };
  const shown = thereFirst(scanned.length > 1 ? lines.filter((line) => scanned.includes(codeOfLine(line))) : lines);
  const today = todayInJapan();
  return (
    <section className={classes.panel} aria-label={t("trade.handOver")}>
      <div>
        <Title order={2} fz={20}>
          {t("trade.handOver")}
        </Title>
        <p className="quiet" style={{ margin: 0, fontSize: 14 }}>
          {t("trade.handOver.hint")}
        </p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <input
          ref={field}
          className={classes.scan}
          value={scan}
          onChange={(event) => setScan(event.currentTarget.value)}
          placeholder={t("trade.handOver.scan")}
          aria-label={t("trade.handOver.scan")}
          autoComplete="off"
        />
      </form>
      {said && (
        <p className={classes.said} data-tone={said.tone} role={said.tone === "bad" ? "alert" : "status"}>
          {said.text}
        </p>
      )}
      {lines.length === 0 && <p>{t("trade.handOver.nothing")}</p>}
      <ul className={classes.lines}>
        {shown.map((line) => {
          const key = codeOfLine(line);
          const due = line.promisedOn ?? line.wantedOn;
          const lot = lotOf(line);
          return (
            <li
              key={key}
              className={classes.line}
              data-late={due < today || undefined}
              data-scanned={scanned.includes(key) || undefined}
            >
              <div className={classes.what}>
                <div>
                  {key} {line.outsideNumber && <span className="quiet">{line.outsideNumber}</span>}
                </div>
                <div className={classes.name}>{line.description || line.code}</div>
                <div>
                  {line.code} · <DateText value={due} relative />
                </div>
                <div>
                  {t("trade.open")} <Quantity value={line.open} unit={line.unit} />
                  {line.available !== null && (
                    <>
                      {" · "}
                      {t("trade.available")} <Quantity value={line.available} unit={line.unit} />
                    </>
                  )}
                </div>
              </div>
              <div className={classes.do}>
                {line.lots.length > 1 && (
                  <select
                    className={classes.lot}
                    aria-label={`${t("trade.lot")} ${key}`}
                    value={lot ? keyOfLot(lot) : ""}
                    onChange={(event) => setLots({ ...lots, [key]: event.currentTarget.value })}
                  >
                    <option value="">{t("trade.handOver.chooseLot")}</option>
                    {line.lots.map((one) => (
                      <option key={keyOfLot(one)} value={keyOfLot(one)}>
                        {one.code} {one.placeName} {formatQuantity(one.quantity)}
                      </option>
                    ))}
                  </select>
                )}
                <input
                  className={classes.quantity}
                  inputMode="decimal"
                  aria-label={`${t("trade.shipNow")} ${key}`}
                  value={quantityOf(line)}
                  onChange={(event) =>
                    setTyped({ ...typed, [key]: event.currentTarget.value.normalize("NFKC").replaceAll(",", "") })
                  }
                />
                <span>{formatUnit(line.unit)}</span>
                <button
                  type="button"
                  className={classes.go}
                  aria-label={`${t("trade.handOver.go")} ${key}`}
                  disabled={ship.busy || !(Number(quantityOf(line)) > 0) || (line.isLotTracked && !lot)}
                  onClick={() => void handOver(line)}
                >
                  {t("trade.handOver.go")}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      {scanned.length > 1 && (
        <button type="button" className={classes.lot} onClick={() => setScanned([])}>
          {t("trade.handOver.all")}
        </button>
      )}
      <WhoSees partner={lines[0]?.partnerName ?? null} of="handOver" />
    </section>
  );
}

const keyOfLot = (lot: OpenLine["lots"][number]) => `${lot.lotId}/${lot.placeId}`;
