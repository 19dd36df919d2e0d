// The PIN of a token: from the file the key's name points to, from the environment, or asked for. Never from the
// command line, where histories and lists of processes keep it.

import { refuse } from '../refusal.ts'
import type { AskPin } from '../seal/keys/pkcs11.ts'
import { Usage, type Desk } from './command.ts'
import { readBytes } from './files.ts'

const most = 256

export function askPinAt(desk: Pick<Desk, 'environment' | 'secret'>): AskPin {
  return async ({ label, pinFile }) => {
    const pin = (
      pinFile === undefined
        ? (desk.environment['TESSERA_PKCS11_PIN'] ??
          (await desk.secret?.(`PIN of the token “${label.replaceAll(/\p{Cc}/gu, '')}”: `)))
        : new TextDecoder().decode(readBytes(pinFile, most))
    )?.replace(/\r?\n$/, '')
    if (pin === undefined || pin === '')
      throw new Usage(
        'Give the PIN of the token in the environment variable TESSERA_PKCS11_PIN, or in a file that pin-source names.',
      )
    if (pin.length > most) refuse('key.pkcs11-pin', label, 'The PIN is too long.')
    return pin
  }
}
