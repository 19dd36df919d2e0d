// Peers side by side, in one run each: ratios, not seconds.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build, home, install } from './prepare.mjs'

install(home)
build('toolkit')
install(join(home, 'bench'))
build('bench')
const subjects = ['edc', 'open-badges', 'sd-jwt', 'pipeline', 'platform']
let missed = 0
console.log('Operations in a second of processor time; both in one process, in turns.')
console.log(
  `${'what'.padEnd(52)} ${'ours/s'.padStart(9)} ${'peer/s'.padStart(9)} ${'ratio'.padStart(8)}  target`,
)
for (const subject of subjects) {
  const path = join(home, 'bench', 'dist', `${subject}.js`)
  if (!existsSync(path)) continue
  const { run } = await import(path)
  for (const { what, ours, peer, ratio, target } of await run()) {
    const met = target === undefined || ratio === undefined || ratio >= target
    if (!met) missed++
    const number = (value) =>
      value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(1)
    console.log(
      `${what.padEnd(52)} ${number(ours).padStart(9)} ${number(peer).padStart(9)} ${number(ratio).padStart(8)}  ${target === undefined ? '' : `≥ ${target} ${met ? 'met' : 'MISSED'}`}`,
    )
  }
}
// What the worst input costs: each vector's time and memory (docs/vectors.md).
const vectors = join(
  process.env.TESSERA_REFERENCE ?? join(home, '..', 'shared', 'reference'),
  'security',
  'own',
)
let failed = 0
if (existsSync(vectors)) {
  build('suites')
  const { main } = await import('../suites/dist/vectors/main.js')
  failed = await main([vectors, '--each'])
} else console.log('The vectors are not here: what each one costs is not measured.')
process.exit(missed === 0 && failed === 0 ? 0 : 1)
