import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { base64 } from '../read/base64.ts'
import { utf8 } from '../read/utf8.ts'
import { signCompact } from '../seal/jose/compact.ts'
import { listKeys } from '../seal/keys/folder.ts'
import { memorySigner } from '../seal/keys/memory.ts'
import { seal, sealKey } from '../trust/x509/example-authority.ts'
import { writePem } from '../trust/x509/pem.ts'
import type { IssuedFile } from './cohort-folder.ts'
import type { Desk } from './command.ts'
import { keyFolder } from './key-folder.ts'
import { main } from './main.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))
const design = join(examples, 'designs', '01-heat-resilient-cities.yaml')
const issuer = join(examples, 'issuer.yaml')
const did = 'did:web:credentials.valdeserena.example'

describe('trust lists of others on the command line', () => {
  let home = ''
  let answers: string[] = []
  const files: Record<string, string> = {}

  async function tessera(...args: readonly string[]): Promise<number> {
    answers = []
    const say = (text: string): void => void answers.push(text)
    const desk: Desk = {
      out: say,
      err: say,
      stdin: async () => new Uint8Array(),
      now: () => new Date('2026-11-25T10:00:00Z'),
      random: (length) => randomBytes(length),
      environment: { TESSERA_PASSPHRASE: 'correct horse battery' },
      columns: undefined,
    }
    return main(args, desk)
  }

  const keep = (name: string, text: string): string => {
    writeFileSync(join(home, name), text)
    return join(home, name)
  }
  const check = (format: string, ...words: readonly string[]): Promise<number> =>
    tessera('verify', files[format] ?? '', '--web', join(home, 'out', 'web'), ...words)

  function lote(certificate: Uint8Array, id: string, name: string, legal?: string): object {
    const en = (value: string) => [{ lang: 'en', value }]
    const page = [{ lang: 'en', uriValue: 'https://alliance.example' }]
    const street = [{ lang: 'en', StreetAddress: 'Calle Mayor 1', Country: 'ES' }]
    const identity = { X509Certificates: [{ val: base64(certificate) }], OtherIds: [id] }
    return {
      LoTE: {
        ListAndSchemeInformation: {
          LoTEVersionIdentifier: 1,
          LoTESequenceNumber: 1,
          SchemeOperatorName: en('Example Alliance'),
          ListIssueDateTime: '2026-06-01T00:00:00Z',
          NextUpdate: '2027-01-01T00:00:00Z',
        },
        TrustedEntitiesList: [
          {
            TrustedEntityInformation: {
              TEName: en(name),
              ...(legal === undefined ? {} : { TETradeName: en(legal) }),
              TEAddress: { TEPostalAddress: street, TEElectronicAddress: page },
              TEInformationURI: page,
            },
            TrustedEntityServices: [
              {
                ServiceInformation: {
                  ServiceName: en('Issuing'),
                  ServiceDigitalIdentity: identity,
                },
              },
            ],
          },
        ],
      },
    }
  }

  let authority = new Uint8Array()

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'tessera-lists-'))
    const keys = join(home, 'keys')
    assert.equal(await tessera('keys', 'new', '--as', issuer, '--keys', keys), 0)
    const rows = readFileSync(join(examples, 'cohort.csv'), 'utf8').split('\n').slice(0, 2)
    const learners = keep('learners.csv', `${rows.join('\n')}\n`)
    const out = join(home, 'out')
    const order = ['--to', learners, '--as', issuer, '--keys', keys, '--out', out]
    assert.equal(await tessera('issue', design, ...order), 0, answers.join('\n'))
    const issued = JSON.parse(readFileSync(join(out, 'issued.json'), 'utf8')) as IssuedFile[]
    for (const { format, file } of issued.toReversed()) files[format] = join(out, file)
    const entries = await listKeys(keyFolder(keys))
    const [certificate] = entries.find(({ purpose }) => purpose === 'authority')?.certificates ?? []
    authority = Uint8Array.from(certificate ?? [])
  })
  after(() => rmSync(home, { recursive: true, force: true }))

  it('an ETSI list of trusted entities makes seals of its members valid', async () => {
    const list = lote(authority, did, 'University of Valdeserena', 'VATES-Q0000000A')
    const path = keep('lote.json', JSON.stringify(list))
    for (const format of ['edc', 'sd-jwt', 'ob3'])
      assert.equal(await check(format, '--trust', path), 0, answers.join('\n'))
    const token = await signCompact(
      { typ: 'JOSE', iat: 1_780_272_000, x5c: [base64(seal)] },
      utf8(JSON.stringify(list)),
      memorySigner(sealKey),
    )
    const sealed = keep('lote.jws', token)
    const signer = keep('operator.pem', writePem('CERTIFICATE', seal))
    assert.equal(await check('edc', '--trust', sealed, '--trust-signer', signer), 0)
    assert.equal(await check('edc', '--trust', path, '--trust-signer', signer), 64)
    assert.match(answers.join(), /not signed/)
  })

  it('an authority listed for another university makes nothing valid, and breaks nothing', async () => {
    const list = lote(authority, 'did:web:other.example', 'Another University')
    const path = keep('other.json', JSON.stringify(list))
    for (const format of ['edc', 'sd-jwt'])
      assert.equal(await check(format, '--trust', path), 2, answers.join('\n'))
    // Under its own name, and with a legal identifier that the list does not give it.
    const partly = lote(authority, did, 'University of Valdeserena')
    assert.equal(await check('edc', '--trust', keep('partly.json', JSON.stringify(partly))), 2)
  })

  it('a DCC registry makes badges valid whose key the issuer’s own document confirms', async () => {
    const registry = { registry: { [did]: { name: 'University of Valdeserena' } } }
    const path = keep('registry.json', JSON.stringify(registry))
    assert.equal(await check('ob3', '--trust', path), 0, answers.join('\n'))
    // A registry without certificates says nothing of a seal’s authority.
    assert.equal(await check('edc', '--trust', path), 2)
  })
})
