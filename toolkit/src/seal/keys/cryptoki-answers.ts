// What a PKCS#11 module answers (CK_RV), in plain words.

interface Words {
  readonly code: string
  readonly sentence: string
}

/** Answers that are no refusal: done; the module, or the user, is there already. */
const fine: ReadonlySet<number> = new Set([0x0, 0x191, 0x100])

const gone = 'The token is not there any more.'
const words: { readonly [answer: number]: Words } = {
  0x20: { code: 'key.pkcs11', sentence: 'The token does not take data of this length.' },
  0x30: { code: 'key.pkcs11-token', sentence: 'The token reports a fault.' },
  0x32: { code: 'key.pkcs11-token', sentence: gone },
  0x68: { code: 'key.pkcs11-key', sentence: 'The key in the token may not sign.' },
  0x63: { code: 'key.pkcs11-key', sentence: 'The key in the token cannot sign in this way.' },
  0x70: { code: 'key.pkcs11-key', sentence: 'The token cannot sign in this way.' },
  0xa0: { code: 'key.pkcs11-pin', sentence: 'The PIN is wrong.' },
  0xa1: { code: 'key.pkcs11-pin', sentence: 'The PIN is wrong.' },
  0xa2: { code: 'key.pkcs11-pin', sentence: 'The PIN is too short or too long.' },
  0xa3: { code: 'key.pkcs11-pin', sentence: 'The PIN has run out and must be changed.' },
  0xa4: { code: 'key.pkcs11-pin', sentence: 'The PIN is locked.' },
  0xb3: { code: 'key.pkcs11-token', sentence: gone },
  0xe0: { code: 'key.pkcs11-token', sentence: gone },
  0xe1: { code: 'key.pkcs11-token', sentence: 'The token is not one the module knows.' },
  0x101: { code: 'key.pkcs11-pin', sentence: 'Nobody is logged in to the token.' },
  0x102: { code: 'key.pkcs11-pin', sentence: 'The token has no PIN yet.' },
}

/** What an answer refuses, in words; undefined where it refuses nothing. */
export function refusalOf(answer: number): Words | undefined {
  if (fine.has(answer)) return undefined
  return (
    words[answer] ?? {
      code: 'key.pkcs11',
      sentence: `The token says no (PKCS#11 answer 0x${answer.toString(16)}).`,
    }
  )
}
