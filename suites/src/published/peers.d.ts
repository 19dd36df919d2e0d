// What the tests use of packages that come without types.

declare module 'rdf-canonize' {
  export interface Statement {
    readonly subject: object
    readonly predicate: object
    readonly object: object
    readonly graph: object
  }
  export const NQuads: { parse(text: string): Statement[] }
  export function canonize(
    input: string,
    options: {
      algorithm: 'RDFC-1.0'
      inputFormat: 'application/n-quads'
      format: 'application/n-quads'
    },
  ): Promise<string>
}
