// Digital Bazaar's @digitalbazaar/vc: the field's reference implementation of Data Integrity.

import { extractFromPng } from 'tessera/read/png'
import { extractFromSvg } from 'tessera/read/svg'
import { digitalBazaarAccepts } from '../../open-badges-peers.ts'
import { document } from '../exhibits/open-badges-world.ts'
import { findingOf, whoSees, type Exhibit, type Judge } from '../judge.ts'

/** Pictures are opened by us: it judges what was in them. */
async function credentialIn({ kind, bytes }: Exhibit): Promise<unknown> {
  const text = Buffer.from(bytes).toString()
  if (kind === 'badge-png') return JSON.parse(await extractFromPng(bytes))
  return JSON.parse(kind === 'badge-svg' ? extractFromSvg(text).content : text)
}

export const digitalBazaar: Judge = {
  name: 'Digital Bazaar',
  available: () => undefined,
  expects: (exhibit) =>
    ['badge-json', 'badge-png', 'badge-svg'].includes(exhibit.kind)
      ? whoSees(exhibit, ['content', 'signature'])
      : undefined,
  judge: (exhibit) =>
    findingOf(async () => {
      if (!(await digitalBazaarAccepts(await credentialIn(exhibit), document)))
        throw new Error('not verified')
    }),
}
