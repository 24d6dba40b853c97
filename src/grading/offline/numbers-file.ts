/**
 * A text and lists of whole numbers as the bytes of one file, read without looking at each number: they stand in the
 * byte order of the machine that wrote them.
 */

/** What a file begins with; another byte order makes another number of it. */
const MARK = 0x67720001;
const BYTES = Int32Array.BYTES_PER_ELEMENT;

export function toBytes(text: string, lists: readonly Int32Array[]): Uint8Array {
  const head = Int32Array.of(MARK, lists.length, ...lists.map(({ length }) => length));
  return Buffer.concat([...[head, ...lists].map(bytesOf), Buffer.from(text)]);
}

/** Back from what `toBytes` made; null when that was a machine of another byte order. */
export function fromBytes(bytes: Buffer): { text: string; lists: Int32Array[] } | null {
  let at = bytes.byteOffset;
  const take = (length: number) => {
    const list = new Int32Array(bytes.buffer, at, length);
    at += length * BYTES;
    return list;
  };
  const [mark, count] = take(2);
  if (mark !== MARK) return null;
  const lists = [...take(count!)].map(take);
  return { text: bytes.toString('utf8', at - bytes.byteOffset), lists };
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
