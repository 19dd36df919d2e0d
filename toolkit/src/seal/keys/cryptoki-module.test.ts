import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Refused } from '../../refusal.ts'
import { functions } from './cryptoki.ts'
import { type Binding, type Host, loadCryptoki } from './cryptoki-module.ts'
import { exampleModule, type ExampleWidths } from './example-module.ts'

const listAt = 0x4000n

interface Made {
  readonly widths?: ExampleWidths
  /** Bytes between the start of the list and its first function. */
  readonly start: number
  readonly answer?: number
  /** Place of a function that is not there. */
  readonly without?: number
}

/** A module on a machine of any kind: a list of functions at an address, each at its place. */
function hostOf(platform: string, { start, answer = 0, without, widths }: Made): Host {
  const { long, pointer } = widths ?? { long: 8, pointer: 8 }
  const { calls } = exampleModule([{ label: 'Seals' }], { long, pointer })
  const places = new Map<number, string>(
    Object.entries(functions).map(([name, [place]]) => [place, name]),
  )
  const binding: Binding = {
    long,
    pointer,
    addressOf: () => 1n,
    addressAt: (at, offset) => {
      const place = (offset - start) / pointer
      if (at !== listAt || !places.has(place) || place === without) return 0n
      return BigInt(0x100 + place)
    },
    functionAt: (at) => calls[places.get(Number(at) - 0x100) as keyof typeof calls],
    load: () => ({
      func: () => (list) => {
        if (pointer === 8)
          Buffer.from((list as Buffer).buffer, (list as Buffer).byteOffset).writeBigUInt64LE(listAt)
        else (list as Buffer).writeUInt32LE(Number(listAt))
        return answer
      },
    }),
  }
  return { bring: async () => binding, platform }
}

async function codeOf(step: Promise<unknown>): Promise<string> {
  try {
    await step
  } catch (error) {
    assert.ok(error instanceof Refused, String(error))
    return error.refusals.map(({ code }) => code).join()
  }
  return 'accepted'
}

describe('the file of a PKCS#11 module', () => {
  it('is read as its system lays out the list of functions: packed on Windows, aligned elsewhere', async () => {
    const systems: readonly (readonly [string, Made])[] = [
      ['linux', { start: 8 }],
      ['linux', { start: 4, widths: { long: 4, pointer: 4 } }],
      ['win32', { start: 2, widths: { long: 4, pointer: 8 } }],
    ]
    for (const [i, [platform, made]] of systems.entries()) {
      const cryptoki = await loadCryptoki(`/example/${i}.so`, hostOf(platform, made))
      assert.deepEqual(
        cryptoki.tokens().map(({ label }) => label),
        ['Seals'],
        platform,
      )
    }
    const packedElsewhere = loadCryptoki('/example/packed.so', hostOf('linux', { start: 2 }))
    assert.equal(await codeOf(packedElsewhere), 'key.pkcs11-module')
  })

  it('is loaded once in a process', async () => {
    const host = hostOf('linux', { start: 8 })
    const first = await loadCryptoki('/example/once.so', host)
    assert.equal(await loadCryptoki('/example/once.so', host), first)
    assert.notEqual(await loadCryptoki('/example/other.so', host), first)
  })

  it('is refused when it gives no list of functions, or lacks one a seal needs', async () => {
    const lists: readonly Made[] = [
      { start: 8, answer: 5 },
      { start: 8, without: 43 },
    ]
    for (const made of lists)
      assert.equal(
        await codeOf(loadCryptoki('/example/broken.so', hostOf('linux', made))),
        'key.pkcs11-module',
      )
  })

  it('is no module at all, where it is not there or is another kind of file', async () => {
    for (const path of ['/nowhere/token.so', '/etc/passwd'])
      assert.equal(await codeOf(loadCryptoki(path)), 'key.pkcs11-module')
  })

  it('cannot be asked without the package that makes the calls, and the sentence says which', async () => {
    const host: Host = {
      bring: async () => {
        throw new Error('Cannot find package')
      },
      platform: 'linux',
    }
    await assert.rejects(loadCryptoki('/example/none.so', host), /npm install koffi/)
    assert.equal(await codeOf(loadCryptoki('/example/none.so', host)), 'key.pkcs11-binding')
  })
})
