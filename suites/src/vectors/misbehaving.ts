// A verifier that misbehaves as its input says: for the tests of the runner, which has to notice all of it.

import { exec } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns'
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { get } from 'node:http'
import { connect } from 'node:net'
import { Worker } from 'node:worker_threads'
import { readJsonObject } from 'tessera/read/json'
import type { Areas, Ask, World } from './answer.ts'

const none = new URL('data:text/javascript,')

/** What it does before it answers, by the `do` of the input. */
const deeds: { readonly [deed: string]: (world: World) => unknown } = {
  nothing: () => undefined,
  connect: () => connect(9, '127.0.0.1').on('error', () => undefined),
  fetch: () => fetch('https://attacker.example/'),
  http: () => get('http://127.0.0.1:9/').on('error', () => undefined),
  lookup: () => lookup('attacker.example', () => undefined),
  datagram: () => createSocket('udp4').send('x', 9, '127.0.0.1'),
  'fetch later': () =>
    void setImmediate(() => fetch('https://later.example/').catch(() => undefined)),
  ask: ({ resolver }) => resolver.get('https://attacker.example/context', 'did-document'),
  'ask at home': ({ resolver }) => resolver.get('https://192.168.0.1/', 'did-document'),
  'ask twice': async ({ resolver }) => {
    await resolver.get('https://uni.example/status', 'status-list')
    await resolver.get('https://uni.example/status', 'status-list')
  },
  read: () => readFileSync('/etc/hostname'),
  'read quietly': () => {
    try {
      readFileSync('/etc/hostname')
    } catch {
      // As if nothing had been.
    }
  },
  'read by promise': () => readFile('/etc/hostname'),
  'read a stream': () => createReadStream('/etc/hostname').on('error', () => undefined),
  look: () => existsSync('/etc/hostname'),
  write: () => writeFileSync('/tmp/tessera-vectors-must-not-exist', 'x'),
  program: () => exec('true'),
  worker: () => new Worker(none),
  pollute: () => {
    ;(Object.prototype as { polluted?: unknown }).polluted = 'yes'
  },
  replace: () => {
    Object.assign(Array.prototype, { includes: () => true })
  },
  remember: () => {
    ;(globalThis as { remembered?: unknown }).remembered = true
  },
  throw: () => {
    throw new TypeError('an error nobody refused')
  },
  'throw later': () =>
    void setImmediate(() => {
      throw new TypeError('later')
    }),
  'reject later': () => void Promise.reject(new TypeError('unhandled')),
  exit: () => process.exit(3),
  'end itself': () => process.kill(process.pid, 'SIGSEGV'),
  loop: () => {
    for (;;);
  },
  'never answer': () => new Promise(() => undefined),
  eat: () => new Uint8Array(80 * 1024 * 1024).fill(1).length,
  'eat without end': async () => {
    const eaten: Uint8Array[] = []
    for (;;) {
      eaten.push(new Uint8Array(16 * 1024 * 1024).fill(1))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  },
  work: () => {
    const before = process.cpuUsage()
    let sum = 0
    for (let spent = 0; spent < 700_000;) {
      for (let i = 0; i < 1e6; i++) sum += Math.sqrt(i)
      const { user, system } = process.cpuUsage(before)
      spent = user + system
    }
    return sum
  },
  wait: () => new Promise((resolve) => setTimeout(resolve, 700)),
}

const ask: Ask = async ({ bytes }, world) => {
  const { do: deed, say } = readJsonObject(bytes)
  await deeds[String(deed)]?.(world)
  return { word: String(say ?? 'invalid'), why: '' }
}

export const areas: Areas = {
  jws: ask,
  sdjwt: ask,
  'data-integrity': ask,
  status: ask,
  images: ask,
  'poison-graphs': ask,
}

export async function warmUp(): Promise<void> {
  // It is what it is from the start.
}
