// The settings as the operator's guide lists them, from the schema that reads them.

import { z } from 'zod'
import { settings } from './config.ts'
import { secretSettings } from './settings-files.ts'

interface Described {
  readonly description?: string
  readonly default?: string | number
  readonly enum?: readonly string[]
}

export const tableBegins = '<!-- settings: written by `node scripts/settings.mjs` -->'
export const tableEnds = '<!-- end of settings -->'

export function settingsTable(): string {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' })
  const rows = Object.entries(properties as Readonly<Record<string, Described>>).map(
    ([name, { description = '', default: otherwise, enum: words }]) => {
      const usual = otherwise === undefined ? '' : `\`${otherwise}\``
      const chosen = words === undefined ? '' : ` (${words.join(', ')})`
      const file = (secretSettings as readonly string[]).includes(name) ? 'yes' : ''
      return `| \`${name}\` | ${description}${chosen} | ${usual} | ${file} |`
    },
  )
  const head = ['| setting | what it is | unless said | `_FILE` |', '| --- | --- | --- | --- |']
  return [tableBegins, '', ...head, ...rows, '', tableEnds].join('\n')
}

/** The guide with its table as it is now. */
export function withTable(guide: string): string {
  const [before, rest] = guide.split(tableBegins)
  const after = rest?.split(tableEnds)[1]
  if (before === undefined || after === undefined)
    throw new Error('The guide has no place for the settings.')
  return before + settingsTable() + after
}
