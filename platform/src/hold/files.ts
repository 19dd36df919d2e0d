// The files of an award, as learners take them away: each sealed form as it was sealed, the certificate as a PDF
// that carries the sealed files inside, and everything in one archive.

import type { Attachment } from 'tessera/document'
import { labelsFor } from 'tessera/document'
import type { House } from '../house.ts'
import { readFiles, type SealedFile } from '../issue/award-content.ts'
import { documents } from '../issue/drawings.ts'
import type { FileToKeep } from '../web/components.ts'
import type { Say } from '../web/messages.ts'
import { fileName } from './file-name.ts'
import type { HeldAward } from './held-award.ts'

/** In the order people look for them; a form that is not among them comes after, under its own name. */
const known = ['edc.jsonld', 'ob3.png', 'ob3.svg', 'ob3.json', 'ob3.jwt', 'sd-jwt.sd-jwt'] as const

const nameOf = ({ format, extension }: { readonly format: string; readonly extension: string }) =>
  `${format}.${extension}`

/** Messages: `hold-file-edc-jsonld`. */
const keyOf = (name: string) =>
  (known as readonly string[]).includes(name) ? name.replace('.', '-') : 'other'

/** Its address on this house: `/mine/…/files/ob3.png`. */
export function filesToKeep(held: HeldAward, language: string, say: Say): readonly FileToKeep[] {
  const { award, files, id } = held
  const to = (name: string) => `/mine/${id}/files/${name}?in=${encodeURIComponent(language)}`
  const place = (name: string) => {
    const at = (known as readonly string[]).indexOf(name)
    return at < 0 ? known.length : at
  }
  const sealed = files
    .map((file) => ({ ...file, path: nameOf(file) }))
    .toSorted((a, b) => place(a.path) - place(b.path))
    .map(({ path, extension, size }) => ({
      title: say(`hold-file-${keyOf(path)}`),
      use: say(`hold-file-${keyOf(path)}-use`),
      to: to(path),
      name: fileName(award, language, extension),
      bytes: size,
    }))
  const own = (kind: 'pdf' | 'zip', path: string) => ({
    title: say(`hold-file-${kind}`),
    use: say(`hold-file-${kind}-use`),
    to: to(path),
    name: fileName(award, language, kind),
  })
  return [own('zip', 'everything.zip'), own('pdf', 'certificate.pdf'), ...sealed]
}

export async function sealedFilesOf(
  house: House,
  { organisation, id }: Pick<HeldAward, 'organisation' | 'id'>,
): Promise<readonly SealedFile[]> {
  return house.store.asOrganisation(organisation, (tx) => readFiles(house, tx, organisation, id))
}

/** The one a path names; undefined for every other name. */
export const fileNamed = (files: readonly SealedFile[], path: string): SealedFile | undefined =>
  files.find((file) => nameOf(file) === path)

/** PDF/A-3a with the machine's forms inside. */
export async function certificateOf(
  { award }: Pick<HeldAward, 'award'>,
  files: readonly SealedFile[],
  language: string,
): Promise<Uint8Array> {
  const { labels } = labelsFor(language)
  const attachments = files
    .filter(({ extension }) => extension !== 'png' && extension !== 'svg')
    .map(({ extension, mediaType, bytes, format }): Attachment => ({
      name: fileName(award, language, extension),
      mediaType: mediaType.split(';')[0] ?? mediaType,
      bytes,
      relationship: format === 'edc' ? 'source' : 'alternative',
      description: labels.microCredential,
    }))
  const room = await documents(award.issuer?.fictitious === true)
  return room.certificatePdf(award, language, { standard: 'a-3a', attachments })
}
