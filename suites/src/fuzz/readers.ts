// Every reader of outside data, with good inputs to start from.

import { randomBytes } from 'node:crypto'
import { sha256 } from 'tessera/machine/node'
import { formats } from 'tessera/formats/index'
import { base58, base58Decode } from 'tessera/read/base58'
import { base64, base64Decode, base64url, base64urlDecode } from 'tessera/read/base64'
import { readCsv } from 'tessera/read/csv'
import { readDateTime } from 'tessera/read/date-time'
import { readJson } from 'tessera/read/json'
import { readPublicJwk } from 'tessera/read/jwk'
import { jwkToMultikey, multikeyToJwk } from 'tessera/read/multibase'
import { extractFromPng } from 'tessera/read/png'
import { extractFromSvg } from 'tessera/read/svg'
import { utf8, utf8Decode } from 'tessera/read/utf8'
import { walkXml } from 'tessera/read/xml'
import { readCompact, signCompact } from 'tessera/seal/jose/compact'
import { readJades } from 'tessera/seal/jades/index'
import { readCredentialToken } from 'tessera/seal/jose/credential-token'
import { readJws } from 'tessera/seal/jose/jws'
import { generateKeyPair } from 'tessera/seal/keys/generate'
import { memorySigner } from 'tessera/seal/keys/memory'
import { readKeyRecord, writeKeyFile } from 'tessera/seal/keys/file'
import { readSdJwt } from 'tessera/seal/sd-jwt/read'
import { timeStampsAt } from 'tessera/seal/time/example-time-stamps'
import { readTimeStampToken } from 'tessera/seal/time/token'
import {
  bitstringCredential,
  bitstringOf,
  decodeBitstring,
  encodeBitstring,
} from 'tessera/status/bitstring'
import { readStatusList } from 'tessera/status/read'
import { newStatusTable, readStatusTable, statusTableJson } from 'tessera/status/table'
import { issueStatusToken } from 'tessera/status/token'
import { didJwkOf } from 'tessera/trust/did/did-jwk'
import { didKeyFrom, didKeyOf } from 'tessera/trust/did/did-key'
import { documentUrl } from 'tessera/trust/did/did-web'
import { readDidDocument } from 'tessera/trust/did/document'
import { listOf, service } from 'tessera/trust/lists/example-lote'
import { readTrustList } from 'tessera/trust/lists/index'
import { readCertificate } from 'tessera/trust/x509/certificate'
import { readRevocationList } from 'tessera/trust/x509/crl'
import { readDer } from 'tessera/trust/x509/der'
import { authority, seal as certificate } from 'tessera/trust/x509/example-authority'
import { readCertificatesPem, writePem } from 'tessera/trust/x509/pem'
import { sealedFiles } from '../mutants/sealed-files.ts'

export interface Reader {
  readonly name: string
  /** Good inputs. */
  readonly seeds: readonly Uint8Array[]
  /** Answers, or throws `Refused`. */
  read(bytes: Uint8Array): unknown
  /** What was read, written again: where every value has one spelling only, it is the input. */
  write?(value: never): Uint8Array
}

/** Readers of texts get texts as a caller has them: decoded, whatever they hold. */
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
const text = (bytes: Uint8Array) => lenient.decode(bytes)
const random = (length: number) => new Uint8Array(randomBytes(length))
const texts = (...list: readonly string[]) => list.map((one) => utf8(one))

const now = new Date('2026-06-01T12:00:00Z')
const address = 'https://uni.example/status/1'
const table = newStatusTable()
const signer = memorySigner(await generateKeyPair('P-256'))
const edKey = memorySigner(await generateKeyPair('Ed25519')).publicKey
const files = await sealedFiles()
const fileOf = (name: string) =>
  files.find((file) => file.name === name)?.bytes ?? raise(`no file ${name}`)
