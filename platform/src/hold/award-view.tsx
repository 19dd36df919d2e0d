// An award as people read it: what its learner can do, who says so, and what proves it. The same on the learner's
// page, on paper and where it is shared; what an award does not say is left out.

import { type Award, nameOf } from 'tessera/credential/award'
import { inLanguage, languagesOf } from 'tessera/credential/text'
import { type CertificateContent, certificateContent } from 'tessera/document/certificate-content'
import { labelsFor } from 'tessera/document'
import { directionOf, type Say } from '../web/messages.ts'
import { Facts, Link, Mosaic, Notice, type State } from '../web/components.ts'
import { dateInWords, languageInWords, timeInWords } from '../web/in-words.ts'
import { type Standing, standingWord } from './standing.ts'

type Said = CertificateContent['outcomes'][number]
type Detail = CertificateContent['details'][number]

export interface AwardViewProps {
  readonly award: Award
  /** The language its texts are shown in. */
  readonly content: string
  readonly say: Say
  readonly language: string
  /** Spoken to: its learner, or somebody it is shown to. */
  readonly to: 'learner' | 'reader'
  /** True: nothing folded, for paper. */
  readonly whole?: boolean
}

/** A text and the language it is in. */
function Words({ said }: { said: Said }) {
  return (
    <span lang={said.lang === 'und' ? undefined : said.lang} dir={said.dir}>
      {said.text}
    </span>
  )
}

