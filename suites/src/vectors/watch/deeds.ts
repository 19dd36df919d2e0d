// Notes and forbids what a verifier has no business doing: connections, look-ups of names, files, programs.
// What is patched: net.Socket.connect (under http, https, http2, tls and undici's fetch), net.Server.listen,
// every function of dns and dns.promises, dgram sockets, fetch, WebSocket; every function of fs and fs.promises
// that names a path; child processes, workers, process.dlopen and process.binding, which go below all that.

import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { fileURLToPath } from 'node:url'
import workers from 'node:worker_threads'
import type { Deed } from '../must-not.ts'

type AnyFunction = (...args: unknown[]) => unknown
type Holder = { [name: string]: unknown }

/** Stands in for every forbidden function: what is asked for does not happen. */
export class Forbidden extends Error {
  readonly code = 'EACCES'
}

/** Begins to note; gives the list that grows. Nothing is forbidden before this. */
export function noteDeeds(): Deed[] {
  const deeds: Deed[] = []
  const forbid = (holder: object, name: string, deed: (args: unknown[]) => Deed | undefined) => {
    const before = (holder as Holder)[name]
    if (typeof before !== 'function') return
    const stand = function (this: unknown, ...args: unknown[]): unknown {
      const done = deed(args)
      if (done === undefined) return Reflect.apply(before as AnyFunction, this, args)
      deeds.push(done)
      throw new Forbidden(`${done.kind} is forbidden here: ${done.what}`)
    }
    // Functions that are classes too (Worker) are called with new.
    ;(holder as Holder)[name] = new Proxy(before, {
      apply: (_, self, args: unknown[]) => Reflect.apply(stand, self, args),
      construct: (target, args: unknown[]) => {
        stand(...args)
        return Reflect.construct(target, args)
      },
    })
  }
  forbidNetwork(forbid)
  forbidFiles(forbid)
  forbidPrograms(forbid)
  syncBuiltinESMExports()
  return deeds
}

type Forbid = (holder: object, name: string, deed: (args: unknown[]) => Deed | undefined) => void

function forbidNetwork(forbid: Forbid): void {
  const network = (args: unknown[]): Deed => ({ kind: 'network', what: addressIn(args) })
  forbid(net.Socket.prototype, 'connect', network)
  forbid(net.Server.prototype, 'listen', network)
  for (const holder of [
    dns,
    dns.promises,
    dns.Resolver.prototype,
    dns.promises.Resolver.prototype,
  ]) {
    for (const name of namesOf(holder)) {
      if (/^(?:lookup|resolve|reverse)/.test(name)) forbid(holder, name, network)
    }
  }
  for (const name of ['send', 'connect', 'bind']) forbid(dgram.Socket.prototype, name, network)
  for (const name of ['fetch', 'WebSocket', 'EventSource']) forbid(globalThis, name, network)
}

const code = /\.(?:[cm]?js|json|wasm|node)$/
const packages = /[\\/]node_modules[\\/]/
const own = fileURLToPath(new URL('../../../../', import.meta.url))
const writes =
  /^(?:write|append|mkdir|mkdtemp|rm|unlink|rename|copy|cp|symlink|link|truncate|chmod|chown|utimes|lutimes|lchown|createWriteStream)/
const needsNoPath = /^(?:f[a-z]+|read|readv|write|writev|close|_.*)(?:Sync)?$/

function forbidFiles(forbid: Forbid): void {
  for (const holder of [fs, fs.promises]) {
    for (const name of namesOf(holder)) {
      if (!/^[a-z]/.test(name) || (holder === fs && needsNoPath.test(name))) continue
      forbid(holder, name, (args) => {
        const what = shown(args[0])
        if (writes.test(name) || (name.startsWith('open') && isWriting(args[1])))
          return { kind: 'file-write', what }
        // A module that is loaded when it is first used is code, not data.
        return isCode(what) ? undefined : { kind: 'file-read', what }
      })
    }
  }
  const below = (args: unknown[]): Deed => ({
    kind: 'file-read',
    what: `binding ${shown(args[0])}`,
  })
  forbid(process, 'binding', below)
  forbid(process, 'dlopen', (args) => (isCode(shown(args[1])) ? undefined : below([args[1]])))
}

function isWriting(flags: unknown): boolean {
  return typeof flags === 'string' ? /[wa+]/.test(flags) : typeof flags === 'number' && flags !== 0
}

function isCode(path: string): boolean {
  return path.startsWith(own) && (packages.test(path) || code.test(path) || !path.includes('.'))
}

function forbidPrograms(forbid: Forbid): void {
  const program = (args: unknown[]): Deed => ({ kind: 'program', what: shown(args[0]) })
  for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
    forbid(childProcess, name, program)
  forbid(childProcess.ChildProcess.prototype, 'spawn', program)
  // What runs in a worker is not seen from here.
  forbid(workers, 'Worker', program)
}

function namesOf(holder: object): readonly string[] {
  return Object.getOwnPropertyNames(holder).filter(
    (name) => typeof (holder as Holder)[name] === 'function' && name !== 'constructor',
  )
}

/** Where a connection was to go: sockets are given options, or port and host. */
function addressIn(args: readonly unknown[]): string {
  const [first, second] = args.flat()
  if (typeof first === 'number')
    return `${typeof second === 'string' ? second : 'localhost'}:${first}`
  if (typeof first !== 'object' || first === null || first instanceof URL) return shown(first)
  const { host, port, path } = first as { host?: unknown; port?: unknown; path?: unknown }
  return host === undefined && port === undefined ? shown(path) : `${shown(host)}:${shown(port)}`
}

function shown(value: unknown): string {
  const plain =
    typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : value instanceof URL
        ? value.href
        : value instanceof Uint8Array
          ? new TextDecoder().decode(value)
          : JSON.stringify(value)
  return (plain ?? '').slice(0, 200).replace(/^file:\/\//, '')
}
