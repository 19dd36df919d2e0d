// The public face of the toolkit. Named exports only.

export * from './credential/award.ts'
export * from './credential/design.ts'
