// Keys and a seal certificate for tests of this room, from an authority made for the run.

import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { PrivateJwk } from '#machine'
import { canonicalJson } from '../../canonical-json.ts'
import type { Json, JsonObject } from '../../canonical-json.ts'
import type { Award } from '../../credential/award.ts'
import { hoursOf } from '../../credential/workload.ts'
import type { Workload } from '../../credential/workload.ts'
import { attempt } from '../../refusal.ts'
import { memorySigner } from '../../seal/keys/memory.ts'
import type { Keyring } from '../../seal/signer.ts'
import { createTestAuthority } from '../../trust/x509/test-authority.ts'
import { exampleSettings as settings } from './example-award.ts'
import { edc } from './index.ts'

function newKey(): PrivateJwk {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    format: 'jwk',
  }) as unknown as PrivateJwk
}

const { now } = settings
export const order = {
  organisation: 'University of Example',
  organizationIdentifier: 'VATES-A00000000',
  country: 'ES',
  uris: ['did:web:uni.example'],
  dnsNames: [],
  now,
  years: 1,
  random: randomBytes,
}
const authority = await createTestAuthority({
  name: 'Test',
  now,
  random: randomBytes,
  key: newKey(),
})

export async function keysFor(change: Partial<typeof order> = {}): Promise<Keyring> {
  const key = newKey()
  const publicKey = memorySigner(key).publicKey
  const certificate = await authority.issueSealCertificate({ ...order, ...change, publicKey })
  const seal = memorySigner(key, { certificates: [certificate] })
  return { seal, proof: seal }
}

export const keys = await keysFor()

export async function documentOf(award: Award): Promise<JsonObject> {
  return (await edc.build(award, settings)).document as JsonObject
}

export async function sealed(award: Award): Promise<Uint8Array> {
  const unsigned = await edc.build(award, settings)
  assert.deepEqual(await edc.validate(unsigned), [])
  const artefacts = await edc.seal(unsigned, keys, settings)
  assert.deepEqual(
    artefacts.map(({ extension }) => extension),
    ['jsonld'],
  )
  return artefacts[0]?.bytes ?? new Uint8Array()
}

export async function codesOf(step: () => Promise<unknown>): Promise<readonly string[]> {
  const answer = await attempt(step)
  return answer.ok ? [] : answer.refusals.map(({ code }) => code)
}

/** As JSON, so that a member that is undefined and one that is absent are the same. */
export function plain(value: unknown): Json {
  return JSON.parse(canonicalJson(value)) as Json
}

function stated(workload: Workload): Workload {
  const hours = hoursOf(workload)
  return hours === undefined ? workload : { hours }
}

/** Hours are read back together with the duration they stand in; as a number they are the same. */
export function sameHours(award: Award): Award {
  const { design } = award
  return {
    ...award,
    design: {
      ...design,
      ...(design.workload === undefined ? {} : { workload: stated(design.workload) }),
      activities: design.activities.map((activity) =>
        activity.workload === undefined
          ? activity
          : { ...activity, workload: stated(activity.workload) },
      ),
    },
  }
}
