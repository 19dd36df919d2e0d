// For the desk: what the law makes the organisation keep of learners who were erased. The owner names the law; who
// reads the records proves to be there, and the audit has a line of it.

import { inLanguage } from 'tessera/credential/text'
import { deskOf } from '../people/http-members.tsx'
import { nameOfOrganisation } from '../people/organisations.ts'
import { may } from '../people/permissions.ts'
import type { Asked, Route } from '../server/route.ts'
import { record } from '../store/audit.ts'
import { Button, ErrorSummary, Field, type Faults, Form, show, Table } from '../web/components.ts'
import { dateInWords } from '../web/in-words.ts'
import { type Keeps, keepsOf, keepsSchema, keptRecords } from './kept-record.ts'

interface Typed {
  readonly law: string
  readonly years: string
}

async function keptPage(asked: Asked, faults: Faults = {}, typed?: Typed): Promise<Response> {
  const { house, say, language, visitor } = asked
  const { organisation, by } = deskOf(asked)
  const { name, keeps, records } = await house.store.asOrganisation(organisation, async (tx) => {
    const found = await keptRecords(house, tx, organisation)
    if (found.length > 0)
      await record(house, tx, organisation, {
        actor: `person:${by}`,
        action: 'kept records read',
        subject: `organisation:${organisation}`,
        details: { records: found.length },
      })
    return {
      name: await nameOfOrganisation(tx, organisation, language),
      keeps: await keepsOf(tx, organisation),
      records: found,
    }
  })
  return show(
    asked,
    { title: say('people-kept-title'), organisation: name, width: 'desk', personal: true },
    <>
      <h1>{say('people-kept-title')}</h1>
      <p class="lead">{say('people-kept-what')}</p>
      <ErrorSummary faults={faults} say={say} />
      <section aria-labelledby="rule">
        <h2 id="rule">{say('people-kept-rule')}</h2>
        <p>{ruleInWords(asked, keeps)}</p>
        {may(visitor.roles, 'set what the law keeps') ? (
          <Form to="/kept-records" visitor={visitor}>
            <Field
              name="law"
              label={say('people-kept-law')}
              hint={say('people-kept-law-hint')}
              value={
                typed?.law ?? (keeps === undefined ? '' : inLanguage(keeps.law, language).value)
              }
              error={faults['law']}
              most={300}
              dir="auto"
              say={say}
            />
            <Field
              name="years"
              label={say('people-kept-years')}
              inputmode="numeric"
              value={typed?.years ?? (keeps === undefined ? '' : String(keeps.years))}
              error={faults['years']}
              most={3}
              say={say}
            />
            <Button>{say('common-save')}</Button>
          </Form>
        ) : null}
      </section>
      <section>
        <h2>{say('people-kept-records')}</h2>
        <Table
          caption={say('people-kept-records')}
          captionUnseen
          empty={say('people-kept-none')}
          rows={records}
          columns={[
            { head: say('people-kept-name'), cell: (row) => <bdi>{row.name}</bdi>, names: true },
            {
              head: say('people-kept-born'),
              cell: ({ dateOfBirth: born }) =>
                born === undefined ? '—' : dateInWords(language, born),
            },
            {
              head: say('people-kept-award'),
              cell: ({ title }) => <bdi>{inLanguage(title, language).value}</bdi>,
            },
            { head: say('people-kept-issued'), cell: (row) => dateInWords(language, row.issued) },
            { head: say('people-kept-grade'), cell: ({ grade }) => grade ?? '—' },
            { head: say('people-kept-until'), cell: (row) => dateInWords(language, row.until) },
          ]}
        />
      </section>
    </>,
    Object.keys(faults).length === 0 ? 200 : 422,
  )
}

const ruleInWords = ({ say, language }: Asked, keeps: Keeps | undefined): string =>
  keeps === undefined
    ? say('people-kept-no-rule')
    : say('people-kept-by', { law: inLanguage(keeps.law, language).value, count: keeps.years })

async function setRule(asked: Asked): Promise<Response> {
  const { c, house, say, language } = asked
  const { organisation, by } = deskOf(asked)
  const form = await c.req.parseBody()
  const text = (name: string) => {
    const value = form[name]
    return typeof value === 'string' ? value.normalize('NFC').trim() : ''
  }
  const typed: Typed = { law: text('law'), years: text('years') }
  const nothing = typed.law === '' && typed.years === ''
  const read = keepsSchema.safeParse({ law: { [language]: typed.law }, years: Number(typed.years) })
  if (!nothing && !read.success)
    return keptPage(
      asked,
      typed.law === ''
        ? { law: say('people-kept-law-missing') }
        : { years: say('people-kept-years-wrong') },
      typed,
    )
  const keeps = nothing || !read.success ? undefined : read.data
  await house.store.asOrganisation(organisation, async (tx) => {
    await tx
      .updateTable('organisation')
      .set({ keeps: keeps === undefined ? null : JSON.stringify(keeps) })
      .where('id', '=', organisation)
      .execute()
    await record(house, tx, organisation, {
      actor: `person:${by}`,
      action: 'rule for kept records set',
      subject: `organisation:${organisation}`,
      details: { years: keeps?.years ?? null },
    })
  })
  return c.redirect('/kept-records', 303)
}

export const keptRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/kept-records',
    needs: 'read what the law keeps',
    fresh: true,
    handle: (asked) => keptPage(asked),
  },
  {
    method: 'POST',
    path: '/kept-records',
    needs: 'set what the law keeps',
    fresh: true,
    handle: setRule,
  },
]
