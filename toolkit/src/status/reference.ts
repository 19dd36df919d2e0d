// How a credential points at its status: one shape for the W3C and the IETF way.

export type StatusReference =
  /** W3C Bitstring Status List 1.0, section 2.1. */
  | {
      readonly kind: 'bitstring'
      readonly list: string
      readonly index: number
      readonly purpose: string
      readonly size: number
    }
  /** IETF Token Status List, section 6.1. */
  | { readonly kind: 'token'; readonly list: string; readonly index: number }
  /** A status mechanism Tessera does not know: the status check stays undecided. */
  | { readonly kind: 'other'; readonly type: string }
