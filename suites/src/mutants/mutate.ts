// Changes one byte of a sealed file and asks the verifier; a file that is still valid must still say the same.

import type { Opened } from 'tessera/formats/opened'
import { formats } from 'tessera/formats/index'
import { verify } from 'tessera/verify/verify'
import type { SealedFile } from './sealed-files.ts'

export interface Tally {
  readonly name: string
  readonly bytes: number
  readonly mutants: number
  /** Valid with the same content: bytes that carry none, such as the unsigned part of a container. */
  readonly same: number
  /** Valid with other content: there may be none. */
  readonly wrong: readonly { readonly at: number; readonly to: number }[]
}

/** Enough for at least 30,000 mutants of a file: how many changed bytes are tried at each place. */
const roundsFor = (bytes: number) => (bytes > 40_000 ? 1 : 2)

/** Everything a reader is told, without what is beside the verdict. */
async function said(bytes: Uint8Array): Promise<string> {
  const format = formats.find((one) => one.recognise(bytes))
  if (format === undefined) return ''
  const opened: Opened = await format.open(bytes)
  const { conformance: _, proofs, ...rest } = opened
  const times = proofs.map(({ suite, key, signedAt, expiresAt }) => ({
    suite,
    key: key.kind === 'certificates' ? key.chain.map(String) : key,
    signedAt,
    expiresAt,
  }))
  const { presentation, ...holding } = rest.holding
  const { proofs: __, ...shown } = presentation ?? { proofs: [] }
  return JSON.stringify({ ...rest, holding, shown, times })
}

/** The byte put in that place: one far off, then a neighbour of the letter there; never the same. */
export function changed(byte: number, at: number, round: number): number {
  return round === 0 ? byte ^ (2 + (((at * 2_654_435_761) >>> 5) % 254)) : byte ^ 1
}

export async function mutate(
  file: SealedFile,
  progress: (done: number) => void = () => undefined,
): Promise<Tally> {
  const meant = await said(file.bytes)
  const answer = await verify(file.bytes, file.check)
  if (answer.verdict !== 'valid')
    throw new Error(`${file.name} is not valid as issued: ${JSON.stringify(answer.checks)}`)
  const wrong: { at: number; to: number }[] = []
  let [mutants, same] = [0, 0]
  const rounds = roundsFor(file.bytes.length)
  const bytes = Uint8Array.from(file.bytes)
  for (const [at, byte] of file.bytes.entries()) {
    for (let round = 0; round < rounds; round++) {
      bytes[at] = changed(byte, at, round)
      mutants++
      file.mend?.(bytes)
      if ((await verify(bytes, file.check)).verdict !== 'valid') continue
      if ((await said(bytes)) === meant) same++
      else wrong.push({ at, to: bytes[at] })
    }
    if (file.mend === undefined) bytes[at] = byte
    else bytes.set(file.bytes)
    if (at % 1000 === 0) progress(at)
  }
  return { name: file.name, bytes: bytes.length, mutants, same, wrong }
}
