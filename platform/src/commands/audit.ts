// Goes along the audit of every organisation and prints its head, to be kept where nobody who can change the
// database can change it.

import { openHouse } from '../open-house.ts'
import { type AuditHead, verifyAudit } from '../store/audit.ts'
import { type Command, WrongWords } from './command.ts'

export const auditCommand: Command = {
  name: 'audit',
  words: 'audit [ORGANISATION [LINE HASH]]',
  summary: 'Check the audit; with a line and its hash, that it still leads through them',
  async run([organisation, line, hash], { config, say, complain }) {
    const known = headOf(line, hash)
    const { house, close } = await openHouse(config)
    try {
      const all = await house.store.atTheDoor((tx) =>
        tx.selectFrom('organisation').select('id').orderBy('id').execute(),
      )
      const chosen = all.filter(({ id }) => organisation === undefined || id === organisation)
      if (chosen.length === 0 && organisation !== undefined)
        throw new WrongWords(`There is no organisation ${organisation}.`)
      let broken = 0
      for (const { id } of chosen) {
        const verdict = await house.store.asOrganisation(id, (tx) => verifyAudit(tx, id, known))
        if (verdict.whole) say(`${id}  whole  ${verdict.head.sequence}  ${verdict.head.hash}`)
        else {
          broken += 1
          complain(`${id}  BROKEN  ${verdict.sentence}`)
        }
      }
      return broken === 0 ? 0 : 1
    } finally {
      await close()
    }
  },
}

function headOf(line: string | undefined, hash: string | undefined): AuditHead | undefined {
  if (line === undefined) return undefined
  if (!/^\d+$/.test(line) || hash === undefined)
    throw new WrongWords('Say the number of the line and its hash, as `audit` printed them.')
  return { sequence: Number(line), hash }
}
