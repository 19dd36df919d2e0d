// Points in time as W3C credentials write them: XML Schema dateTimeStamp (VCDM 2.0, section 4.9).

/** `2026-03-01T09:00:00Z`: to the second, in UTC. */
export function writeDateTime(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`
}
