/*
 * Columns of numbers as PostgreSQL's binary arrays: bound as one parameter and unfolded there. Rows as objects, or COPY, which
 * row-level security forbids, would be slower or not possible.
 */

const INT4 = { oid: 23, bytes: 4 } as const;
const INT8 = { oid: 20, bytes: 8 } as const;
const UUID = { oid: 2950, bytes: 16 } as const;
const HEAD_BYTES = 20;
const TWO_POW_32 = 4_294_967_296;

type Numbers = { readonly length: number; readonly [at: number]: number };

/** For `$n::int4[]`. */
export function int4Array(values: Numbers): Buffer {
  const { buffer, view } = begin(values.length, INT4);
  for (let i = 0, at = HEAD_BYTES; i < values.length; i++, at += 8) {
    view.setInt32(at, 4);
    view.setInt32(at + 4, values[i]!);
  }
  return buffer;
}

/** For `$n::int8[]`: whole numbers below 2^53 in size. */
export function int8Array(values: Numbers): Buffer {
  const { buffer, view } = begin(values.length, INT8);
  for (let i = 0, at = HEAD_BYTES; i < values.length; i++, at += 12) {
    const value = values[i]!;
    const high = Math.floor(value / TWO_POW_32);
    view.setInt32(at, 8);
    view.setInt32(at + 4, high);
    view.setUint32(at + 8, value - high * TWO_POW_32);
  }
  return buffer;
}

/** For `$n::uuid[]`. */
export function uuidArray(ids: readonly string[]): Buffer {
  const { buffer, view } = begin(ids.length, UUID);
  for (let i = 0, at = HEAD_BYTES; i < ids.length; i++, at += 20) {
    view.setInt32(at, 16);
    buffer.write(ids[i]!.replaceAll("-", ""), at + 4, "hex");
  }
  return buffer;
}

/** One dimension, no nulls, type, count, first index 1. An array without elements has no dimension. */
function begin(count: number, type: { readonly oid: number; readonly bytes: number }) {
  const buffer = Buffer.allocUnsafe(count === 0 ? 12 : HEAD_BYTES + count * (4 + type.bytes));
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  view.setInt32(0, count === 0 ? 0 : 1);
  view.setInt32(4, 0);
  view.setInt32(8, type.oid);
  if (count > 0) {
    view.setInt32(12, count);
    view.setInt32(16, 1);
  }
  return { buffer, view };
}
