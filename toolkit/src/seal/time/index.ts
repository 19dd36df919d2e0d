// Time stamps: an authority's signed word that something existed at a time.

export { authorityOver, stampOf } from './authority.ts'
export type { Exchange, TimeStampAuthority } from './authority.ts'
export { proveTime, unproven } from './prove.ts'
export type { TimeAnswer, TimeSearch } from './prove.ts'
export { readTimeStampToken, requireImprint, requireIntact } from './token.ts'
export type { TimeStampToken, TokenSigner } from './token.ts'
