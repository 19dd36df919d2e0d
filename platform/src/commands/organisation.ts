// A new organisation of the alliance: from its settings (issuer/1, as `tessera issue --as` takes them). Its first owner
// gets a link that lets them in once; everything else they do themselves.

import { inLanguage, languagesOf } from 'tessera/credential/text'
import { loadIssuer } from 'tessera/cli/model-files'
import { openHouse } from '../open-house.ts'
import { foundOrganisation } from '../people/found-organisation.ts'
import { type Command, WrongWords } from './command.ts'

export const organisationCommand: Command = {
  name: 'organisation',
  words: 'organisation ISSUER.yaml NAME "OWNER"',
  summary: 'Found an organisation under a short name and invite its first owner',
  async run([path, id, owner], { config, say }) {
    if (path === undefined || id === undefined || owner === undefined)
      throw new WrongWords(
        'Say the settings, a short name and who owns it: tessera-server organisation issuer.yaml valdeserena "Olalla Dueña"',
      )
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id))
      throw new WrongWords('The short name has small letters, digits and dashes.')
    const issuer = loadIssuer(path)
    const { house, close } = await openHouse(config)
    try {
      const { alliance, legalName } = issuer.organisation
      const [language = 'en'] = languagesOf(legalName)
      const founded = await foundOrganisation(house, {
        id,
        alliance: { id: alliance?.id ?? id, name: alliance?.name ?? legalName },
        issuer,
        owner: { name: owner, language },
      })
      if (founded === 'known') throw new WrongWords(`There is an organisation ${id} already.`)
      say(`${inLanguage(legalName, language).value} is founded.`)
      say(`${owner} comes in once, within 14 days: ${config.address}/join/${founded.secret}`)
      return 0
    } finally {
      await close()
    }
  },
}
