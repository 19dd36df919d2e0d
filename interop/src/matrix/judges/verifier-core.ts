// verifier-core of the Digital Credentials Consortium (MIT and others): what its VerifierPlus checks with.

import { verifyCredential } from '@digitalcredentials/verifier-core'
import { unlessPresent } from 'tessera/reference'
import { answerFromMemory, registryUrl, schemaOf } from '../../open-badges-peers.ts'
import { did, servedPages } from '../exhibits/open-badges-world.ts'
import { whoSees, type Judge } from '../judge.ts'

export interface CoreAnswer {
  readonly log?: readonly { readonly id: string; readonly valid?: boolean }[]
  readonly errors?: readonly { readonly name: string }[]
  readonly additionalInformation?: readonly {
    readonly id: string
    readonly results: readonly { readonly result: { readonly valid: boolean } }[]
  }[]
}

const achievementSchema =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

const registry = {
  meta: { created: '2026-01-01T00:00:00Z', updated: '2026-01-01T00:00:00Z' },
  registry: {
    [did]: {
      name: 'University of Arrábida',
      location: 'Arrábida',
      url: 'https://www.arrabida.example/',
    },
  },
}

/** Its whole answer, the web being what the university serves and a registry that knows it. */
export async function verifierCore(credential: unknown): Promise<CoreAnswer> {
  const pages = new Map<string, unknown>([...(await servedPages()), [registryUrl, registry]])
  if (unlessPresent('vc/1edtech/schemas') === false)
    pages.set(achievementSchema, schemaOf('ob_v3p0_achievementcredential_schema.json'))
  const restore = answerFromMemory(pages)
  try {
    return (await verifyCredential({
      credential: structuredClone(credential) as never,
      knownDIDRegistries: [{ name: 'Alliance', type: 'dcc-legacy', url: registryUrl }] as never,
    })) as CoreAnswer
  } finally {
    restore()
  }
}

export function stepOf(answer: CoreAnswer, id: string): boolean | undefined {
  return answer.log?.find((one) => one.id === id)?.valid
}

const steps = ['valid_signature', 'expiration', 'revocation_status', 'registered_issuer']

export const verifierCoreJudge: Judge = {
  name: 'verifier-core',
  available: () => undefined,
  expects: (exhibit) =>
    exhibit.kind === 'badge-json'
      ? whoSees(exhibit, ['content', 'signature', 'revoked', 'expired'])
      : undefined,
  judge: async ({ bytes }) => {
    const answer = await verifierCore(JSON.parse(Buffer.from(bytes).toString()))
    const failed = steps.filter((id) => stepOf(answer, id) !== true)
    const errors = (answer.errors ?? []).map(({ name }) => name)
    return failed.length === 0 && errors.length === 0
      ? { outcome: 'accepted', said: 'every step holds' }
      : { outcome: 'refused', said: [...errors, ...failed].join(', ') }
  },
}
