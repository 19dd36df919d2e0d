// What must not happen while an input is answered, and whether it did: the words of `mustNot`, and the budgets
// every input is under (no more than 500 ms of the event loop, 64 MiB of memory, no connection, no file).

/** What one input did, beside being answered. */
export interface Conduct {
  /** Milliseconds the event loop was kept busy at most. */
  readonly milliseconds: number
  /** MiB by which the process grew at most. */
  readonly mebibytes: number
  /** Connections, look-ups of names, files and programs that were asked of the machine. */
  readonly deeds: readonly Deed[]
  /** Addresses the verifier asked its resolver for, but for the status list of the vector. */
  readonly lookUps: readonly string[]
  /** What was changed of the objects that all code shares. */
  readonly polluted: readonly string[]
  /** How the process ended, where it did. */
  readonly ended?: { readonly how: 'loop' | 'crash' | 'memory'; readonly why: string }
}

export interface Deed {
  readonly kind: 'network' | 'file-read' | 'file-write' | 'program'
  /** What it was: an address, a path, a name. */
  readonly what: string
  /** Bytes written, where it wrote. */
  readonly bytes?: number
}

const usual = { milliseconds: 500, mebibytes: 64 }
const form = /^([a-z0-9-]+?)(?:>(\d+)(ms|MiB)?)?$/

interface Budget {
  readonly name: string
  readonly over: number | undefined
  readonly unit: string | undefined
}

const plainNames = new Set([
  'network',
  'network-private',
  'file-read',
  'write-outside',
  'crash',
  '500',
  '5xx',
  'loop',
  'prototype-pollution',
  'busy-refetch',
  // No reader here shows a drawing or runs a program of a file: a picture with a script in it is refused.
  'script',
])
const measured: { readonly [name: string]: string } = {
  memory: 'MiB',
  disk: 'MiB',
  block: 'ms',
}

function budgetOf(word: string): Budget | undefined {
  const [, name = '', number, unit] = form.exec(word) ?? []
  if (name === '') return undefined
  return { name, over: number === undefined ? undefined : Number(number), unit }
}

/** Whether the word is one whose breach is noticed here. */
export function isBudget(word: string): boolean {
  const budget = budgetOf(word)
  if (budget === undefined) return false
  const { name, over, unit } = budget
  if (over === undefined) return plainNames.has(name)
  return name === 'network'
    ? unit === undefined
    : Object.hasOwn(measured, name) && measured[name] === unit
}

/** The budgets an input is under: the usual ones, narrower where the vector says so. */
export function limitsOf(mustNot: readonly string[]): {
  readonly milliseconds: number
  readonly mebibytes: number
} {
  const budgets = mustNot.map(budgetOf)
  const least = (name: string, most: number) =>
    Math.min(most, ...budgets.flatMap((one) => (one?.name === name ? [one.over ?? most] : [])))
  return {
    milliseconds: least('block', usual.milliseconds),
    mebibytes: least('memory', usual.mebibytes),
  }
}

/** What did happen of what must not; empty when all went well. */
export function breachesOf(mustNot: readonly string[], conduct: Conduct): readonly string[] {
  const { milliseconds, mebibytes } = limitsOf(mustNot)
  return [
    ...(conduct.ended === undefined ? [] : [`${conduct.ended.how}: ${conduct.ended.why}`]),
    ...conduct.deeds.map(({ kind, what }) => `${kind}: ${what}`),
    ...conduct.polluted.map((what) => `prototype-pollution: ${what}`),
    ...(conduct.milliseconds > milliseconds
      ? [`block: ${Math.round(conduct.milliseconds)} ms, over ${milliseconds}`]
      : []),
    ...(conduct.mebibytes > mebibytes
      ? [`memory: ${Math.round(conduct.mebibytes)} MiB, over ${mebibytes}`]
      : []),
    ...mustNot.flatMap((word) => lookUpBreach(word, conduct)),
  ]
}

/** The resolver is the verifier's only way out: what it asks for is a connection in use. */
function lookUpBreach(word: string, { lookUps }: Conduct): readonly string[] {
  const budget = budgetOf(word)
  const first = lookUps[0] ?? ''
  if (budget?.name === 'network' && lookUps.length > (budget.over ?? 0))
    return [
      `${word}: asked for ${first}${lookUps.length > 1 ? ` and ${lookUps.length - 1} more` : ''}`,
    ]
  if (budget?.name === 'network-private') {
    const own = lookUps.find(isPrivate)
    return own === undefined ? [] : [`${word}: asked for ${own}`]
  }
  const twice = lookUps.find((one, i) => lookUps.indexOf(one) !== i)
  return budget?.name === 'busy-refetch' && twice !== undefined
    ? [`${word}: asked more than once for ${twice}`]
    : []
}

/** An address that is not plainly one of the open network. */
function isPrivate(address: string): boolean {
  if (!URL.canParse(address)) return true
  const { protocol, hostname, port, username } = new URL(address)
  return (
    protocol !== 'https:' ||
    port !== '' ||
    username !== '' ||
    /^[\d.]+$|^\[|(?:^|\.)(?:localhost|local|internal|home|lan)\.?$/.test(hostname) ||
    !hostname.includes('.')
  )
}
