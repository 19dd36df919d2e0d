// did:jwk: an identifier that is a JWK in base64url (did:jwk Method).

import type { PublicJwk } from '#machine'
import { base64urlDecode } from '../../read/base64.ts'
import { readJson } from '../../read/json.ts'
import { readPublicJwk } from '../../read/jwk.ts'
import { refuse } from '../../refusal.ts'

/** The key of a did:jwk; its verification method, if one is named, must be `#0`. */
export function didJwkOf(did: string, method?: string): PublicJwk {
  if (!did.startsWith('did:jwk:') || did.length > 4000)
    refuse('did.jwk', '', 'This is not a did:jwk identifier.')
  if (method !== undefined && method !== `${did}#0`)
    refuse('did.jwk', method, 'A did:jwk has one key, called #0.')
  return readPublicJwk(readJson(base64urlDecode(did.slice('did:jwk:'.length), did), did), did)
}
