import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { base64, base64url } from '../../read/base64.ts'
import { utf8 } from '../../read/utf8.ts'
import { Refused } from '../../refusal.ts'
import { signCompact } from '../../seal/jose/compact.ts'
import { memorySigner } from '../../seal/keys/memory.ts'
import { sha256 } from '#machine'
import { anchorsOf, knownIssuer } from '../known.ts'
import type { TrustList } from '../trust.ts'
import {
  authority,
  codeOf as pathOf,
  ecKey,
  later,
  make,
  now,
  order,
  seal,
  sealKey,
} from '../x509/example-authority.ts'
import { did, en, listOf, notified, service, withdrawn } from './example-lote.ts'
import { readTrustList } from './index.ts'

const read = (value: object): Promise<TrustList> =>
  readTrustList(utf8(JSON.stringify(value)), 'lote.json')

async function codeOf(step: Promise<unknown>): Promise<string> {
  try {
    await step
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]?.code ?? ''
    throw error
  }
  return 'accepted'
}

const when = (list: TrustList, at: string): string | undefined =>
  knownIssuer([list], { ids: [did], identifiers: [] }, new Date(at))?.when

describe('a list of trusted entities (ETSI TS 119 602)', () => {
  it('names issuers, the identifiers they go by, their authorities and since when', async () => {
    const list = await read(listOf([service()]))
    assert.equal(list.name, 'Universities of the Example Alliance (2026-03-02)')
    assert.deepEqual(list.nextUpdate, new Date('2026-09-02T00:00:00Z'))
    assert.deepEqual(list.issuers, [
      {
        id: did,
        name: 'University of Nowhere',
        alsoKnownAs: ['https://uni.example', 'VATES-A00000000'],
        keys: [],
        country: 'ES',
        from: new Date('2026-01-01T00:00:00Z'),
      },
    ])
    assert.equal(await pathOf([seal], { anchors: anchorsOf([list]) }), 'holds')
  })

  it('lets an organisation’s own authority speak of that organisation only', async () => {
    const other = await read(
      listOf(
        [
          service({
            ServiceDigitalIdentity: {
              X509Certificates: [{ val: base64(authority.certificate) }],
              OtherIds: ['did:web:other.example'],
            },
          }),
        ],
        {
          TEName: en('Another University'),
          TETradeName: en('VATES-B00000000'),
        },
      ),
    )
    const [anchor] = anchorsOf([other])
    assert.deepEqual(anchor?.vouchesFor, [
      'did:web:other.example',
      'VATES-B00000000',
      'https://other.example',
      'Another University',
    ])
    assert.equal(await pathOf([seal], { anchors: anchorsOf([other]) }), 'undecided x509.no-anchor')
  })

  it('may list the very certificate of an issuer: then that one holds, and no other of its authority', async () => {
    const identity = { X509Certificates: [{ val: base64(seal) }] }
    const list = await read(
      listOf([service({ ServiceDigitalIdentity: identity })], { TETradeName: undefined }),
    )
    assert.equal(list.issuers[0]?.id, 'VATES-A00000000')
    const anchors = anchorsOf([list])
    assert.equal(await pathOf([seal], { anchors }), 'holds')
    assert.equal(await pathOf([seal], { anchors, at: new Date('2040-01-01') }), 'x509.expired')
    const twin = await authority.issueSealCertificate({ ...order, publicKey: sealKey })
    assert.notEqual(await pathOf([twin], { anchors }), 'holds')
  })

  it('vouches for keys by themselves', async () => {
    const { d: _, ...publicKey } = ecKey()
    const list = await read(
      listOf([
        service({ ServiceDigitalIdentity: { PublicKeyValues: [publicKey], OtherIds: [did] } }),
      ]),
    )
    assert.deepEqual(list.issuers[0]?.keys, [publicKey])
    const secret = { ServiceDigitalIdentity: { PublicKeyValues: [ecKey()], OtherIds: [did] } }
    assert.equal(await codeOf(read(listOf([service(secret)]))), 'jwk.private')
  })

  it('calls entities in English where it can, and names nobody an issuer who has no identifier', async () => {
    const german = { lang: 'de', value: 'Universität Nirgendwo' }
    const names = async (TEName: readonly object[]) =>
      (await read(listOf([service()], { TEName }))).issuers.map(({ name }) => name)
    assert.deepEqual(await names([german, ...en('University of Nowhere')]), [
      'University of Nowhere',
    ])
    assert.deepEqual(await names([german]), ['Universität Nirgendwo'])
    assert.equal(await codeOf(names([])), 'trust-list.shape')
    const X509Certificates = [{ val: base64(authority.certificate) }]
    const nameless = await read(
      listOf([service({ ServiceDigitalIdentity: { X509Certificates } })], {
        TETradeName: undefined,
      }),
    )
    assert.deepEqual([nameless.issuers.length, nameless.anchors.length], [0, 1])
  })

  it('is called by its operator where it has no name, and holds from the first day where none is said', async () => {
    const list = await read(
      listOf([service({ StatusStartingTime: undefined })], {}, { SchemeName: undefined }),
    )
    assert.equal(list.name, 'Example Alliance (2026-03-02)')
    assert.equal(when(list, '1990-01-01T00:00:00Z'), 'known')
  })

  it('may list a certificate that does not say which organisation it is', async () => {
    const { certificate } = await make('Seal', undefined, [])
    const identity = { X509Certificates: [{ val: base64(certificate) }], OtherIds: [did] }
    const list = await read(
      listOf([service({ ServiceDigitalIdentity: identity })], { TETradeName: undefined }),
    )
    assert.deepEqual(list.issuers[0]?.alsoKnownAs, ['https://uni.example'])
  })

  it('takes the country of an entity where it is written as a code', async () => {
    const of = async (Country: string) => {
      const address = [{ lang: 'en', StreetAddress: 'Calle Mayor 1', Country }]
      const page = [{ lang: 'en', uriValue: 'https://alliance.example/trust' }]
      const TEAddress = { TEPostalAddress: address, TEElectronicAddress: page }
      return (await read(listOf([service()], { TEAddress }))).issuers[0]?.country
    }
    assert.equal(await of('ES'), 'ES')
    assert.equal(await of('Spain'), undefined)
  })

  it('keeps what was approved before, and trusts none that was withdrawn', async () => {
    const past = {
      ServiceName: en('Issuing'),
      ServiceDigitalIdentity: {
        X509Certificates: [{ val: base64(authority.certificate) }],
        OtherIds: [did],
      },
      ServiceStatus: notified,
      StatusStartingTime: '2025-01-01T00:00:00Z',
    }
    const gone = service(
      { ServiceStatus: withdrawn, StatusStartingTime: '2026-05-01T00:00:00Z' },
      { ServiceHistory: [past] },
    )
    const list = await read(listOf([gone]))
    assert.equal(when(list, '2024-12-31T23:59:59Z'), 'not-yet')
    assert.equal(when(list, '2026-04-30T23:59:59Z'), 'known')
    assert.equal(when(list, '2026-05-01T00:00:00Z'), 'no-longer')
    assert.equal(
      await pathOf([seal], { anchors: anchorsOf([list]), at: later }),
      'x509.anchor-no-longer',
    )
    // Approved again: the entry that covers the time counts.
    const back = service(
      { StatusStartingTime: '2026-05-20T00:00:00Z' },
      {
        ServiceHistory: [
          { ...past, ServiceStatus: withdrawn, StatusStartingTime: '2026-05-01T00:00:00Z' },
          past,
        ],
      },
    )
    const again = await read(listOf([back]))
    assert.notEqual(when(again, '2026-05-10T00:00:00Z'), 'known')
    assert.equal(when(again, '2026-06-01T00:00:00Z'), 'known')
    assert.equal(await pathOf([seal], { anchors: anchorsOf([again]), at: later }), 'holds')
    const unknown = service({ ServiceStatus: 'https://alliance.example/SvcStatus/suspended' })
    assert.equal(await codeOf(read(listOf([unknown]))), 'trust-list.nobody')
  })

  it('of wallets, identity data or access certificates makes nobody an issuer', async () => {
    for (const type of [
      'WalletSolution/Issuance',
      'PID/Issuance',
      'WRPAC/Issuance',
      'PubEAA/Revocation',
    ])
      assert.equal(
        await codeOf(
          read(
            listOf([
              service({ ServiceTypeIdentifier: `http://uri.etsi.org/19602/SvcType/${type}` }),
            ]),
          ),
        ),
        'trust-list.nobody',
        type,
      )
    const typeless = [service({ ServiceTypeIdentifier: undefined })]
    for (const [type, code] of [
      ['EUPIDProvidersList', 'trust-list.nobody'],
      ['EUPubEAAProvidersList', 'accepted'],
    ] as const) {
      const scheme = { LoTEType: `http://uri.etsi.org/19602/LoTEType/${type}` }
      assert.equal(await codeOf(read(listOf(typeless, {}, scheme))), code)
    }
    assert.equal(await codeOf(read(listOf(typeless))), 'accepted')
  })

  it('of certifying and time-stamping services gives authorities for that alone', async () => {
    const svc = 'http://uri.etsi.org/TrstSvc/Svctype'
    const granted = 'http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted'
    const of = async (type: string): Promise<TrustList> =>
      read(listOf([service({ ServiceTypeIdentifier: `${svc}/${type}`, ServiceStatus: granted })]))
    const certifying = await of('CA/QC')
    assert.equal(certifying.issuers.length, 0)
    assert.equal(anchorsOf([certifying]).length, 1)
    assert.equal(anchorsOf([certifying], 'time-stamps').length, 0)
    const stamping = await of('TSA/QTST')
    assert.equal(anchorsOf([stamping]).length, 0)
    assert.equal(anchorsOf([stamping], 'time-stamps').length, 1)
  })

  it('is refused where it is not what the standard’s schema says, and where it says something critical', async () => {
    const bad: readonly object[] = [
      { LoTE: {} },
      listOf([]),
      listOf([service()], { Colour: 'red' }),
      listOf([service()], {}, { NextUpdate: undefined }),
      listOf([service()], {}, { LoTEVersionIdentifier: 2 }),
      listOf([service({ StatusStartingTime: 'yesterday' })]),
      listOf([
        service(
          { StatusStartingTime: undefined },
          {
            ServiceHistory: [
              {
                ServiceName: en('x'),
                ServiceDigitalIdentity: {},
                ServiceStatus: notified,
                StatusStartingTime: '2025-01-01T00:00:00Z',
              },
            ],
          },
        ),
      ]),
      listOf([
        service(
          {},
          {
            ServiceHistory: [
              {
                ServiceName: en('x'),
                ServiceDigitalIdentity: {},
                ServiceStatus: notified,
                StatusStartingTime: '2027-01-01T00:00:00Z',
              },
            ],
          },
        ),
      ]),
    ]
    for (const value of bad)
      assert.equal(
        await codeOf(read(value)),
        'trust-list.shape',
        JSON.stringify(value).slice(0, 200),
      )
    const critical = [{ Critical: true, limit: 'EQF 5' }]
    assert.equal(
      await codeOf(read(listOf([service()], {}, { SchemeExtensions: critical }))),
      'trust-list.extension',
    )
    for (const entry of [
      listOf([service()], { TEInformationExtensions: critical }),
      listOf([service({ ServiceInformationExtensions: critical })]),
    ])
      assert.equal(await codeOf(read(entry)), 'trust-list.nobody')
    const broken = { X509Certificates: [{ val: 'AAAA' }], OtherIds: [did] }
    assert.notEqual(
      await codeOf(read(listOf([service({ ServiceDigitalIdentity: broken })]))),
      'accepted',
    )
  })
})

