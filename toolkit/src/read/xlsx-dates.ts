// Days in a workbook are numbers with a format. Which numbers are days says the style of the cell
// (ECMA-376, 18.8.30 and 18.17.4).

import type { XmlElement } from './xml.ts'

export interface Calendar {
  /** Whether a cell with that style shows a day. */
  isDate(style: number): boolean
  /** Day zero of the workbook, in milliseconds. */
  readonly zero: number
}

type Walk = (source: string, place: string, open: (element: XmlElement) => void) => void

/** Formats every program knows by number and that show a day. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** A format shows a day when it has years, months or days outside quotes, brackets and escapes. */
const showsDay = (format: string): boolean =>
  /^[^;]*[ymd]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ''))

export function calendarOf(styles: string | undefined, from1904: boolean, walk: Walk): Calendar {
  const own = new Map<number, string>()
  const days: boolean[] = []
  let inCells = false
  if (styles !== undefined)
    walk(styles, 'xl/styles.xml', ({ name, attributes }) => {
      const value = (wanted: string) => attributes.find((one) => one.name === wanted)?.value ?? ''
      if (name === 'numFmt') own.set(Number(value('numFmtId')), value('formatCode'))
      if (name === 'cellStyleXfs') inCells = false
      if (name === 'cellXfs') inCells = true
      if (name === 'cellStyles') inCells = false
      if (name !== 'xf' || !inCells) return
      const id = Number(value('numFmtId'))
      const format = own.get(id)
      days.push(format === undefined ? builtIn(id) : showsDay(format))
    })
  return {
    isDate: (style) => days[style] === true,
    zero: from1904 ? Date.UTC(1904, 0, 1) : zeroOf1900,
  }
}

/** Day 60 of the older calendar is 29 February 1900, which never was; days after it count from 30 December. */
const zeroOf1900 = Date.UTC(1899, 11, 30)

/** Year-month-day; undefined for what is no day of the years 1900 to 9999, or has a time. */
export function dayOf(number: number, { zero }: Calendar): string | undefined {
  const older = zero === zeroOf1900
  if (!Number.isInteger(number) || number < 0 || (older && number === 60)) return undefined
  // Before that day the older calendar is one off.
  const shift = older && number < 60 ? 1 : 0
  const day = new Date(zero + (number + shift) * 86_400_000)
  const year = day.getUTCFullYear()
  return year >= 1900 && year <= 9999 ? day.toISOString().slice(0, 10) : undefined
}
