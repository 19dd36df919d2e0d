// OpenSSL: paths of certificates with their revocation lists, and time stamps.

import { X509Certificate } from 'node:crypto'
import { whoSees, type Judge } from '../judge.ts'
import { runOver, unlessInstalled } from './program.ts'

const pem = (certificate: Uint8Array) => new X509Certificate(certificate).toString()
const pemList = (list: Uint8Array) =>
  `-----BEGIN X509 CRL-----\n${Buffer.from(list)
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')}\n-----END X509 CRL-----\n`

const at = (date: Date) => ['-attime', String(Math.floor(date.getTime() / 1000))]

export const opensslVerify: Judge = {
  name: 'openssl verify',
  available: () => unlessInstalled('openssl', 'version'),
  expects: (exhibit) =>
    exhibit.kind === 'certificate'
      ? whoSees(exhibit, ['content', 'certificate-revoked', 'certificate-expired', 'authority'])
      : undefined,
  judge: async ({ bytes, world }) =>
    runOver(
      'openssl',
      {
        'leaf.pem': pem(bytes),
        'anchors.pem': world.anchors.map(pem).join(''),
        'lists.pem': world.revocationLists.map(pemList).join(''),
      },
      (path) => [
        'verify',
        '-x509_strict',
        '-check_ss_sig',
        '-crl_check',
        '-CAfile',
        path('anchors.pem'),
        '-CRLfile',
        path('lists.pem'),
        ...at(world.now),
        path('leaf.pem'),
      ],
    ),
}

/** The token, and what it is over: `asked.data`. */
export const opensslTimeStamps: Judge = {
  name: 'openssl ts',
  available: () => unlessInstalled('openssl', 'version'),
  expects: (exhibit) =>
    exhibit.kind === 'time-stamp'
      ? whoSees(exhibit, ['content', 'signature', 'authority'])
      : undefined,
  judge: async ({ bytes, world, asked }) =>
    runOver(
      'openssl',
      {
        token: bytes,
        data: asked?.data ?? '',
        'anchors.pem': world.anchors.map(pem).join(''),
      },
      (path) => [
        'ts',
        '-verify',
        '-token_in',
        '-in',
        path('token'),
        '-data',
        path('data'),
        '-CAfile',
        path('anchors.pem'),
        ...at(world.now),
      ],
    ),
}
