// SD-JWT VC beside @sd-jwt/sd-jwt-vc and beside the bare signature: a credential of 20 disclosures and
// about 3.7 kB, ES256, one thread. Both sides hash and sign with node:crypto.

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign as nodeSign,
  verify as nodeVerify,
} from 'node:crypto'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import type { PrivateJwk } from 'tessera/machine/port'
import { sdJwtVc } from 'tessera/formats/sd-jwt-vc/index'
import { issueSdJwt } from 'tessera/seal/sd-jwt/issue'
import { memorySigner } from 'tessera/seal/keys/memory'
import { inTurns, type Row } from './row.ts'

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwk = privateKey.export({ format: 'jwk' })
const signer = memorySigner(jwk as unknown as PrivateJwk)
const key = createPrivateKey({ key: jwk, format: 'jwk' })
const publicKey = createPublicKey(key)
const ieee = 'ieee-p1363' as const

const names = Array.from({ length: 20 }, (_, i) => `claim_${i + 1}`)
const open = {
  iss: 'https://credentials.uni.example',
  iat: 1_780_315_200,
  exp: 2_095_848_000,
  vct: 'urn:example:micro-credential',
}
const claims = {
  ...open,
  ...Object.fromEntries(
    names.map((name, i) => [name, `What learner number ${i} knows and is able to do.`]),
  ),
}
const disclosable = names.map((name) => [name])

const peer = new SDJwtVcInstance({
  hasher: (data: string | ArrayBuffer) =>
    createHash('sha256')
      .update(typeof data === 'string' ? data : Buffer.from(data))
      .digest(),
  hashAlg: 'sha-256',
  saltGenerator: (length: number) => randomBytes(length).toString('base64url'),
  signAlg: 'ES256',
  signer: (data) =>
    nodeSign('sha256', Buffer.from(data), { key, dsaEncoding: ieee }).toString('base64url'),
  verifier: (data, signature) =>
    nodeVerify(
      'sha256',
      Buffer.from(data),
      { key: publicKey, dsaEncoding: ieee },
      Buffer.from(signature, 'base64url'),
    ),
})

const now = { currentDate: open.iat + 60 }
const settings = { random: randomBytes, disclosable }
// Many short turns: what else the machine does then meets both alike.
const turns = { rounds: 9, millis: 200 }

async function verifyOurs(bytes: Uint8Array): Promise<void> {
  const { proofs } = await sdJwtVc.open(bytes)
  const answer = await proofs[0]?.verify(signer.publicKey)
  if (answer?.holds !== true) throw new Error('our own seal does not hold')
}

export async function run(): Promise<readonly Row[]> {
  const text = await issueSdJwt({ typ: 'dc+sd-jwt' }, claims, signer, settings)
  const bytes = new TextEncoder().encode(text)
  const signed = Buffer.from(text.split('~')[0]?.split('.').slice(0, 2).join('.') ?? '')
  const signature = nodeSign('sha256', signed, { key, dsaEncoding: ieee })
  const issueOurs = () => issueSdJwt({ typ: 'dc+sd-jwt' }, claims, signer, settings)
  // The peer's types want a frame for claims they know by name.
  const issuePeer = () => peer.issue<typeof claims>(claims, { _sd: names as never[] })
  const signBare = async () => nodeSign('sha256', signed, { key, dsaEncoding: ieee })
  const checkBare = async () =>
    nodeVerify('sha256', signed, { key: publicKey, dsaEncoding: ieee }, signature)
  const check = () => verifyOurs(bytes)
  const issue = await inTurns(issueOurs, issuePeer, turns)
  const verify = await inTurns(check, () => peer.verify(text, now), turns)
  const rawSign = await inTurns(issueOurs, signBare, turns)
  const rawVerify = await inTurns(check, checkBare, turns)
  const size = `${names.length} disclosures, ${(bytes.length / 1000).toFixed(1)} kB`
  return [
    { what: `SD-JWT VC issue, ${size}: @sd-jwt`, ...issue },
    { what: `SD-JWT VC verify, ${size}: @sd-jwt`, ...verify, target: 3 },
    { what: 'SD-JWT VC issue: the bare signature (node:crypto)', ...rawSign },
    { what: 'SD-JWT VC verify: the bare check of a signature (node:crypto)', ...rawVerify },
  ]
}