describe('a sealed list of trusted entities', async () => {
  const signer = memorySigner(sealKey, { certificates: [seal] })
  const header = {
    typ: 'JOSE',
    iat: Math.floor(now.getTime() / 1000) + 86_400,
    x5c: [base64(seal)],
    'x5t#S256': base64url(sha256(seal)),
  }
  const token = await signCompact(header, utf8(JSON.stringify(listOf([service()]))), signer)
  const open = (text: string, keys = [signer.publicKey]): Promise<TrustList> =>
    readTrustList(utf8(text), 'lote.jws', keys)

  it('is read, says whose key sealed it, and is taken only from whom the caller names', async () => {
    assert.match((await open(`${token}\n`)).signedBy ?? '', /^[A-Za-z0-9_-]{43}$/)
    const { d: _, ...stranger } = ecKey()
    assert.equal(await codeOf(open(token, [stranger])), 'trust-list.signer')
    const plain = JSON.stringify(listOf([service()]))
    assert.equal(await codeOf(open(plain)), 'trust-list.signer')
  })

  it('is refused when its certificate did not hold on the day of the list, or is missing', async () => {
    const early = listOf([service()], {}, { ListIssueDateTime: '2020-01-01T00:00:00Z' })
    const text = await signCompact(header, utf8(JSON.stringify(early)), signer)
    assert.equal(await codeOf(open(text)), 'trust-list.signer')
    const bare = await signCompact({ typ: 'JOSE' }, utf8(JSON.stringify(early)), signer)
    assert.equal(await codeOf(open(bare)), 'jades.no-certificate')
  })

  it('is refused when what is sealed is no list of trusted entities', async () => {
    const text = await signCompact(header, utf8('{"lists":[]}'), signer)
    assert.equal(await codeOf(open(text)), 'trust-list.not-known')
    assert.notEqual(await codeOf(readTrustList(new Uint8Array(), 'empty')), 'accepted')
  })

  it('is refused after any change of a letter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 1),
        fc.constantFrom('A', 'b', '-', '.'),
        async (at, letter) => {
          const changed = token.slice(0, at) + letter + token.slice(at + 1)
          if (changed !== token) assert.notEqual(await codeOf(open(changed)), 'accepted')
        },
      ),
      { numRuns: 200 },
    )
  })
})
