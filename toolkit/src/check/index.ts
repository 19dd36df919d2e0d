// The door of the check.

export * from './check.ts'
export * from './completeness.ts'
export * from './elements.ts'
export * from './rule.ts'
export { rules } from './rules/index.ts'
