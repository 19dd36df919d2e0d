// How numbers, addresses and records lie in memory for PKCS#11 (OASIS, v2.40, 4 and 5.1), byte by byte, Node only.

export interface Memory {
  readonly long: number
  /** CK_ULONGs one after the other. */
  longs(...values: readonly number[]): Buffer
  readLong(bytes: Buffer, at?: number): number
  pointerAt(bytes: Buffer): bigint
  /**
   * CK_ATTRIBUTEs and CK_MECHANISM have one shape: a number, where the value lies, how long it is. The values lie
   * behind the records in the same bytes, so that nothing can be cleared away before the call.
   */
  records(...entries: readonly (readonly [kind: number, value: Uint8Array | number])[]): Buffer
  /** Length a record says, and the value behind a single one. */
  lengthIn(records: Buffer): number
  valueIn(record: Buffer): Buffer
}

/** The layout where a CK_ULONG has `long` bytes and an address has `pointer`: 8 and 8, 4 and 8 (Windows), 4 and 4. */
export function layout(
  long: number,
  pointer: number,
  addressOf: (bytes: Uint8Array) => bigint,
): Memory {
  const width = 2 * long + pointer
  const put = (into: Buffer, value: bigint, at: number, size: number): void => {
    if (size === 8) into.writeBigUInt64LE(value, at)
    else into.writeUInt32LE(Number(value), at)
  }
  const longs = (...values: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(long * values.length)
    values.forEach((value, i) => put(bytes, BigInt(value), i * long, long))
    return bytes
  }
  const read = (bytes: Buffer, at: number, size: number): bigint =>
    size === 8 ? bytes.readBigUInt64LE(at) : BigInt(bytes.readUInt32LE(at))
  const readLong = (bytes: Buffer, at = 0): number => Number(read(bytes, at, long))
  return {
    long,
    longs,
    readLong,
    pointerAt: (bytes) => read(bytes, 0, pointer),
    records: (...entries) => {
      const filled = entries.map(
        ([kind, value]) =>
          [kind, typeof value === 'number' ? longs(value) : Buffer.from(value)] as const,
      )
      const head = Buffer.alloc(width * entries.length)
      const all = Buffer.concat([head, ...filled.map(([, value]) => value)])
      const start = addressOf(all)
      let at = head.length
      filled.forEach(([kind, { length }], i) => {
        put(all, BigInt(kind), i * width, long)
        put(all, length === 0 ? 0n : start + BigInt(at), i * width + long, pointer)
        put(all, BigInt(length), i * width + long + pointer, long)
        at += length
      })
      return all
    },
    lengthIn: (records) => readLong(records, long + pointer),
    valueIn: (record) => record.subarray(width),
  }
}
