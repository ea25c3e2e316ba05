/**
 * PackStream, the values of Bolt: as much of it as a driver sends to `cluster.mjs` and takes from it. Integers come as numbers
 * where they are safe, and go out as eight bytes.
 */

/** Adds the bytes of a value to a list of buffers. */
export function pack(value, out) {
  const sized = (size, tiny, heads) => {
    if (tiny !== undefined && size < 16) return out.push(Buffer.from([tiny | size]));
    const bytes = size < 0x100 && heads[0] ? 1 : size < 0x10000 ? 2 : 4;
    const head = Buffer.alloc(1 + bytes);
    head[0] = heads[bytes === 4 ? 2 : bytes - 1];
    head.writeUIntBE(size, 1, bytes);
    out.push(head);
  };
  if (value === null || value === undefined) out.push(Buffer.from([0xc0]));
  else if (typeof value === 'boolean') out.push(Buffer.from([value ? 0xc3 : 0xc2]));
  else if (typeof value === 'bigint' || Number.isSafeInteger(value)) {
    const head = Buffer.alloc(9, 0xcb);
    head.writeBigInt64BE(BigInt(value), 1);
    out.push(head);
  } else if (typeof value === 'number') {
    const head = Buffer.alloc(9, 0xc1);
    head.writeDoubleBE(value, 1);
    out.push(head);
  } else if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'utf8');
    sized(bytes.length, 0x80, [0xd0, 0xd1, 0xd2]);
    out.push(bytes);
  } else if (Array.isArray(value)) {
    sized(value.length, 0x90, [0xd4, 0xd5, 0xd6]);
    for (const item of value) pack(item, out);
  } else {
    const entries = Object.entries(value);
    sized(entries.length, 0xa0, [0xd8, 0xd9, 0xda]);
    for (const [key, item] of entries) {
      pack(key, out);
      pack(item, out);
    }
  }
  return out;
}

/** A function that reads the next value of the bytes, each time it is called. */
export function unpacker(bytes) {
  let at = 0;
  const uint = (size) => {
    at += size;
    return bytes.readUIntBE(at - size, size);
  };
  const list = (size) => Array.from({ length: size }, () => read());
  const text = (size) => {
    at += size;
    return bytes.toString('utf8', at - size, at);
  };
  const map = (size) => Object.fromEntries(Array.from({ length: size }, () => [read(), read()]));
  const struct = (size) => ({ tag: uint(1), fields: list(size) });
  const small = (n) => (Number.isSafeInteger(Number(n)) ? Number(n) : n);
  function read() {
    const head = uint(1);
    const [high, low] = [head & 0xf0, head & 0x0f];
    if (head < 0x80) return head;
    if (head >= 0xf0) return head - 0x100;
    if (high === 0x80) return text(low);
    if (high === 0x90) return list(low);
    if (high === 0xa0) return map(low);
    if (high === 0xb0) return struct(low);
    switch (head) {
      case 0xc0:
        return null;
      case 0xc1:
        at += 8;
        return bytes.readDoubleBE(at - 8);
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc8:
        at += 1;
        return bytes.readInt8(at - 1);
      case 0xc9:
        at += 2;
        return bytes.readInt16BE(at - 2);
      case 0xca:
        at += 4;
        return bytes.readInt32BE(at - 4);
      case 0xcb:
        at += 8;
        return small(bytes.readBigInt64BE(at - 8));
      case 0xd0:
      case 0xd1:
      case 0xd2:
        return text(uint([1, 2, 4][head - 0xd0]));
      case 0xd4:
      case 0xd5:
      case 0xd6:
        return list(uint([1, 2, 4][head - 0xd4]));
      case 0xd8:
      case 0xd9:
      case 0xda:
        return map(uint([1, 2, 4][head - 0xd8]));
      default:
        throw new Error(`PackStream 0x${head.toString(16)} is not known here`);
    }
  }
  return read;
}
