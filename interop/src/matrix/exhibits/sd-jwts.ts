// Credentials for wallets, as they are issued, as they are shown, and as somebody may have changed them.

import { present, profiles } from 'tessera/formats/sd-jwt-vc/index'
import { memorySigner } from 'tessera/seal/keys/memory'
import type { Exhibit, Fault, World } from '../judge.ts'
import { ecKey, later } from './edc-world.ts'
import { authorityFrom, base, listAddress, sdJwtWorld, sealBy } from './sd-jwt-world.ts'

const audience = 'https://reader.example'
const nonce = 'n-123456'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Some judges go by the clock of the machine alone: all this happens now. */
export async function sdJwts(): Promise<readonly Exhibit[]> {
  const now = new Date(Math.floor(Date.now() / 1000) * 1000)
  const university = await sdJwtWorld(now)
  const { authority, issue, list, holder } = university
  const revocations = await authority.revocationList({ revoked: [], number: 1, now, days: 7 })
  const world: World = {
    now: later(now, 0.001),
    anchors: [authority.certificate],
    revocationLists: [revocations],
    trust: [
      {
        name: 'Interop',
        anchors: [authority.anchor],
        issuers: [],
        revocationLists: [revocations],
      },
    ],
    resolver: {
      get: async (url) => (url === listAddress ? { bytes: Buffer.from(list) } : undefined),
    },
  }
  const exhibits: Exhibit[] = []
  const asked = { issuer: base, list: listAddress }
  const show = (name: string, text: string, fault?: Fault, more: Partial<Exhibit> = {}) =>
    exhibits.push({
      name,
      kind: 'sd-jwt',
      bytes: Buffer.from(text),
      world,
      asked,
      ...(fault === undefined ? {} : { fault }),
      ...more,
    })

  for (const profile of profiles) show(`whole, ${profile.name}`, await issue({ profile }))
  const good = await issue()
  const shownTo = async (what: Parameters<typeof present>[1], by = holder) => {
    const shown = await present(Buffer.from(good), what, {
      holder: by,
      audience,
      nonce,
      now: world.now,
    })
    return new TextDecoder().decode(shown)
  }
  const reader = { asked: { ...asked, audience, nonce } }
  const employer = await shownTo('employer')
  show('shown to an employer', employer, undefined, reader)
  show('shown for admission', await shownTo('admission'), undefined, reader)
  show('shown with nothing disclosed', await shownTo([]), undefined, reader)
  show('shown for another question', employer, 'holder', {
    asked: { ...reader.asked, nonce: 'n-654321' },
  })
  show('shown to another reader', employer, 'holder', {
    asked: { ...reader.asked, audience: 'https://other.example' },
  })
  const thief = memorySigner(ecKey())
  show('shown by somebody else', await shownTo('employer', thief), 'holder', reader)
  show('shown without proof of the holder', good, 'holder', reader)
  const parts = employer.split('~')
  const fewer = [parts[0], ...parts.slice(2)].join('~')
  show('a disclosed fact taken away on the way', fewer, 'holder', reader)

  const [token = '', ...disclosures] = good.split('~')
  const [head = '', body = '', signature = ''] = token.split('.')
  const payload = Buffer.from(body, 'base64url').toString()
  const content = Buffer.from(payload.replace('Data ethics', 'Data theft!')).toString('base64url')
  show('a fact changed', [`${head}.${content}.${signature}`, ...disclosures].join('~'), 'content')
  const octets = Buffer.from(signature, 'base64url')
  octets[0] = (octets[0] ?? 0) ^ 1
  const other = octets.toString('base64url')
  show(
    'a bit of the signature changed',
    [`${head}.${body}.${other}`, ...disclosures].join('~'),
    'signature',
  )
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as object
  const another = encode({ ...header, typ: 'vc+sd-jwt' })
  show('another header', [`${another}.${body}.${signature}`, ...disclosures].join('~'), 'header')
  const raised = disclosures.map((text) => {
    if (text === '') return text
    const [salt, name, value] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    return name === 'assessment_grade' ? encode([salt, name, '10']) : encode([salt, name, value])
  })
  show('a grade changed', [token, ...raised].join('~'), 'disclosure')
  const added = encode(['c2FsdA', 'assessment_grade', '10'])
  show('a grade added', [token, ...disclosures.slice(0, -1), added, ''].join('~'), 'disclosure')
  const impostor = await sealBy(await authorityFrom(later(now, -1)), later(now, -1))
  show('authority of the same name', await issue({ seal: impostor }), 'authority')
  show('withdrawn by its issuer', await issue({ index: university.withdrawn }), 'revoked')
  const ended = later(now, -1 / 24)
  const text = (date: Date) => date.toISOString().replace('.000Z', 'Z')
  show(
    'past its end',
    await issue({ award: { issuedAt: text(later(now, -2)), expiresAt: text(ended) } }),
    'expired',
  )
  return exhibits
}
