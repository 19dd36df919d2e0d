// The first look at a cohort tells the next step: one button, and what waits beside it.

import { may } from '../people/permissions.ts'
import type { Asked } from '../server/route.ts'
import { Button, Form, Link } from '../web/components.ts'
import type { Cohort } from './cohorts.ts'
import type { Counts } from './look-at-results.ts'

interface NextStepProps {
  readonly asked: Asked
  readonly cohort: Cohort
  readonly counts: Counts
}

export function NextStep({ asked, cohort, counts }: NextStepProps) {
  const { say, visitor } = asked
  const { row, ratifies } = cohort
  const at = `/cohorts/${row.id}`
  const enters = may(visitor.roles, 'enter results') && row.state === 'collecting'
  const prepares = may(visitor.roles, 'prepare a cohort')
  const ratify = ratifies && counts.unratified > 0 && may(visitor.roles, 'ratify results')
  const goOn = ratifies ? counts.ready - counts.unratified : counts.ready
  const takes = enters && counts.new > 0
  const submits = prepares && goOn > 0
  // One button is the first; the others stand beside it.
  const first = takes ? 'take' : ratify ? 'ratify' : submits ? 'submit' : 'add'
  return (
    <section class="card next" aria-labelledby="next-title">
      <h2 id="next-title">{sentence(asked, cohort, counts, first, enters)}</h2>
      <ul class="plain">
        {counts.trouble > 0 ? (
          <li>
            <Link to={`${at}?show=trouble#list`}>
              {say('issue-next-trouble', { count: counts.trouble })}
            </Link>
          </li>
        ) : null}
        {counts.changed > 0 ? (
          <li>
            <Link to={`${at}?show=changed#list`}>
              {say('issue-next-changed', { count: counts.changed })}
            </Link>
          </li>
        ) : null}
        {goOn > 0 && first !== 'submit' ? (
          <li>{say('issue-next-ready', { count: goOn })}</li>
        ) : null}
      </ul>
      <div class="actions">
        {takes ? (
          <Form to={`${at}/take-over`} visitor={visitor}>
            <Button kind="first">{say('issue-take-over', { count: counts.new })}</Button>
          </Form>
        ) : null}
        {ratify ? (
          <Form to={`${at}/ratify`} visitor={visitor}>
            <Button {...(first === 'ratify' ? { kind: 'first' as const } : {})}>
              {say('issue-ratify', { count: counts.unratified })}
            </Button>
          </Form>
        ) : null}
        {submits ? (
          <Link to={`${at}/summary`} class={first === 'submit' ? 'button first' : 'button'}>
            {say('issue-to-summary')}
          </Link>
        ) : null}
        {enters ? (
          <Link to={`${at}/add`} class={first === 'add' ? 'button first' : 'button'}>
            {say('issue-add-results')}
          </Link>
        ) : null}
        {prepares && row.state === 'collecting' && counts.ready > counts.asked ? (
          <Form to={`${at}/names`} visitor={visitor}>
            <Button>{say('issue-ask-names')}</Button>
          </Form>
        ) : null}
        {prepares && row.state === 'names' ? (
          <Form to={`${at}/names/end`} visitor={visitor}>
            <Button>{say('issue-end-names')}</Button>
          </Form>
        ) : null}
      </div>
      {prepares && row.state === 'collecting' && counts.ready > counts.asked ? (
        <p class="hint">{say('issue-ask-names-hint')}</p>
      ) : null}
    </section>
  )
}

function sentence(
  { say }: Asked,
  { row }: Cohort,
  counts: Counts,
  first: string,
  enters: boolean,
): string {
  if (first === 'take') return say('issue-next-take', { count: counts.new })
  if (first === 'ratify') return say('issue-next-ratify', { count: counts.unratified })
  if (first === 'submit') return say('issue-next-submit', { count: counts.ready })
  if (counts.all === 0 && enters) return say('issue-next-add')
  if (counts.trouble > 0 && enters) return say('issue-next-mend', { count: counts.trouble })
  return row.state === 'names' ? say('issue-next-names') : say('issue-next-wait')
}
