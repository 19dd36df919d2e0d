// The invented alliance of `examples/`: its universities, how they seal, and the designs each of them leads.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadData, loadDesign } from 'tessera/cli/model-files'
import type { Design } from 'tessera/credential/design'
import { parseOrganisation } from 'tessera/credential/parse'
import { type Text, textSchema } from 'tessera/credential/text'
import { type Issuer, parseIssuer } from 'tessera/issue/issuer'
import { z } from 'zod'

export const examples = fileURLToPath(new URL('../../../examples', import.meta.url))

export const hasExamples = (): boolean => existsSync(join(examples, 'alliance.yaml'))

export interface ExampleOrganisation {
  /** Its short name here: `valdeserena`. */
  readonly id: string
  readonly issuer: Issuer
  readonly language: string
}

export interface ExampleAlliance {
  readonly id: string
  readonly name: Text
  readonly organisations: readonly ExampleOrganisation[]
  readonly designs: readonly { readonly leader: string; readonly design: Design }[]
}

const allianceSchema = z.looseObject({
  id: z.string(),
  name: textSchema,
  members: z.array(z.string()),
})

export function readExampleAlliance(): ExampleAlliance {
  const { id, name, members } = allianceSchema.parse(loadData(join(examples, 'alliance.yaml')))
  const organisations = members.map((member): ExampleOrganisation => {
    const organisation = parseOrganisation(loadData(join(examples, member)))
    const [, country = '', word = ''] = /([a-z]{2})-([a-z-]+)\.yaml$/.exec(member) ?? []
    const host = organisation.id.replace(/^did:web:/, '')
    const [language = 'en'] = Object.keys(organisation.legalName)
    return {
      id: word,
      language,
      issuer: parseIssuer({
        tessera: 'issuer/1',
        organisation,
        base: `https://${host}`,
        place: { country: country.toUpperCase() },
      }),
    }
  })
  const folder = join(examples, 'designs')
  const designs = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const design = loadDesign(join(folder, file))
      const leading = design.awardingBodies.find(({ role }) => role === 'leading')
      const leader = organisations.find(
        ({ issuer }) => issuer.organisation.id === leading?.organisation.id,
      )
      if (leader === undefined) throw new Error(`${file} is led by nobody of the alliance.`)
      return { leader: leader.id, design }
    })
  return { id, name, organisations, designs }
}
