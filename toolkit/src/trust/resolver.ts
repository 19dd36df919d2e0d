// The only way the toolkit learns of anything outside the file: an object the caller passes in.
// It has no network of its own.

export interface Resource {
  readonly bytes: Uint8Array
  /** When these bytes were had; an old answer says so in the check's sentence. */
  readonly at?: Date
  /** Where it came from, for the check's source: a folder, a cache, the address. */
  readonly from?: string
}

export type ResourceKind =
  | 'did-document'
  | 'status-list'
  | 'type-metadata'
  | 'revocation-list'
  | 'issuer-metadata'

export interface Resolver {
  /** The bytes at an https address, or undefined when they are not to be had. Never throws. */
  get(url: string, kind: ResourceKind): Promise<Resource | undefined>
}

/** Knows nothing: for checking offline. */
export const noResolver: Resolver = { get: async () => undefined }
