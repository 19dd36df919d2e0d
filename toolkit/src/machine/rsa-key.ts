// RSA keys of the generator of 2016 whose factors can be found (ROCA, CVE-2017-15361): it was in cards and
// devices that made qualified seals.

import type { PublicJwk } from './port.ts'

// Modulo these primes all moduli of that generator are powers of 65537; of others, one in 240 million is.
const primes = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157] as const

/** For each prime, which remainders are powers of 65537. */
const powers: readonly (readonly boolean[])[] = primes.map((prime) => {
  const found: boolean[] = Array(prime).fill(false)
  for (let power = 1; found[power] !== true; power = (power * 65537) % prime) found[power] = true
  return found
})

const known = new WeakMap<PublicJwk, boolean>()

/** Whether the key of an RSA modulus in base64url can be broken. */
export function isFactorable(key: PublicJwk): boolean {
  const answer = known.get(key) ?? hasMark(key.n ?? '')
  known.set(key, answer)
  return answer
}

function hasMark(n: string): boolean {
  const modulus = atob(n.replaceAll('-', '+').replaceAll('_', '/'))
  return primes.every((prime, i) => {
    let rest = 0
    for (let at = 0; at < modulus.length; at++) rest = (rest * 256 + modulus.charCodeAt(at)) % prime
    return powers[i]?.[rest] === true
  })
}
