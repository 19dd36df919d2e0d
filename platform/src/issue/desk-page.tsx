// What all pages of officers have in common: whose desk it is, the numbers in the address, the fields of a form.

import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { deskOf, nameOfOrganisation } from '../people/index.ts'
import { problem } from '../server/problem.tsx'
import type { Asked } from '../server/route.ts'
import type { Tx } from '../store/store.ts'
import { type PageOptions, show } from '../web/components.ts'

export { deskOf }

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A number in the address, or undefined for what could be none. */
export function idIn(c: Context, name: string): string | undefined {
  const given = c.req.param(name) ?? ''
  return uuidForm.test(given) ? given : undefined
}

/** Reads and writes rows of the desk's organisation. */
export const atDesk = <T,>(asked: Asked, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asked.house.store.asOrganisation(deskOf(asked).organisation, work)

export type FormFields = (name: string) => string

/** The fields of a form as clean text; files and repeated fields are read apart. */
export async function fieldsOf({ c }: Asked): Promise<FormFields> {
  const form = await c.req.parseBody()
  return (name) => {
    const value = Object.hasOwn(form, name) ? form[name] : undefined
    return typeof value === 'string' ? value.normalize('NFC').trim() : ''
  }
}

export interface DeskPage extends Omit<PageOptions, 'organisation' | 'width' | 'personal'> {
  readonly width?: PageOptions['width']
  readonly status?: number
}

export async function showDesk(
  asked: Asked,
  { status = 200, width = 'desk', ...options }: DeskPage,
  content: Child,
): Promise<Response> {
  const { organisation } = deskOf(asked)
  const name = await atDesk(asked, (tx) => nameOfOrganisation(tx, organisation, asked.language))
  return show(asked, { ...options, width, organisation: name, personal: true }, content, status)
}

export const notHere = (asked: Asked) => problem(asked.c, 404, asked)

/** It was in another state than the page showed. */
export const tooLate = (asked: Asked, detail: string) => problem(asked.c, 409, { ...asked, detail })

/** What a deed on a cohort answers: done, or why not. */
type CohortAnswer = { readonly done: true } | { readonly done: false; readonly because: string }

/** Does the deed on the cohort of this address and goes back to its page; or says why it was not done. */
export async function onCohort(
  asked: Asked,
  work: (cohort: string) => Promise<CohortAnswer>,
): Promise<Response> {
  const { c, say } = asked
  const id = idIn(c, 'cohort')
  if (id === undefined) return notHere(asked)
  const answer = await work(id)
  if (answer.done) return c.redirect(`/cohorts/${id}`, 303)
  if (answer.because === 'no-such-cohort') return notHere(asked)
  return tooLate(asked, say(`issue-no-${answer.because}`))
}
