// tessera issue DESIGN --to LEARNERS.csv --as ISSUER.yaml --out DIR: a cohort, sealed in every format.

import { dirname, resolve } from 'node:path'
import { check } from '../check/check.ts'
import { freeze } from '../credential/freeze.ts'
import type { Design } from '../credential/design.ts'
import { createDocuments } from '../document/index.ts'
import type { Format } from '../formats/format.ts'
import { formats } from '../formats/index.ts'
import { cohortTemplate, readCohort } from '../issue/cohort.ts'
import { formatsOf } from '../issue/issuer-formats.ts'
import { mandateFor } from '../issue/mandate.ts'
import { limits } from '../limits.ts'
import { sentenceOf } from '../refusal.ts'
import { CohortFolder } from './cohort-folder.ts'
import { exit, Usage, type Command, type Desk } from './command.ts'
import { only, readArguments } from './arguments.ts'
import { readBytes } from './files.ts'
import { issueCohort } from './issue-cohort.ts'
import { openIssuerKeys, passphraseOf } from './issuer-keys.ts'
import { loadDesign, loadIssuer } from './model-files.ts'
import { askPinAt } from './token-pin.ts'

export const issueCommand: Command = {
  name: 'issue',
  summary: 'Seal a micro-credential for a cohort of learners',
  help: `Usage: tessera issue DESIGN --to LEARNERS.csv --as ISSUER.yaml --out DIR [--formats edc,ob3,sd-jwt]
       tessera issue --template [DESIGN]

Issues the design to every learner of a CSV file. All rows are read first; a row with an error is named
with its cell and left out, nothing of it is written. Given again, the same file issues nothing twice;
after a crash it goes on where it stopped. So it does when ISSUER.yaml names a time-stamp authority
(timeStamps) that gives no answer: the run stops there, and nothing is issued without its time stamp.

  --to LEARNERS.csv   one row a learner; print the template with --template
  --as ISSUER.yaml    who issues: organisation, address, keys (see examples/issuer.yaml)
  --out DIR           writes issued.json, trust.json, credentials/ and web/ (what is to be served)
  --formats LIST      edc (European Digital Credential), ob3 (Open Badges 3.0), sd-jwt (SD-JWT VC); all by default
  --keys DIR          folder of the keys, instead of the one the issuer file names

The passphrase of the keys is read from the environment variable TESSERA_PASSPHRASE.

Exit: 0 all issued, 1 some rows refused, 64 the command was not understood.

Example: tessera issue examples/designs/01-heat-resilient-cities.yaml --to examples/cohort.csv --as examples/issuer.yaml --out out`,
  async run(args, desk) {
    const { values, positionals } = readArguments(args, {
      to: { type: 'string' },
      as: { type: 'string' },
      out: { type: 'string' },
      formats: { type: 'string' },
      keys: { type: 'string' },
      template: { type: 'boolean' },
    })
    if (values.template === true) {
      desk.out(
        cohortTemplate(
          positionals[0] === undefined ? undefined : loadDesign(positionals[0]),
        ).trimEnd(),
      )
      return exit.ok
    }
    const path = only(positionals, 'DESIGN')
    const { to, as, out } = values
    if (to === undefined || as === undefined || out === undefined) {
      throw new Usage('Say --to LEARNERS.csv, --as ISSUER.yaml and --out DIR.')
    }
    const chosen = chosenFormats(values.formats)
    const now = desk.now()
    const design = loadDesign(path)
    if (!isIssuable(design, now, desk)) return exit.no
    const issuer = loadIssuer(as)
    mandateFor(design, issuer, as)
    const cohort = readCohort(readBytes(to, limits.cohort.bytes), design, now)
    for (const error of cohort.errors) desk.err(`✗ ${sentenceOf(error)}  (${error.code})`)
    // A column that is not known, or no learner at all: the whole file is not what it should be.
    if (cohort.errors.some(({ code }) => code === 'cohort.column' || code === 'cohort.empty'))
      return exit.no
    const keysFolder =
      values.keys === undefined ? resolve(dirname(as), issuer.keys) : resolve(values.keys)
    const keys = await openIssuerKeys(keysFolder, issuer, passphraseOf(desk), now, askPinAt(desk))
    const folder = new CohortFolder(out)
    const unlock = folder.lock()
    try {
      const answer = await issueCohort(folder, {
        design: freeze(design, now),
        issuer,
        keys,
        keysFolder,
        rows: cohort.rows,
        formats: formatsOf(issuer, chosen),
        pictures: await createDocuments({ testSeal: keys.test }),
        desk,
        now,
      })
      for (const refused of answer.refused) desk.err(`✗ ${sentenceOf(refused)}  (${refused.code})`)
      desk.out(
        `${answer.issued} learners issued now, ${answer.before} before, ${answer.files} files in ${out}.`,
      )
      if (keys.test)
        desk.out(
          'Sealed with a TEST certificate authority: good for trying out, not for real credentials.',
        )
      return cohort.errors.length + answer.refused.length === 0 ? exit.ok : exit.no
    } finally {
      unlock()
    }
  },
}

function chosenFormats(text: string | undefined): readonly Format[] {
  if (text === undefined) return formats
  return text.split(',').map((word) => {
    const found = formats.find(({ id }) => id === word.trim())
    if (found === undefined)
      throw new Usage(
        `There is no format “${word}”; known are ${formats.map(({ id }) => id).join(', ')}.`,
      )
    return found
  })
}

/** A mandatory element of Annex I that is missing stops issuing; quality findings are shown by tessera check. */
function isIssuable(design: Design, now: Date, desk: Desk): boolean {
  const missing = check(design, { now }).findings.filter(
    (finding) => finding.class === 'annex-i' && finding.severity === 'error',
  )
  for (const { rule, place, message } of missing)
    desk.err(`✗ ${place === '' ? 'the design' : place}: ${message}  (${rule})`)
  return missing.length === 0
}
