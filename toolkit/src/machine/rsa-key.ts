// Which RSA public keys are keys at all: long enough and not longer than is bearable, with an exponent that
// does something, and not of the generator of 2016 whose keys can be factored (ROCA, CVE-2017-15361): it was in
// cards and devices that made qualified seals.

import type { PublicJwk } from './port.ts'

// Modulo these primes all moduli of that generator are powers of 65537; of others, one in 240 million is.
const primes = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157] as const

/** For each prime, which remainders are powers of 65537. */
const powers: readonly (readonly boolean[])[] = primes.map((prime) => {
  const found: boolean[] = Array(prime).fill(false)
  for (let power = 1; found[power] !== true; power = (power * 65537) % prime) found[power] = true
  return found
})

const sound = new WeakMap<PublicJwk, boolean>()

/** Whether a key is one to rely on; a number too long or not in base64url is none. */
export function isRsaKey(key: PublicJwk): boolean {
  const known = sound.get(key)
  if (known !== undefined) return known
  const modulus = bytesOf(key.n)
  const answer = isLongEnough(modulus) && hasExponent(bytesOf(key.e)) && !isFactorable(modulus)
  sound.set(key, answer)
  return answer
}

function isLongEnough({ length }: Uint8Array): boolean {
  return length >= 256 && length <= 1024
}

/** Odd and at least 3, and short enough to be raised to (FIPS 186-5, 5.4). */
function hasExponent(bytes: Uint8Array): boolean {
  const last = bytes.at(-1) ?? 0
  return bytes.length <= 8 && last % 2 === 1 && (bytes.length > 1 || last > 1)
}

function isFactorable(modulus: Uint8Array): boolean {
  return primes.every((prime, i) => {
    let rest = 0
    for (const byte of modulus) rest = (rest * 256 + byte) % prime
    return powers[i]?.[rest] === true
  })
}

/** Empty where there is no number. */
function bytesOf(text = ''): Uint8Array {
  if (text.length > 1400 || !/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1)
    return new Uint8Array()
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}
