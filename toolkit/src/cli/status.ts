// tessera status revoke|suspend|restore ID --in DIR: withdraw, pause or give back what was issued.

import { formats } from '../formats/index.ts'
import { addressesOf } from '../issue/addresses.ts'
import { formatsOf } from '../issue/issuer-formats.ts'
import { publish } from '../issue/publication.ts'
import { attempt, refuse, Refused } from '../refusal.ts'
import { restore, revoke, statusOf, suspend } from '../status/table.ts'
import { CohortFolder } from './cohort-folder.ts'
import { exit, Usage, type Command } from './command.ts'
import { readArguments } from './arguments.ts'
import { openIssuerKeys, passphraseOf } from './issuer-keys.ts'
import { askPinAt } from './token-pin.ts'

const deeds = { revoke, suspend, restore }
const said = { revoke: 'Revoked, for good', suspend: 'Suspended', restore: 'In force again' }

export const statusCommand: Command = {
  name: 'status',
  summary: 'Revoke, suspend or restore what was issued',
  help: `Usage: tessera status revoke|suspend|restore ID --in DIR [--reason TEXT]

Changes the status of one credential of an issued cohort and signs its status lists anew.
Revoking is final. ID stands in DIR/issued.json. The lists in DIR/web are to be served again.

  --in DIR        the folder tessera issue wrote
  --reason TEXT   why; kept in DIR/status.json, never published
  --keys DIR      folder of the keys, if they were moved

The passphrase of the keys is read from the environment variable TESSERA_PASSPHRASE.

Example: tessera status revoke urn:uuid:0a1b2c3d-0000-4000-8000-000000000000 --in out --reason "wrong person"`,
  async run(args, desk) {
    const { values, positionals } = readArguments(args, {
      in: { type: 'string' },
      reason: { type: 'string' },
      keys: { type: 'string' },
    })
    const [deed, id, ...rest] = positionals
    if (deed !== 'revoke' && deed !== 'suspend' && deed !== 'restore') {
      throw new Usage('Say revoke, suspend or restore.')
    }
    if (id === undefined || rest.length > 0 || values.in === undefined)
      throw new Usage('Say one ID and --in DIR.')
    const folder = new CohortFolder(values.in)
    const about = folder.about()
    if (about === undefined) throw new Usage(`${values.in} is not a folder tessera issue wrote.`)
    const entry = folder.issued().find((file) => file.id === id)
    if (entry === undefined)
      return refuse(
        'status.not-issued',
        id,
        'No credential with this id was issued into this folder.',
      )
    const now = desk.now()
    const keys = await openIssuerKeys(
      values.keys ?? about.keys,
      about.issuer,
      passphraseOf(desk),
      now,
      askPinAt(desk),
    )
    const unlock = folder.lock()
    try {
      const before = folder.statusTable(about.issuer.statusEntries, folder.ledger())
      // Done before, perhaps cut off before its lists were signed: they are signed anew, nothing else changes.
      const done = deed === 'revoke' && statusOf(before, entry.statusIndex) === 'revoked'
      const table = done
        ? before
        : await placed(id, () =>
            deeds[deed](before, entry.statusIndex, {
              at: now,
              by: desk.environment['USER'] ?? 'the issuer',
              ...(values.reason === undefined ? {} : { reason: values.reason }),
            }),
          )
      const publication = await publish({
        issuer: about.issuer,
        keys: keys.keyring,
        documentKeys: keys.documentKeys,
        addresses: addressesOf(about.issuer, about.listName),
        table,
        formats: formatsOf(about.issuer, formats),
        now,
        ...(keys.revocationList === undefined
          ? {}
          : { certificateRevocationList: keys.revocationList }),
      })
      // The decision first: lists can be signed again, a lost decision cannot.
      folder.saveStatusTable(table)
      folder.publish(publication)
    } finally {
      unlock()
    }
    desk.out(`${said[deed]}: ${id}. Serve ${values.in}/web again.`)
    return exit.ok
  },
}

/** An officer knows the credential by its id, not by its entry in a list. */
async function placed<T>(place: string, step: () => T): Promise<T> {
  const answer = await attempt(step)
  if (answer.ok) return answer.value
  throw new Refused(answer.refusals.map((refusal) => ({ ...refusal, place })))
}
