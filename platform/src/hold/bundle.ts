// Everything in one archive that can be checked without this house and without a network: the sealed files, the
// certificate, and what a verifier would look up (keys, status lists, the issuer's trust list), laid out as
// `tessera verify --web` reads it.

import { inLanguage } from 'tessera/credential/text'
import { formats as allFormats } from 'tessera/formats/index'
import { pathOfAddress } from 'tessera/cli/web-folder'
import { addressesOf } from 'tessera/issue/addresses'
import type { Issuer } from 'tessera/issue/issuer'
import { formatsOf } from 'tessera/issue/issuer-formats'
import { writeTesseraList } from 'tessera/trust/lists/tessera-list'
import type { House } from '../house.ts'
import { issuerOf } from '../issue/issuer-of.ts'
import { readPublication } from '../issue/publish.ts'
import { timeInWords } from '../web/in-words.ts'
import type { Say } from '../web/messages.ts'
import { fileName } from './file-name.ts'
import { certificateOf, sealedFilesOf } from './files.ts'
import type { HeldAward } from './held-award.ts'
import { writeZip, type ZipEntry } from './zip.ts'

export interface BundleOrder {
  readonly held: HeldAward
  readonly language: string
  readonly say: Say
}

export async function makeBundle(
  house: House,
  { held, language, say }: BundleOrder,
): Promise<Uint8Array> {
  return writeZip(await bundleEntries(house, { held, language, say }), house.clock.now())
}

export async function bundleEntries(
  house: House,
  { held, language, say }: BundleOrder,
): Promise<readonly ZipEntry[]> {
  const { award } = held
  const sealed = await sealedFilesOf(house, held)
  const files: ZipEntry[] = sealed.map(({ extension, bytes }) => ({
    name: fileName(award, language, extension),
    bytes,
  }))
  files.push({
    name: fileName(award, language, 'pdf'),
    bytes: await certificateOf(held, sealed, language),
  })
  const [first] = files
  return [
    { name: 'README.txt', bytes: readme(house, held, language, say, first?.name ?? '') },
    ...files,
    ...(await whatVerifiersLookUp(house, held)),
    { name: 'check/trust-list.json', bytes: await trustList(house, held.organisation) },
  ]
}

async function whatVerifiersLookUp(
  house: House,
  { organisation, statusList }: HeldAward,
): Promise<readonly ZipEntry[]> {
  const issuer = await house.store.asOrganisation(organisation, (tx) => issuerOf(tx, organisation))
  const entries: ZipEntry[] = []
  for (const address of addressesToKeep(issuer, statusList)) {
    const published = await readPublication(house, organisation, address)
    const name = pathOfAddress('check/web', address)
    if (published !== undefined && name !== undefined)
      entries.push({ name: name.replaceAll('\\', '/'), bytes: published.bytes })
  }
  return entries
}

function addressesToKeep(issuer: Issuer, list: string): readonly string[] {
  const types = formatsOf(issuer, allFormats).flatMap(
    (format) => format.publishes?.(issuer.base).map(({ address }) => address) ?? [],
  )
  return [...Object.values(addressesOf(issuer, list)), ...types]
}

/** What the issuer says of its own keys, signed by it. */
async function trustList(house: House, organisation: string): Promise<Uint8Array> {
  const { trust, keyring } = await house.keys.keysOf(organisation)
  const now = house.clock.now()
  const sequence = Math.floor(now.getTime() / 1000)
  const list = await writeTesseraList(trust, sequence, now, keyring.proof)
  return Buffer.from(`${JSON.stringify(list, null, 2)}\n`)
}

function readme(
  house: House,
  held: HeldAward,
  language: string,
  say: Say,
  first: string,
): Uint8Array {
  const { award } = held
  const issuer = award.issuer ?? award.design.awardingBodies[0]?.organisation
  const command = `tessera verify "${first}" --trust check/trust-list.json --web check/web --offline`
  const lines = [
    award.design.title === undefined ? '' : inLanguage(award.design.title, language).value,
    issuer === undefined ? '' : inLanguage(issuer.legalName, language).value,
    '',
    say('hold-readme-what'),
    '',
    say('hold-readme-files'),
    say('hold-readme-check', { address: `${house.config.address}/verify` }),
    '',
    say('hold-readme-offline'),
    '',
    `    ${command}`,
    '',
    say('hold-readme-as-of', { time: timeInWords(language, house.clock.now()) }),
  ]
  // A mark at the start, so that old editors read the letters as they are meant; lines end as everywhere.
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
}
