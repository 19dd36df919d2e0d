// Tables for people and for machines that read them aloud: a caption, heads with a scope, and a box that scrolls
// where the screen is narrow (it can be reached with the keyboard, so nothing is out of reach).

import type { Child } from 'hono/jsx'
import { directionOf } from './messages.ts'

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => Child
  /** Numbers stand under each other. */
  readonly number?: boolean
  /** The cell that names the row. One column has it. */
  readonly names?: boolean
}

interface TableProps<Row> {
  readonly caption: string
  /** True: the heading above says it already. */
  readonly captionUnseen?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Said where there is no row. */
  readonly empty: string
  readonly id?: string
}

export function Table<Row>({ caption, captionUnseen, columns, rows, empty, id }: TableProps<Row>) {
  if (rows.length === 0) return <p class="empty">{empty}</p>
  return (
    <div class="scrolls" role="region" aria-label={caption} tabindex={0}>
      <table id={id}>
        <caption class={captionUnseen === true ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, number }) => (
              <th scope="col" class={number === true ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map(({ cell, number, names }) =>
                names === true ? (
                  <th scope="row">{cell(row)}</th>
                ) : (
                  <td class={number === true ? 'number' : undefined}>{cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface FactsProps {
  readonly of: readonly (readonly [string, Child | undefined])[]
  /** The language all of it is in, where that is not the page's. */
  readonly lang?: string
}

/** What is known of a thing: name and value. Lines without a value are left out. */
export function Facts({ of, lang }: FactsProps) {
  const known = of.filter(([, value]) => value !== undefined && value !== null && value !== '')
  const dir = lang === undefined ? undefined : directionOf(lang)
  return (
    <dl class="facts" lang={lang} dir={dir}>
      {known.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
