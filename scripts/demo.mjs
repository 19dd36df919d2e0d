// `npm run demo`: a joint micro-credential of the invented alliance, issued to a cohort in all formats,
// every file verified, the verdicts in a table.

import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, home, install } from './prepare.mjs'

install(home)
build('toolkit')
const { main } = await import('../toolkit/dist/cli/main.js')

const folder = join(home, 'out', 'demo')
const issued = join(folder, 'issued')
const examples = join(home, 'examples')
rmSync(folder, { recursive: true, force: true })
// A passphrase of this run only: the keys are test keys and die with the folder.
process.env.TESSERA_PASSPHRASE = randomBytes(18).toString('base64url')

const design = join(examples, 'designs', '01-heat-resilient-cities.yaml')
const issuer = join(examples, 'issuer.yaml')
const keys = join(folder, 'keys')

async function tessera(...args) {
  const code = await main(args)
  if (code !== 0) {
    console.error(`tessera ${args[0]} ended with ${code}`)
    process.exit(code)
  }
}

console.log('An invented alliance of nine universities. Nothing here is a real credential.\n')
console.log('1. Does the design hold what the European approach asks?')
await tessera('check', design)
console.log('\n2. Test keys and a test certificate for the issuer')
await tessera('keys', 'new', '--as', issuer, '--keys', keys)
console.log('\n3. Issue to the cohort')
await tessera(
  'issue',
  design,
  '--to',
  join(examples, 'cohort.csv'),
  '--as',
  issuer,
  '--keys',
  keys,
  '--out',
  issued,
)
console.log('\n4. Verify every file')
const table = new Map()
let good = 0
const files = JSON.parse(readFileSync(join(issued, 'issued.json'), 'utf8'))
for (const { row, learner, file } of files) {
  const said = []
  const desk = {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    stdin: async () => new Uint8Array(),
    now: () => new Date(),
    random: randomBytes,
    environment: process.env,
    columns: undefined,
  }
  const path = join(issued, file)
  await main(
    [
      'verify',
      path,
      '--trust',
      join(issued, 'trust.json'),
      '--web',
      join(issued, 'web'),
      '--offline',
      '--json',
    ],
    desk,
  )
  const { verdict, checks } = JSON.parse(said.join('\n'))
  if (verdict === 'valid') good++
  else
    for (const check of checks)
      if (check.status !== 'passed') console.log(`   ${file}: ${check.code} ${check.message}`)
  const kinds = table.get(row) ?? { learner, verdicts: new Map() }
  kinds.verdicts.set(file.slice(file.lastIndexOf('.') + 1), verdict)
  table.set(row, kinds)
}
const kinds = [...new Set([...table.values()].flatMap(({ verdicts }) => [...verdicts.keys()]))]
const width = Math.max(...[...table.values()].map(({ learner }) => [...learner].length), 8)
console.log(`\n   ${'learner'.padEnd(width)}  ${kinds.map((kind) => kind.padEnd(8)).join('')}`)
for (const { learner, verdicts } of table.values()) {
  const name = learner + ' '.repeat(Math.max(0, width - [...learner].length))
  console.log(`   ${name}  ${kinds.map((kind) => (verdicts.get(kind) ?? '–').padEnd(8)).join('')}`)
}
console.log(`\n${good} of ${files.length} files are valid.`)
console.log(`The files:        ${join('out', 'demo', 'issued', 'credentials')}`)
console.log(`To be served:     ${join('out', 'demo', 'issued', 'web')}`)
console.log(
  `Check one:        npx tessera verify ${join('out', 'demo', 'issued', files[0]?.file ?? '')} --trust ${join('out', 'demo', 'issued', 'trust.json')} --web ${join('out', 'demo', 'issued', 'web')}`,
)
process.exit(good === files.length && files.length > 0 ? 0 : 1)
