// One thread's share of the mutants: the files whose number leaves its remainder.

import { parentPort, workerData } from 'node:worker_threads'
import { mutate } from './mutate.ts'
import { sealedFiles } from './sealed-files.ts'

/** Sent when a thread begins a file, and, with the tally, when it has tried all of it. */
export type Message = { readonly begun: string } | Awaited<ReturnType<typeof mutate>>

/** The rule for windows asks for an origin; threads have none. */
const tell = (message: Message) => parentPort?.postMessage(message, [])

const { names } = workerData as { readonly names: readonly string[] }
for (const file of (await sealedFiles()).filter(({ name }) => names.includes(name))) {
  tell({ begun: file.name })
  tell(await mutate(file))
}