const token = await signCompact({ typ: 'JWT' }, { iss: 'https://uni.example', iat: 1 }, signer)
const pem = writePem('CERTIFICATE', certificate)
const didDocument = JSON.stringify({
  id: 'did:web:uni.example',
  verificationMethod: [
    {
      id: 'did:web:uni.example#1',
      type: 'Multikey',
      controller: 'did:web:uni.example',
      publicKeyMultibase: jwkToMultikey(edKey),
    },
    {
      id: 'did:web:uni.example#2',
      type: 'JsonWebKey',
      controller: 'did:web:uni.example',
      publicKeyJwk: { ...signer.publicKey },
    },
  ],
  assertionMethod: ['did:web:uni.example#1', 'did:web:uni.example#2'],
})

function raise(what: string): never {
  throw new Error(what)
}

const bitstringList = JSON.stringify(
  await bitstringCredential(table, {
    url: address,
    issuer: 'did:web:uni.example',
    purpose: 'revocation',
    validFrom: now,
    validUntil: new Date('2027-06-01T12:00:00Z'),
  }),
)
const tokenList = await issueStatusToken(table, signer, {
  url: address,
  now,
  validUntil: new Date('2027-06-01T12:00:00Z'),
})

const ofBytes: readonly Reader[] = [
  {
    name: 'UTF-8',
    seeds: texts('Ąžuolienė', '日本語 \u{1f600}', ''),
    read: (bytes) => utf8Decode(bytes),
    write: (value: string) => utf8(value),
  },
  {
    name: 'JSON',
    seeds: texts(didDocument, bitstringList, '[1,-0.5e-7,true,null,"\\ud83d\\ude00"]'),
    read: (bytes) => readJson(bytes),
  },
  { name: 'CSV', seeds: texts('a;b\r\n"x;""y""";z\r\n', 'a,b\n1,2\n'), read: readCsv },
  { name: 'PNG', seeds: [fileOf('ob3 png')], read: (bytes) => extractFromPng(bytes) },
  { name: 'DER', seeds: [certificate], read: (bytes) => readDer(bytes) },
  {
    name: 'certificates',
    seeds: [certificate, authority.anchor.certificate],
    read: (bytes) => readCertificate(bytes),
  },
  {
    name: 'revocation lists',
    seeds: [
      await authority.revocationList({
        revoked: [{ serial: '0a', at: now }],
        number: 1,
        now,
        days: 30,
      }),
    ],
    read: (bytes) => readRevocationList(bytes),
  },
  {
    name: 'time stamps',
    seeds: [await (await timeStampsAt(now)).stamp(sha256(utf8('what existed')))],
    read: (bytes) => readTimeStampToken(bytes),
  },
  {
    name: 'lists of trusted entities',
    seeds: texts(JSON.stringify(listOf([service()]))),
    read: (bytes) => readTrustList(bytes, 'list'),
  },
  {
    name: 'trust lists',
    seeds: texts(
      JSON.stringify({
        x509Anchors: [pem],
        issuers: [{ id: 'did:web:uni.example', name: 'U', keys: [{ ...edKey }] }],
      }),
    ),
    read: (bytes) => readTrustList(bytes, 'list'),
  },
  {
    name: 'status lists',
    seeds: texts(bitstringList, tokenList),
    read: (bytes) => readStatusList(bytes),
  },
  {
    name: 'status tables',
    seeds: texts(JSON.stringify(statusTableJson(table))),
    read: (bytes) => readStatusTable(bytes),
  },
  {
    name: 'key files',
    seeds: [
      await writeKeyFile(
        {
          record: {
            kid: '1',
            purpose: 'proof',
            state: 'active',
            createdAt: now,
            changedAt: now,
            algorithm: 'ES256',
            publicKey: signer.publicKey,
            certificates: [],
          },
          privateKey: await generateKeyPair('P-256'),
        },
        'passphrase',
        random,
      ),
    ],
    read: (bytes) => readKeyRecord(bytes),
  },
  {
    name: 'DID documents',
    seeds: texts(didDocument),
    read: (bytes) => readDidDocument(bytes, 'did:web:uni.example'),
  },
  { name: 'JAdES', seeds: [fileOf('edc jsonld')], read: (bytes) => readJades(bytes) },
]

