// JAdES: the electronic seal of European Digital Credentials.

export { looksLikeJades, readJades } from './read.ts'
export type { JadesFile, JadesSignature } from './read.ts'
export { sealJades } from './write.ts'
export type { JadesSettings } from './write.ts'
