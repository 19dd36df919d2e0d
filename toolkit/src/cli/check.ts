// tessera check DESIGN: does the design hold what the European approach asks?

import { check } from '../check/check.ts'
import { exit, type Command } from './command.ts'
import { only, readArguments } from './arguments.ts'
import { loadDesign } from './model-files.ts'

export const checkCommand: Command = {
  name: 'check',
  summary: 'Tell whether a design meets the European approach',
  help: `Usage: tessera check DESIGN [--json]

Checks a design (YAML or JSON) against the elements of Annex I of the Council Recommendation
on micro-credentials (2022/C 243/02) and against Tessera's own quality rules.

  --json   print {errors, warnings, advice, findings} as JSON

Exit: 0 no errors, 1 errors found, 64 the command was not understood.

Example: tessera check examples/designs/01-heat-resilient-cities.yaml`,
  async run(args, desk) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } })
    const report = check(loadDesign(only(positionals, 'DESIGN')), { now: desk.now() })
    if (values.json === true) desk.out(JSON.stringify(report, null, 2))
    else {
      for (const finding of report.findings) {
        desk.out(
          `${marks[finding.severity]} ${finding.place === '' ? 'the design' : finding.place}  (${finding.rule})`,
        )
        desk.out(`    ${finding.message}`)
        desk.out(`    → ${finding.mend}`)
      }
      desk.out(summary(report))
    }
    return report.errors > 0 ? exit.no : exit.ok
  },
}

const marks = { error: '✗ error  ', warning: '! warning', advice: '· advice ' }

function summary(report: { errors: number; warnings: number; advice: number }): string {
  const counts = `${several(report.errors, 'error')}, ${several(report.warnings, 'warning')}, ${report.advice} ${report.advice === 1 ? 'piece' : 'pieces'} of advice`
  return report.errors === 0 ? `✓ Nothing is missing: ${counts}.` : `${counts}.`
}

function several(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
