// did:key: an identifier that is a key (did:key Method, Multikey of Controlled Identifiers 1.0).

import type { PublicJwk } from '#machine'
import { jwkToMultikey, multikeyToJwk } from '../../read/multibase.ts'
import { refuse } from '../../refusal.ts'

/** The key of a did:key; its verification method, if one is named, must be the one it has, or the did:key itself. */
export function didKeyOf(did: string, method?: string): PublicJwk {
  const multikey = did.startsWith('did:key:')
    ? did.slice('did:key:'.length)
    : refuse('did.key', did, 'This is not a did:key identifier.')
  if (method !== undefined && method !== did && method !== `${did}#${multikey}`) {
    refuse('did.key', method, 'A did:key has one key, named after itself.')
  }
  return multikeyToJwk(multikey, did)
}

export function didKeyFrom(key: PublicJwk): { readonly did: string; readonly method: string } {
  const multikey = jwkToMultikey(key)
  return { did: `did:key:${multikey}`, method: `did:key:${multikey}#${multikey}` }
}
