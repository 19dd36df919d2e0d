// Data Integrity proofs: read and made.

export { writeDateTime } from './date-time.ts'
export { proofsOf, withoutProof } from './read.ts'
export { sealDocument, type SealSettings } from './sign.ts'
