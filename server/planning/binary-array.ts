/*
 * Columns of numbers as PostgreSQL's binary arrays: bound as one parameter and unfolded there. Rows as objects, or COPY, which
 * row-level security forbids, would be slower or not possible.
 */

const INT4 = { oid: 23, bytes: 4 } as const;
const INT8 = { oid: 20, bytes: 8 } as const;
const UUID = { oid: 2950, bytes: 16 } as const;
const HEAD_BYTES = 20;
const TWO_POW_32 = 4_294_967_296;

type Numbers = ArrayLike<number>;

/** For `$n::int4[]`. */
export function int4Array(values: Numbers): Buffer {
  // One kind of array in each loop: one that meets several kinds is many times slower.
  const numbers = values instanceof Int32Array ? values : new Int32Array(values);
  const { buffer, view } = begin(numbers.length, INT4);
  for (let i = 0, at = HEAD_BYTES; i < numbers.length; i++, at += 8) {
    view.setInt32(at, 4);
    view.setInt32(at + 4, numbers[i]!);
  }
  return buffer;
}

/** For `$n::int8[]`: whole numbers below 2^53 in size. */
export function int8Array(values: Numbers): Buffer {
  const numbers = values instanceof Float64Array ? values : new Float64Array(values);
  const { buffer, view } = begin(numbers.length, INT8);
  for (let i = 0, at = HEAD_BYTES; i < numbers.length; i++, at += 12) {
    const value = numbers[i]!;
    const high = Math.floor(value / TWO_POW_32);
    view.setInt32(at, 8);
    view.setInt32(at + 4, high);
    view.setUint32(at + 8, value - high * TWO_POW_32);
  }
  return buffer;
}

/** Of a hexadecimal digit's letter its value. */
const DIGIT = new Uint8Array(128);
for (let value = 0; value < 16; value++) {
  DIGIT[value.toString(16).charCodeAt(0)] = value;
  DIGIT[value.toString(16).toUpperCase().charCodeAt(0)] = value;
}
/** Where in a UUID's text the two digits of each byte begin: 8-4-4-4-12 digits with a hyphen between. */
const BYTE_AT = Uint8Array.from([0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]);

/** For `$n::uuid[]`: UUIDs as the database writes them, with hyphens. */
export function uuidArray(ids: readonly string[]): Buffer {
  const { buffer, view } = begin(ids.length, UUID);
  for (let i = 0, at = HEAD_BYTES; i < ids.length; i++, at += 20) {
    const id = ids[i]!;
    view.setInt32(at, 16);
    for (let byte = 0; byte < 16; byte++) {
      const digit = BYTE_AT[byte]!;
      buffer[at + 4 + byte] = (DIGIT[id.charCodeAt(digit)]! << 4) | DIGIT[id.charCodeAt(digit + 1)]!;
    }
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
