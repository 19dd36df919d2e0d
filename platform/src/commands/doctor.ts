// What is well, what is not, and what to do next. Exit code 1 where something is wrong.

import { examine } from '../doctor/examine.ts'
import type { Finding } from '../doctor/finding.ts'
import type { Command } from './command.ts'

const marks: Readonly<Record<Finding['state'], string>> = {
  good: 'ok  ',
  look: 'look',
  bad: 'BAD ',
}

export const doctorCommand: Command = {
  name: 'doctor',
  words: 'doctor',
  summary: 'Look at settings, keys, mail, database, clock, certificates, lists and disk',
  async run(_words, { config, environment, say }) {
    const findings = await examine(config, environment)
    const width = Math.max(...findings.map(({ about }) => about.length))
    for (const { about, state, sentence, next } of findings) {
      say(`${marks[state]}  ${about.padEnd(width)}  ${sentence}`)
      if (next !== undefined) say(`${' '.repeat(width + 8)}→ ${next}`)
    }
    const count = (state: Finding['state']) => findings.filter((one) => one.state === state).length
    const [bad, look] = [count('bad'), count('look')]
    say(
      bad > 0
        ? `\n${bad} wrong, ${look} worth a look.`
        : look > 0
          ? `\nNothing is wrong; ${look} worth a look.`
          : '\nEverything is well.',
    )
    return bad > 0 ? 1 : 0
  },
}
