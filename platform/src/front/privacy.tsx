// The privacy notice: one a university, since each answers for what it issues. Its wording has a version, so that
// it can be said which one held on a day.

import { problem } from '../server/problem.tsx'
import type { Asked } from '../server/route.ts'
import { show } from '../web/components.ts'
import { dateInWords } from '../web/in-words.ts'
import { type Member, named, whoIssuesHere } from './alliance.ts'

/** The day from which the wording holds, and the hash of its English text. */
export const wording = { from: '2026-11-25', sha256: '1751ac62235d18a4' } as const

export async function privacyPage(asked: Asked): Promise<Response> {
  const { say, language } = asked
  const { organisations } = await whoIssuesHere(asked.house)
  const [only] = organisations
  if (organisations.length === 1 && only !== undefined) return notice(asked, only)
  return show(
    asked,
    { title: say('privacy-title') },
    <article class="prose">
      <h1>{say('privacy-title')}</h1>
      <p class="lead">{say('privacy-lead')}</p>
      {organisations.length === 0 ? null : <p>{say('privacy-choose')}</p>}
      <ul class="members">
        {organisations.map(({ id, legalName }) => {
          const { lang, name } = named(legalName, language)
          return (
            <li>
              <a href={`/privacy/${encodeURIComponent(id)}`}>
                <bdi lang={lang}>{name}</bdi>
              </a>
            </li>
          )
        })}
      </ul>
      <Everywhere asked={asked} />
    </article>,
  )
}

export async function privacyOf(asked: Asked): Promise<Response> {
  const id = asked.c.req.param('organisation')
  const { organisations } = await whoIssuesHere(asked.house)
  const organisation = organisations.find((one) => one.id === id)
  if (organisation === undefined) return problem(asked.c, 404, asked)
  return notice(asked, organisation)
}

function notice(asked: Asked, { legalName, email }: Member): Response | Promise<Response> {
  const { say, language } = asked
  const organisation = named(legalName, language).name
  return show(
    asked,
    { title: say('privacy-title'), organisation },
    <article class="prose">
      <h1>{say('privacy-title-of', { organisation })}</h1>
      <p class="lead">{say('privacy-lead')}</p>
      <h2>{say('privacy-who')}</h2>
      <p>{say('privacy-who-text', { organisation })}</p>
      {email === undefined ? null : <p>{say('privacy-who-contact', { email })}</p>}
      <h2>{say('privacy-what')}</h2>
      <ul>
        {(['award', 'contact', 'shares', 'account'] as const).map((what) => (
          <li>{say(`privacy-what-${what}`)}</li>
        ))}
      </ul>
      {(['long', 'rights'] as const).map((part) => (
        <>
          <h2>{say(`privacy-${part}`)}</h2>
          <p>{say(`privacy-${part}-text`)}</p>
        </>
      ))}
      <Everywhere asked={asked} />
    </article>,
  )
}

function Everywhere({ asked: { say, language } }: { asked: Asked }) {
  return (
    <>
      {(['check', 'cookies', 'where'] as const).map((part) => (
        <>
          <h2>{say(`privacy-${part}`)}</h2>
          <p>{say(`privacy-${part}-text`)}</p>
        </>
      ))}
      <p class="note">{say('privacy-version', { version: dateInWords(language, wording.from) })}</p>
    </>
  )
}
