// The keys an organisation seals with: `tessera keys` of the toolkit, on the organisation's own folder and under the
// passphrase the house keeps. A seal of a trust service comes in as PKCS#12, or stays in its token (PKCS#11).

import { keysCommand } from 'tessera/cli/keys'
import { systemRandom, openHouse } from '../open-house.ts'
import { issuerOf } from '../issue/issuer-of.ts'
import { writeAbout } from '../issue/key-cabinet.ts'
import { record } from '../store/audit.ts'
import { type Command, WrongWords } from './command.ts'

export const keysOfOrganisation: Command = {
  name: 'keys',
  words: 'keys ORGANISATION new|import FILE.p12|import PKCS11-URI|list|rotate …',
  summary: 'Keys of an organisation, as `tessera keys` makes, imports and rotates them',
  async run([organisation, ...words], { config, environment, say, complain }) {
    const [deed] = words
    if (organisation === undefined || deed === undefined)
      throw new WrongWords('Say whose keys and what: tessera-server keys valdeserena list')
    const { house, cabinet, close } = await openHouse(config)
    try {
      const known = await house.store.atTheDoor((tx) =>
        tx.selectFrom('organisation').select('id').where('id', '=', organisation).execute(),
      )
      if (known.length === 0) throw new WrongWords(`There is no organisation ${organisation}.`)
      const issuer = await house.store.asOrganisation(organisation, (tx) =>
        issuerOf(tx, organisation),
      )
      const about = writeAbout(cabinet.folder, organisation, issuer)
      const code = await keysCommand.run(
        [...words, '--as', about, '--keys', `${cabinet.folder}/${organisation}`],
        {
          out: say,
          err: complain,
          stdin: () => Promise.resolve(new Uint8Array()),
          now: () => house.clock.now(),
          random: systemRandom,
          environment: { ...environment, TESSERA_PASSPHRASE: cabinet.passphrase },
          columns: undefined,
        },
      )
      if (code === 0 && deed !== 'list')
        await house.store.asOrganisation(organisation, (tx) =>
          record(house, tx, organisation, {
            actor: 'house',
            action: `keys ${deed}`,
            subject: `organisation:${organisation}`,
          }),
        )
      return code
    } finally {
      await close()
    }
  },
}
