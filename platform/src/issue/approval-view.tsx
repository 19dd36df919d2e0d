// The page of two people: what exactly will be sealed, with one certificate to look at. Whoever prepares submits from
// it; somebody else approves it, or sends it back with a word.

import { may } from '../people/permissions.ts'
import type { Asked } from '../server/route.ts'
import {
  Button,
  ErrorSummary,
  Facts,
  Field,
  type Faults,
  Form,
  Link,
  Notice,
} from '../web/components.ts'
import { dateInWords, listInWords, numberInWords, timeInWords } from '../web/in-words.ts'
import { countGoingOn } from './approve-cohort.ts'
import type { CohortView, Returned } from './cohort-page.tsx'
import { type Cohort, titleOfCohort } from './cohorts.ts'
import { atDesk, deskOf } from './desk-page.tsx'
import { type Counts, countResults } from './look-at-results.ts'
import { previewWords, type PreviewWords } from './preview.ts'

export async function approvalView(
  asked: Asked,
  cohort: Cohort,
  returned: Returned = {},
): Promise<CohortView> {
  const { house, say, visitor } = asked
  const { organisation, by } = deskOf(asked)
  const { row } = cohort
  const { goOn, counts, sample, submitter } = await atDesk(asked, async (tx) => ({
    goOn: await countGoingOn(tx, organisation, cohort),
    counts: await countResults(tx, organisation, row.id),
    sample: await previewWords(house, tx, organisation, cohort),
    submitter:
      row.submitted_by === null
        ? undefined
        : await tx
            .selectFrom('person')
            .select('name')
            .where('id', '=', row.submitted_by)
            .executeTakeFirst(),
  }))
  const waiting = row.state === 'approval'
  const mine = row.submitted_by === by
  const approves = may(visitor.roles, 'approve a cohort')
  return {
    content: (
      <>
        <ErrorSummary faults={returned.faults ?? {}} say={say} />
        {waiting ? (
          <Notice
            state="news"
            title={approves && !mine ? say('issue-approval-yours') : say('issue-approval-waits')}
            say={say}
          >
            {mine && approves ? <p>{say('issue-approval-not-own')}</p> : null}
          </Notice>
        ) : null}
        <h2>{say('issue-summary')}</h2>
        <Summary
          asked={asked}
          cohort={cohort}
          goOn={goOn}
          counts={counts}
          submitter={submitter?.name}
        />
        {sample === undefined ? null : <Sample asked={asked} cohort={row.id} sample={sample} />}
        <Deeds asked={asked} cohort={cohort} goOn={goOn} faults={returned.faults ?? {}} />
      </>
    ),
  }
}

interface SummaryProps {
  readonly asked: Asked
  readonly cohort: Cohort
  readonly goOn: number
  readonly counts: Counts
  readonly submitter: string | undefined
}

function Summary({ asked, cohort, goOn, counts, submitter }: SummaryProps) {
  const { say, language } = asked
  const { row, design } = cohort
  const behind = counts.all - goOn - counts.awarded
  const link = `/cohorts/${row.id}`
  return (
    <Facts
      of={[
        [
          say('issue-awards-to-seal'),
          <Link to={`${link}?show=ready#list`}>
            <strong>{numberInWords(language, goOn)}</strong>
          </Link>,
        ],
        [
          say('issue-left-behind'),
          behind > 0 ? (
            <Link to={`${link}?show=${counts.trouble > 0 ? 'trouble' : 'all'}#list`}>
              {say('issue-left-behind-count', { count: behind })}
            </Link>
          ) : undefined,
        ],
        [
          say('issue-undecided-changes'),
          counts.changed > 0 ? (
            <Link to={`${link}?show=changed#list`}>{numberInWords(language, counts.changed)}</Link>
          ) : undefined,
        ],
        [say('issue-left-out'), counts['left-out'] > 0 ? counts['left-out'] : undefined],
        [
          say('issue-design'),
          say('issue-design-version', {
            title: titleOfCohort(cohort, language),
            version: design.version,
          }),
        ],
        [
          say('issue-formats'),
          listInWords(
            language,
            row.formats.map((format) => say(`issue-format-${format}`)),
          ),
        ],
        [
          say('issue-names-confirmed'),
          counts.asked > 0
            ? say('issue-of', { part: counts.confirmed, all: counts.asked })
            : undefined,
        ],
        [
          say('issue-submitted-by'),
          row.submitted_at === null || submitter === undefined ? undefined : (
            <>
              <bdi>{submitter}</bdi>, {timeInWords(language, row.submitted_at)}
            </>
          ),
        ],
      ]}
    />
  )
}

interface SampleProps {
  readonly asked: Asked
  readonly cohort: string
  readonly sample: PreviewWords
}

/** One of them, as it will be: in words and as a picture. */
function Sample({ asked: { say, language }, cohort, sample }: SampleProps) {
  return (
    <section aria-labelledby="sample">
      <h2 id="sample">{say('issue-sample')}</h2>
      <p class="hint">{say('issue-sample-what')}</p>
      <Facts
        of={[
          [say('issue-learner'), <bdi>{sample.name}</bdi>],
          [say('issue-design'), sample.title],
          [say('issue-column-grade'), sample.grade],
          [
            say('issue-column-awarded-on'),
            sample.awardedOn === undefined ? undefined : dateInWords(language, sample.awardedOn),
          ],
        ]}
      />
      <img
        class="preview"
        src={`/cohorts/${cohort}/preview.png`}
        alt={say('issue-sample-alt', { name: sample.name, title: sample.title })}
        width="595"
        height="842"
      />
    </section>
  )
}

interface DeedsProps {
  readonly asked: Asked
  readonly cohort: Cohort
  readonly goOn: number
  readonly faults: Faults
}

function Deeds({ asked, cohort, goOn, faults }: DeedsProps) {
  const { say, visitor } = asked
  const { row } = cohort
  const { by } = deskOf(asked)
  const at = `/cohorts/${row.id}`
  const prepares = may(visitor.roles, 'prepare a cohort')
  const approves = may(visitor.roles, 'approve a cohort') && row.submitted_by !== by
  if (row.state !== 'approval')
    return prepares && goOn > 0 ? (
      <Form to={`${at}/submit`} visitor={visitor}>
        <p>{say('issue-submit-what')}</p>
        <Button kind="first">{say('issue-submit', { count: goOn })}</Button>
      </Form>
    ) : null
  return (
    <>
      {approves ? (
        <>
          <Form to={`${at}/approve`} visitor={visitor}>
            <Button kind="first">{say('issue-approve', { count: goOn })}</Button>
          </Form>
          <details open={faults['word'] !== undefined}>
            <summary>{say('issue-send-back')}</summary>
            <Form to={`${at}/send-back`} visitor={visitor}>
              <Field
                name="word"
                label={say('issue-send-back-word')}
                hint={say('issue-send-back-hint')}
                error={faults['word']}
                type="textarea"
                rows={3}
                most={500}
                required
                say={say}
              />
              <Button>{say('issue-send-back')}</Button>
            </Form>
          </details>
        </>
      ) : null}
      {prepares ? (
        <Form to={`${at}/take-back`} visitor={visitor}>
          <Button>{say('issue-take-back')}</Button>
        </Form>
      ) : null}
    </>
  )
}
