// While a cohort is sealed: a bar that moves, and the buttons to pause, go on and stop. It needs no script; with one
// it is asked for every second.

import { may } from '../people/permissions.ts'
import type { Asked } from '../server/route.ts'
import { Button, ErrorSummary, Field, Form, Link, Notice, Progress } from '../web/components.ts'
import { numberInWords } from '../web/in-words.ts'
import type { CohortView, Returned } from './cohort-page.tsx'
import type { Cohort } from './cohorts.ts'
import { atDesk, deskOf } from './desk-page.tsx'
import { sealingProgress } from './seal-cohort.ts'

export async function sealingView(
  asked: Asked,
  { row }: Cohort,
  returned: Returned = {},
): Promise<CohortView> {
  const { house, say, language, visitor } = asked
  const { organisation } = deskOf(asked)
  const { faults = {} } = returned
  const progress = await atDesk(asked, (tx) => sealingProgress(tx, house, organisation, row.id))
  if (progress === undefined) return { content: null }
  const at = `/cohorts/${row.id}`
  const seals = may(visitor.roles, 'seal a cohort')
  const running = row.state === 'sealing'
  const done = progress.awarded + progress.refused
  return {
    page: running ? { refresh: 3, scripts: ['sealing.js'] } : {},
    content: (
      <>
        <ErrorSummary faults={faults} say={say} />
        {progress.stopSwitch ? (
          <Notice
            state="invalid"
            word={say('issue-stopped-word')}
            title={say('issue-stop-switch')}
            say={say}
          >
            <p>
              <Link to="/stop">{say('issue-to-stop-switch')}</Link>
            </p>
          </Notice>
        ) : null}
        {row.state === 'approved' ? (
          <Notice
            state="valid"
            word={say('issue-state-approved')}
            title={say('issue-approved-next', { count: progress.waiting })}
            say={say}
          >
            {seals ? null : <p>{say('issue-approved-who')}</p>}
          </Notice>
        ) : (
          <section
            class="card"
            id="sealing"
            data-progress={running ? `${at}/progress` : undefined}
            data-stopped={progress.stopSwitch ? 'yes' : undefined}
            aria-labelledby="sealing-title"
          >
            <h2 id="sealing-title">{say(`issue-sealing-${row.state}`)}</h2>
            <Progress
              label={say('issue-sealed-so-far')}
              done={done}
              all={progress.total}
              language={language}
              say={say}
            />
            <p class="hint" id="sealing-left">
              {timeLeft(asked, progress.secondsLeft)}
            </p>
            {progress.refused > 0 ? (
              <p>
                <Link to={`${at}?show=trouble#list`}>
                  {say('issue-refused', { count: progress.refused })}
                </Link>
              </p>
            ) : null}
          </section>
        )}
        {seals ? (
          <div class="actions">
            {row.state === 'approved' ? (
              <Form to={`${at}/seal`} visitor={visitor}>
                <Button kind="first">{say('issue-seal', { count: progress.waiting })}</Button>
              </Form>
            ) : null}
            {running ? (
              <Form to={`${at}/pause`} visitor={visitor}>
                <Button>{say('issue-pause')}</Button>
              </Form>
            ) : null}
            {row.state === 'paused' ? (
              <Form to={`${at}/resume`} visitor={visitor}>
                <Button kind="first">{say('issue-resume')}</Button>
              </Form>
            ) : null}
          </div>
        ) : null}
        {seals && row.state !== 'approved' ? (
          <details open={faults['reason'] !== undefined}>
            <summary>{say('issue-stop-for-good')}</summary>
            <p>{say('issue-stop-what', { sealed: numberInWords(language, progress.awarded) })}</p>
            <Form to={`${at}/stop`} visitor={visitor}>
              <Field
                name="reason"
                label={say('issue-reason')}
                error={faults['reason']}
                most={500}
                required
                say={say}
              />
              <Button kind="grave">{say('issue-stop-for-good')}</Button>
            </Form>
          </details>
        ) : null}
      </>
    ),
  }
}

export function timeLeft({ say }: Asked, seconds: number | undefined): string {
  if (seconds === undefined) return say('issue-time-unknown')
  return seconds < 90
    ? say('issue-seconds-left', { count: seconds })
    : say('issue-minutes-left', { count: Math.round(seconds / 60) })
}
