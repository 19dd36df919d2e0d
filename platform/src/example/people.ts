// Who works at the invented universities. All names are invented; nobody has an address, so nobody gets mail.

import type { StaffRole } from '../people/members.ts'

export interface ExamplePerson {
  readonly name: string
  readonly roles: readonly [StaffRole, ...StaffRole[]]
}

/** Where the example is tried out: one person for every role. */
export const busyDesk = 'valdeserena'

const busy: readonly ExamplePerson[] = [
  { name: 'Diego Diseña Robles', roles: ['designer'] },
  { name: 'Irene Emisora Campos', roles: ['issuer'] },
  { name: 'Aurora Aprueba Ferrer', roles: ['approver'] },
  { name: 'Rosa Registra Molina', roles: ['registrar'] },
  { name: 'Álvaro Audita Prieto', roles: ['auditor'] },
]

const elsewhere: readonly ExamplePerson[] = [
  { name: 'Noor Issuer', roles: ['issuer', 'designer'] },
  { name: 'Robin Approver', roles: ['approver', 'registrar'] },
]

export const staffOf = (organisation: string): readonly ExamplePerson[] =>
  organisation === busyDesk ? busy : elsewhere

export const ownerOf = (organisation: string): string =>
  organisation === busyDesk ? 'Olalla Dueña Vidal' : `Owner of ${organisation}`
