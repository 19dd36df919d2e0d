// The matrix: what was put before whom, and what they said.

import type { Exhibit, Finding, Judge, Outcome } from './judge.ts'

export type Cell =
  /** The judge has no say on such a file. */
  | { readonly state: 'silent' }
  | { readonly state: 'skipped' }
  | { readonly state: 'as-expected'; readonly finding: Finding }
  | { readonly state: 'otherwise'; readonly finding: Finding; readonly expected: Outcome }

export interface Row {
  readonly exhibit: Exhibit
  /** One cell a judge, in their order. */
  readonly cells: readonly Cell[]
}

/** Puts every file before every judge that can judge it. */
export async function examine(
  exhibits: readonly Exhibit[],
  judges: readonly Judge[],
  absent: ReadonlyMap<Judge, string>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const exhibit of exhibits) {
    const cells: Cell[] = []
    for (const judge of judges) cells.push(await hear(judge, exhibit, absent.has(judge)))
    rows.push({ exhibit, cells })
  }
  return rows
}

async function hear(judge: Judge, exhibit: Exhibit, absent: boolean): Promise<Cell> {
  const expected = judge.expects(exhibit)
  if (expected === undefined) return { state: 'silent' }
  if (absent) return { state: 'skipped' }
  const finding = await judge.judge(exhibit)
  return finding.outcome === expected
    ? { state: 'as-expected', finding }
    : { state: 'otherwise', finding, expected }
}

function wordOf(cell: Cell, { fault }: Exhibit): string {
  switch (cell.state) {
    case 'silent':
      return '·'
    case 'skipped':
      return 'skipped'
    case 'as-expected':
      return cell.finding.outcome === 'refused' && fault === undefined
        ? 'refused*'
        : cell.finding.outcome
    case 'otherwise':
      return `${cell.finding.outcome.toUpperCase()} ✗`
  }
}

/** Judges that have no say on any of the rows get no column. */
export function drawTable(
  title: string,
  judges: readonly Judge[],
  rows: readonly Row[],
): readonly string[] {
  const columns = judges.flatMap(({ name }, i) => {
    const words = rows.map(({ cells, exhibit }) => wordOf(cells[i] ?? { state: 'silent' }, exhibit))
    return words.every((word) => word === '·') ? [] : [[name, ...words]]
  })
  const names = [title, ...rows.map(({ exhibit }) => exhibit.name)]
  const all = [names, ...columns]
  const widths = all.map((column) => Math.max(...column.map((word) => word.length)))
  const lines = names.map((_, line) =>
    all
      .map((column, i) => (column[line] ?? '').padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [lines[0] ?? '', '-'.repeat(lines[0]?.length ?? 0), ...lines.slice(1), '']
}

/** What was not as it must be, one sentence each. */
export function complaints(judges: readonly Judge[], rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ exhibit, cells }) =>
    cells.flatMap((cell, i) =>
      cell.state === 'otherwise'
        ? [
            `${exhibit.name}: ${judges[i]?.name} must have it ${cell.expected}, but: ${cell.finding.said}`,
          ]
        : [],
    ),
  )
}

export function count(rows: readonly Row[], state: Cell['state']): number {
  return rows.flatMap(({ cells }) => cells).filter((cell) => cell.state === state).length
}
