// Status lists: what the verifier's status check says of one entry of a list that was fetched.

import { awardSchema } from 'tessera/credential/award'
import { statusReferences } from 'tessera/formats/open-badges/status'
import type { Opened } from 'tessera/formats/opened'
import type { JsonObject } from 'tessera/read/json'
import { attempt } from 'tessera/refusal'
import type { StatusReference } from 'tessera/status/reference'
import { checkStatus } from 'tessera/verify/checks/status'
import type { Answer, World } from '../answer.ts'
import type { Question } from '../vector.ts'

const award = awardSchema.parse({
  tessera: 'award/1',
  design: { tessera: 'design/1', id: 'urn:tessera:status' },
})

const words: { readonly [code: string]: string } = {
  'status.not-revoked': 'not-set',
  'status.revoked': 'set',
  'status.suspended': 'suspended',
}

/** The entry as a credential of that kind writes it: W3C indexes are texts, those of the IETF numbers. */
function referencesOf({ kind, context }: Question): readonly StatusReference[] {
  const { index = null, purpose = null, listUrl = null } = context
  if (kind.includes('token')) {
    return [{ kind: 'token', list: String(listUrl), index: index as number }]
  }
  const entry: JsonObject = {
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: typeof index === 'number' ? String(index) : index,
    statusListCredential: listUrl,
  }
  return statusReferences({ credentialStatus: entry })
}

/** The trusted issuer whose list that is: the one at the same host, else the first. */
function issuerOf({ context }: Question, { issuers }: World): string {
  const url = String(context['listUrl'])
  const host = URL.canParse(url) ? new URL(url).host : ''
  return issuers.find((id) => hostOf(id) === host) ?? issuers[0] ?? ''
}

function hostOf(id: string): string | undefined {
  if (id.startsWith('did:web:')) return id.split(':')[2]?.replace('%3A', ':')
  return URL.canParse(id) ? new URL(id).host : undefined
}

export async function askForStatus(question: Question, world: World): Promise<Answer> {
  const references = await attempt(() => referencesOf(question))
  if (!references.ok) return { word: 'unknown', why: references.refusals[0]?.code ?? '' }
  const opened: Opened = {
    format: 'ob3',
    variant: 'json',
    types: [],
    issuer: { id: issuerOf(question, world), identifiers: [] },
    award,
    proofs: [],
    status: references.value,
    holding: {},
    conformance: [],
  }
  const { trust, now, resolver } = world
  const { code, message } = await checkStatus({
    opened,
    trust,
    now,
    resolver,
    expect: {},
    language: 'en',
  })
  return { word: words[code] ?? 'unknown', why: `${code} ${message}` }
}