export function AwardView({ award, content: tag, say, language, to, whole }: AwardViewProps) {
  const content = certificateContent(award, tag, { testSeal: false })
  const { labels } = labelsFor(tag)
  const detail = (label: string) => content.details.filter((one) => one.label === label)
  const proof = detail(labels.assessment)
  const quality = detail(labels.qualityAssurance)
  const rest = content.details.filter((one) => ![...proof, ...quality].includes(one))
  const { learner } = award
  const own: readonly (readonly [string, string | undefined])[] = [
    [
      say('hold-birth-date'),
      learner.dateOfBirth === undefined ? undefined : dateInWords(language, learner.dateOfBirth),
    ],
    ...learner.identifiers.map(({ scheme, value }) => [scheme, value] as const),
  ]
  return (
    <>
      <article class="diploma" lang={tag} dir={directionOf(tag)}>
        <Mosaic seed={`${award.design.id} ${award.id ?? ''}`} half={4} />
        <p class="above">{content.microCredential}</p>
        <h1>
          {content.title === undefined ? say('hold-untitled') : <Words said={content.title} />}
        </h1>
        <p class="to">
          <bdi>{nameOf(learner)}</bdi>
        </p>
        <Facts
          of={[
            [
              content.bodiesLabel,
              <>
                {content.bodies.map(({ name, note }) => (
                  <p>
                    <Words said={name} />
                    {note === undefined ? null : <span class="hint"> {note}</span>}
                  </p>
                ))}
              </>,
            ],
            ...content.facts.map(
              ({ label, value, note }) =>
                [
                  label,
                  <>
                    {value}
                    {note === undefined ? null : <span class="hint"> {note}</span>}
                  </>,
                ] as const,
            ),
            ...own,
          ]}
        />
        {content.notices.map((notice) => (
          <p class="note">{notice}</p>
        ))}
      </article>
      {content.outcomes.length === 0 ? null : (
        <section aria-labelledby="can">
          <h2 id="can">
            {to === 'learner' ? say('hold-can') : say('hold-can-reader', { name: nameOf(learner) })}
          </h2>
          <ul class="outcomes" lang={tag} dir={directionOf(tag)}>
            {content.outcomes.map((outcome) => (
              <li>
                <Words said={outcome} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <WhoSays award={award} tag={tag} quality={quality} say={say} />
      {proof.length === 0 ? null : (
        <section aria-labelledby="proof">
          <h2 id="proof">{say('hold-proof')}</h2>
          <Details of={proof} tag={tag} />
        </section>
      )}
      {rest.length === 0 ? null : (
        <details open={whole === true}>
          <summary>{say('hold-more')}</summary>
          <div>
            <Details of={rest} tag={tag} />
          </div>
        </details>
      )}
    </>
  )
}

function Details({ of, tag }: { of: readonly Detail[]; tag: string }) {
  return (
    <Facts
      lang={tag}
      of={of.map(({ label, lines }) => [
        label,
        <>
          {lines.map(({ main, notes }) => (
            <>
              <p>
                <Words said={main} />
              </p>
              {notes.map((note) => (
                <p class="hint">
                  <Words said={note} />
                </p>
              ))}
            </>
          ))}
        </>,
      ])}
    />
  )
}

function WhoSays({
  award,
  tag,
  quality,
  say,
}: {
  award: Award
  tag: string
  quality: readonly Detail[]
  say: Say
}) {
  const issuer = award.issuer ?? award.design.awardingBodies[0]?.organisation
  if (issuer === undefined) return null
  const { value, language } = inLanguage(issuer.legalName, tag)
  return (
    <section aria-labelledby="who">
      <h2 id="who">{say('hold-who')}</h2>
      <Facts
        of={[
          [say('hold-who-sealed'), <bdi lang={language}>{value}</bdi>],
          [
            say('hold-who-site'),
            issuer.homepage === undefined ? undefined : (
              <Link to={issuer.homepage}>
                <bdi dir="ltr">{issuer.homepage}</bdi>
              </Link>
            ),
          ],
          [
            say('hold-who-mandate'),
            award.mandate === undefined ? undefined : (
              <span dir="auto">{award.mandate.statement}</span>
            ),
          ],
        ]}
      />
      {quality.length === 0 ? null : <Details of={quality} tag={tag} />}
    </section>
  )
}

interface StandingProps {
  readonly standing: Standing
  readonly say: Say
  readonly language: string
  readonly now: Date
  /** Its learner is told the reason; who it is shown to is not. */
  readonly withReason?: boolean
}

/** Sign, word and sentence: how it stands at this moment. */
export function StandingNotice({ standing, say, language, now, withReason }: StandingProps) {
  const word = standingWord(standing)
  const states: Readonly<Record<Standing['status'], State>> = {
    valid: 'valid',
    suspended: 'unknown',
    revoked: 'invalid',
  }
  const { at, reason } = standing
  return (
    <Notice
      state={states[standing.status]}
      word={say(`hold-standing-${word}-word`)}
      title={say(`hold-standing-${word}`)}
      say={say}
    >
      {at === undefined ? null : (
        <p>{say('hold-standing-decided', { date: dateInWords(language, at) })}</p>
      )}
      {withReason === true && reason !== undefined ? (
        <p>
          {say('hold-standing-reason')} <bdi>{reason}</bdi>
        </p>
      ) : null}
      <p class="hint">{say('hold-standing-as-of', { time: timeInWords(language, now) })}</p>
    </Notice>
  )
}

/** The award's texts in its other languages. Nothing where it has only one. */
export function ContentLanguages({
  award,
  content,
  say,
  language,
  path,
}: Omit<AwardViewProps, 'to'> & { readonly path: string }) {
  const all = contentLanguages(award)
  if (all.length < 2) return null
  return (
    <nav aria-label={say('hold-languages')}>
      <p>
        {say('hold-languages')}:{' '}
        {all.map((tag, at) => (
          <>
            {at === 0 ? '' : ' · '}
            <a
              href={`${path}?in=${encodeURIComponent(tag)}`}
              hreflang={tag}
              aria-current={tag === content ? 'true' : undefined}
            >
              {languageInWords(language, tag)}
            </a>
          </>
        ))}
      </p>
    </nav>
  )
}

export const contentLanguages = ({ design }: Award): readonly string[] => [
  ...new Set([...design.languages, ...languagesOf(design.title)]),
]

/** What a page is shown in: the language asked for, else the reader's; texts that lack it come in their next best. */
export const viewLanguage = (award: Award, asked: string | undefined, reader: string): string =>
  asked !== undefined && contentLanguages(award).includes(asked) ? asked : reader

/** What a file is made in: the language asked for, else the reader's if the award has it, else the learner's own. */
export function contentLanguage(
  award: Award,
  asked: string | undefined,
  reader: string,
  own: string,
): string {
  const all = contentLanguages(award)
  const close = (tag: string) => all.find((one) => one === tag || one.split('-')[0] === tag)
  return (asked !== undefined && all.includes(asked) ? asked : undefined) ?? close(reader) ?? own
}