const { did: didKey } = didKeyFrom(edKey)
const didJwk = `did:jwk:${base64url(utf8(JSON.stringify(edKey)))}`

const ofTexts: readonly Reader[] = [
  {
    name: 'base64url',
    seeds: texts('AAEC_-8', '', 'QQ'),
    read: (bytes) => base64urlDecode(text(bytes)),
    write: (value: Uint8Array) => utf8(base64url(value)),
  },
  {
    name: 'base64',
    seeds: texts('AAEC/+8=', '', 'QQ=='),
    read: (bytes) => base64Decode(text(bytes)),
    write: (value: Uint8Array) => utf8(base64(value)),
  },
  {
    name: 'base58',
    seeds: texts(base58(certificate.subarray(0, 64)), '11111', ''),
    read: (bytes) => base58Decode(text(bytes)),
    write: (value: Uint8Array) => utf8(base58(value)),
  },
  {
    name: 'multikeys',
    seeds: texts(jwkToMultikey(edKey), jwkToMultikey(signer.publicKey)),
    read: (bytes) => multikeyToJwk(text(bytes)),
    write: (value: Parameters<typeof jwkToMultikey>[0]) => utf8(jwkToMultikey(value)),
  },
  {
    name: 'public keys',
    seeds: texts(JSON.stringify(edKey), JSON.stringify(signer.publicKey)),
    read: (bytes) => readPublicJwk(readJson(bytes)),
  },
  {
    name: 'dates',
    seeds: texts('2026-06-01T12:00:00Z', '2026-06-01T12:00:00.5+02:00'),
    read: (bytes) => readDateTime(text(bytes)),
  },
  { name: 'PEM', seeds: texts(pem), read: (bytes) => readCertificatesPem(text(bytes)) },
  {
    name: 'XML',
    seeds: texts('<a xmlns="x" b="&lt;"><c/>t<!-- n --></a>'),
    read: (bytes) =>
      walkXml(text(bytes), {
        open: () => undefined,
        text: () => undefined,
        close: () => undefined,
      }),
  },
  { name: 'SVG', seeds: [fileOf('ob3 svg')], read: (bytes) => extractFromSvg(text(bytes)) },
  {
    name: 'tokens',
    seeds: texts(token, text(fileOf('ob3 jwt'))),
    read: (bytes) => readCompact(text(bytes)),
  },
  {
    name: 'credential tokens',
    seeds: [fileOf('edc token')],
    read: (bytes) => readCredentialToken(text(bytes)),
  },
  {
    name: 'signed objects',
    seeds: [utf8(token), fileOf('edc jsonld'), fileOf('edc flattened')],
    read: (bytes) => readJws(bytes, { understood: ['sigT'], b64: 'any' }),
  },
  {
    name: 'SD-JWT',
    seeds: [fileOf('sd-jwt sd-jwt'), fileOf('sd-jwt shown by its holder')],
    read: (bytes) => readSdJwt(text(bytes)),
  },
  {
    name: 'bitstrings',
    seeds: texts(await encodeBitstring(bitstringOf(table, 'revocation'))),
    read: (bytes) => decodeBitstring(text(bytes)),
  },
  { name: 'did:key', seeds: texts(didKey), read: (bytes) => didKeyOf(text(bytes)) },
  { name: 'did:jwk', seeds: texts(didJwk), read: (bytes) => didJwkOf(text(bytes)) },
  {
    name: 'did:web',
    seeds: texts('did:web:uni.example', 'did:web:uni.example%3A8443:a:b'),
    read: (bytes) => documentUrl(text(bytes)),
  },
]

const ofFiles: readonly Reader[] = formats.map((format) => ({
  name: `files of ${format.name}`,
  seeds: files.filter(({ name }) => name.startsWith(format.id)).map(({ bytes }) => bytes),
  read: (bytes: Uint8Array) => format.open(bytes),
}))

export const readers: readonly Reader[] = [...ofBytes, ...ofTexts, ...ofFiles]
