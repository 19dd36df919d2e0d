// @sd-jwt/sd-jwt-vc of the Open Wallet Foundation. It asks who calls it for hashes and keys; both are Node's and jose's.

import { createHash, X509Certificate } from 'node:crypto'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { compactVerify, importJWK, importX509, type JWK } from 'jose'
import { findingOf, whoSees, type Judge } from '../judge.ts'

/**
 * A verifier that takes the key from the certificate in the header, after checking it against the one anchor and the
 * issuer's name, and the status list from `list`.
 */
export function sdJwtPeer(anchor: Uint8Array, issuer: string, list: () => Promise<string>) {
  const verifier = async (data: string, signature: string): Promise<boolean> => {
    const header = JSON.parse(Buffer.from(data.split('.')[0] ?? '', 'base64url').toString()) as {
      x5c: readonly string[]
    }
    const certificate = new X509Certificate(Buffer.from(header.x5c[0] ?? '', 'base64'))
    const { publicKey } = new X509Certificate(anchor)
    if (!certificate.verify(publicKey) || !certificate.subjectAltName?.includes(issuer))
      return false
    const key = await importX509(certificate.toString(), 'ES256')
    return holds(compactVerify(`${data}.${signature}`, key))
  }
  return new SDJwtVcInstance({
    hasher: (data: string | ArrayBuffer) =>
      createHash('sha256')
        .update(typeof data === 'string' ? data : Buffer.from(data))
        .digest(),
    hashAlg: 'sha-256',
    verifier,
    kbVerifier: async (data, signature, payload) => {
      const { cnf } = payload as { cnf?: { jwk: JWK } }
      const key = await importJWK(cnf?.jwk ?? {}, 'ES256')
      return holds(compactVerify(`${data}.${signature}`, key))
    },
    statusListFetcher: list,
    statusVerifier: verifier,
  })
}

async function holds(check: Promise<unknown>): Promise<boolean> {
  return check.then(
    () => true,
    () => false,
  )
}

export const sdJwt: Judge = {
  name: '@sd-jwt',
  available: () => undefined,
  expects: (exhibit) =>
    exhibit.kind === 'sd-jwt'
      ? whoSees(exhibit, [
          'content',
          'header',
          'signature',
          'disclosure',
          'authority',
          'revoked',
          'expired',
          'holder',
        ])
      : undefined,
  judge: async ({ bytes, world, asked }) => {
    const [anchor = new Uint8Array()] = world.anchors
    const peer = sdJwtPeer(anchor, asked?.issuer ?? '', async () => {
      const page = await world.resolver.get(asked?.list ?? '', 'status-list')
      return new TextDecoder().decode(page?.bytes)
    })
    return findingOf(async () => {
      const { kb } = await peer.verify(Buffer.from(bytes).toString(), {
        currentDate: world.now.getTime() / 1000,
        ...(asked?.nonce === undefined ? {} : { keyBindingNonce: asked.nonce }),
      })
      if (asked?.audience !== undefined && kb?.payload.aud !== asked.audience)
        throw new Error('shown to another reader')
    })
  },
}
