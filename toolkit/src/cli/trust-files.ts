// Trust lists given on the command line.

import type { PublicJwk } from '#machine'
import { limits } from '../limits.ts'
import { readJsonObject } from '../read/json.ts'
import { readPublicJwk } from '../read/jwk.ts'
import { utf8Decode } from '../read/utf8.ts'
import { attempt } from '../refusal.ts'
import { readTrustList } from '../trust/lists/index.ts'
import type { Trust } from '../trust/trust.ts'
import { readCertificate } from '../trust/x509/certificate.ts'
import { readCertificatesPem } from '../trust/x509/pem.ts'
import { Usage } from './command.ts'
import { readBytes } from './files.ts'

/**
 * Reads the lists.
 * @param signers files of certificates (PEM) or keys (JWK), one of which must have signed every list
 */
export async function loadTrust(
  paths: readonly string[],
  signers: readonly string[] = [],
): Promise<Trust> {
  const keys = await Promise.all(signers.map(signerKeys))
  const lists = []
  for (const path of paths) {
    const list = await attempt(() =>
      readTrustList(readBytes(path, limits.resource), path, keys.flat()),
    )
    // Not exit 1: that would say the micro-credential is not valid.
    if (!list.ok)
      throw new Usage(
        `${path} is no trust list that can be read: ${list.refusals[0]?.sentence ?? ''}`,
      )
    lists.push(list.value)
  }
  return lists
}

async function signerKeys(path: string): Promise<readonly PublicJwk[]> {
  const bytes = readBytes(path, limits.keyFile)
  const read = await attempt(() => {
    const text = utf8Decode(bytes, path)
    return text.trimStart().startsWith('{')
      ? [readPublicJwk(readJsonObject(bytes, path), path)]
      : readCertificatesPem(text, path).map((der) => readCertificate(der, path).publicKey)
  })
  if (read.ok) return read.value
  throw new Usage(
    `${path} is neither a certificate (PEM) nor a public key (JWK): ${read.refusals[0]?.sentence ?? ''}`,
  )
}
