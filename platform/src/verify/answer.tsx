// The answer as somebody with twenty seconds reads it: one sentence; what the person can do and how that was assessed;
// what to compare; what was checked. The rest is folded away.

import type { CheckLine } from 'tessera/verify/verdict'
import type { Verdict } from 'tessera/verify/verify'
import { AwardView } from '../hold/award-view.tsx'
import { Caution, Facts, Notice, Table, Tag, type State } from '../web/components.ts'
import { dateInWords, timeInWords } from '../web/in-words.ts'
import type { Say } from '../web/messages.ts'
import type { Checked } from './check-files.ts'

interface AnswerProps {
  readonly checked: Checked
  readonly at: Date
  readonly say: Say
  readonly language: string
  /** Which of several it is: headings of a page have one name each. */
  readonly many?: number
}

const states = { passed: 'valid', failed: 'invalid', undecided: 'unknown' } as const

export function Answer({ checked, at, say, language, many }: AnswerProps) {
  const part = (name: string) => (many === undefined ? name : `${name}-${many}`)
  const { verdict, opened } = checked
  return (
    <>
      <Notice
        state={verdict.verdict}
        title={sentenceOf(checked, say, language)}
        level={many === undefined ? 1 : 2}
        say={say}
      >
        {reasonsOf(verdict).map((reason) => (
          <p dir="auto">{reason}</p>
        ))}
        {verdict.credential?.fictitious === true ? <p>{say('verify-fictitious')}</p> : null}
      </Notice>
      {opened === undefined || many !== undefined ? null : (
        <>
          {verdict.verdict === 'valid' ? null : (
            <Caution>{say(`verify-says-${verdict.verdict}`)}</Caution>
          )}
          <AwardView
            award={opened.award}
            content={language}
            say={say}
            language={language}
            to="reader"
          />
        </>
      )}
      {opened === undefined ? null : (
        <Compare checked={checked} say={say} language={language} id={part('compare')} />
      )}
      <section aria-labelledby={part('checks')}>
        <h2 id={part('checks')}>{say('verify-checks')}</h2>
        <Checks verdict={verdict} say={say} />
        <p class="hint">{say('verify-checked-at', { time: timeInWords(language, at) })}</p>
      </section>
      <Details checked={checked} say={say} />
    </>
  )
}

/** Who, what, when, and how it stands: for a reader whose language this may not be. */
function sentenceOf({ verdict, opened }: Checked, say: Say, language: string): string {
  if (verdict.verdict === 'unknown' && verdict.format === null) return say('verify-unread')
  const date = opened?.award.issuedAt ?? opened?.award.awardedOn
  const issuer = verdict.issuer?.name
  if (verdict.verdict !== 'valid' || issuer === undefined || date === undefined)
    return say(`verify-${verdict.verdict}`)
  return say('verify-valid-by', { issuer, date: dateInWords(language, date) })
}

/** Why it is not valid; or what a valid one rests on that everybody should know. */
function reasonsOf({ verdict, checks }: Verdict): readonly string[] {
  return checks
    .filter(({ status, code }) =>
      verdict === 'valid'
        ? code === 'issuer-trust.known-test'
        : states[status] === verdict && code !== 'not-reached',
    )
    .map(({ message }) => message)
}

function Checks({ verdict, say }: { verdict: Verdict; say: Say }) {
  const reached = verdict.checks.filter(({ code }) => code !== 'not-reached')
  return (
    <ul class="checks" role="list">
      {reached.map((check) => (
        <li>
          <Tag state={stateOf(check)}>{say(`verify-check-${check.id}`)}</Tag> {wordOf(check, say)}
          <p dir="auto">{check.message}</p>
        </li>
      ))}
    </ul>
  )
}

/** Nothing was asked and nothing was found out: no tick for that. */
const leftToReader = ({ code }: CheckLine) => code === 'holder.not-asked'

function stateOf(check: CheckLine): State {
  return leftToReader(check) ? 'news' : states[check.status]
}

function wordOf(check: CheckLine, say: Say): string {
  return say(`verify-${leftToReader(check) ? 'left' : check.status}`)
}

/** A paper or a page may show something else than what was sealed: the sealed words stand here to compare. */
function Compare({
  checked,
  say,
  language,
  id,
}: Omit<AnswerProps, 'at' | 'many'> & { id: string }) {
  const { verdict, opened } = checked
  const award = opened?.award
  const dated = award?.awardedOn ?? award?.issuedAt
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say('verify-compare')}</h2>
      <p>{say('verify-compare-text')}</p>
      <Facts
        of={[
          [say('verify-compare-name'), bdi(verdict.credential?.learner)],
          [say('verify-compare-title'), bdi(verdict.credential?.title)],
          [say('verify-compare-grade'), bdi(award?.grade)],
          [
            say('verify-compare-date'),
            dated === undefined ? undefined : dateInWords(language, dated),
          ],
          [say('verify-compare-issuer'), bdi(verdict.issuer?.name ?? verdict.issuer?.id)],
        ]}
      />
    </section>
  )
}

function bdi(text: string | null | undefined) {
  return text === null || text === undefined ? undefined : <bdi>{text}</bdi>
}

function Details({ checked: { verdict, opened, hash }, say }: { checked: Checked; say: Say }) {
  return (
    <details>
      <summary>{say('verify-details')}</summary>
      <div>
        <Facts
          of={[
            [
              say('verify-details-format'),
              verdict.format === null ? undefined : `${verdict.format} ${opened?.variant ?? ''}`,
            ],
            [say('verify-details-id'), bdi(verdict.credential?.id)],
            [
              say('verify-details-hash'),
              <bdi dir="ltr" class="hash">
                {hash}
              </bdi>,
            ],
            ...verdict.profile.map(
              ({ profile, conforms, faults }) =>
                [
                  profile,
                  conforms ? say('verify-details-conforms') : String(faults.length),
                ] as const,
            ),
            ...verdict.checks
              .filter(({ code }) => code !== 'not-reached')
              .map(({ id, source, code }) => [code, bdi(`${id}: ${source}`)] as const),
          ]}
        />
      </div>
    </details>
  )
}

/** Many files at once: one line each, and its own answer below. */
export function AnswerTable({
  checked,
  say,
  language,
}: {
  checked: readonly Checked[]
  say: Say
  language: string
}) {
  const rows = checked.map((one, index) => ({ one, index }))
  return (
    <Table
      caption={say('verify-table')}
      empty=""
      rows={rows}
      columns={[
        {
          head: say('verify-table-file'),
          names: true,
          cell: ({ one, index }) => (
            <a href={`#file-${index + 1}`}>
              <bdi>{one.name ?? say('verify-pasted')}</bdi>
            </a>
          ),
        },
        {
          head: say('verify-table-answer'),
          cell: ({ one: { verdict } }) => (
            <Tag state={verdict.verdict}>{say(`common-state-${verdict.verdict}`)}</Tag>
          ),
        },
        {
          head: say('verify-compare-name'),
          cell: ({ one }) => bdi(one.verdict.credential?.learner),
        },
        {
          head: say('verify-compare-title'),
          cell: ({ one }) => bdi(one.verdict.credential?.title),
        },
        { head: say('verify-compare-issuer'), cell: ({ one }) => bdi(one.verdict.issuer?.name) },
        {
          head: say('verify-compare-date'),
          cell: ({ one: { opened } }) => {
            const dated = opened?.award.awardedOn ?? opened?.award.issuedAt
            return dated === undefined ? '' : dateInWords(language, dated)
          },
        },
      ]}
    />
  )
}
