// Sealing as work of the queue.

import type { Trade } from '../jobs/worker.ts'
import { sealResults } from './seal-results.ts'

/** Two hands: while one waits for its commit, the other seals. */
export const sealingTrade: Trade = { kinds: ['seal'], batch: 12, hands: 2, work: sealResults }
