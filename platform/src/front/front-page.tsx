// The first page: three doors, and whose house it is.

import type { Asked } from '../server/route.ts'
import { Caution, Mosaic, show } from '../web/components.ts'
import { countryInWords } from '../web/in-words.ts'
import { named, whoIssuesHere, type Alliance } from './alliance.ts'

export const doors = [
  { name: 'check', to: '/verify' },
  { name: 'keep', to: '/claim' },
  { name: 'issue', to: '/cohorts' },
] as const

export async function frontPage(asked: Asked): Promise<Response> {
  const { say, language } = asked
  const alliance = await whoIssuesHere(asked.house)
  const { organisations } = alliance
  const { name } = named(alliance.name, language)
  const invented = organisations.some(({ fictitious }) => fictitious === true)
  return show(
    asked,
    { title: say('front-title'), organisation: name === '' ? undefined : name, width: 'desk' },
    <>
      {invented ? <Caution>{say('front-example')}</Caution> : null}
      <div class="opening front">
        <div>
          <h1>{say('front-heading')}</h1>
          <p class="lead">
            {name === '' ? say('front-lead-alone') : say('front-lead', { alliance: name })}
          </p>
        </div>
        <Mosaic seed={name} half={5} />
      </div>
      <section aria-labelledby="doors">
        <h2 id="doors" class="unseen">
          {say('front-doors')}
        </h2>
        <ul class="doors">
          {doors.map((door) => (
            <li>
              <h3>{say(`front-${door.name}-title`)}</h3>
              <p>{say(`front-${door.name}-text`)}</p>
              <p>
                <a class={`button${door.name === 'check' ? ' first' : ''}`} href={door.to}>
                  {say(`front-${door.name}-go`)}
                </a>
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="how">
        <h2 id="how">{say('front-how')}</h2>
        <ul class="reasons">
          {(['sealed', 'yours', 'open'] as const).map((reason) => (
            <li>
              <h3>{say(`front-how-${reason}`)}</h3>
              <p>{say(`front-how-${reason}-text`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <Members of={organisations} asked={asked} />
    </>,
  )
}

function Members({ of, asked }: { of: Alliance['organisations']; asked: Asked }) {
  const { say, language } = asked
  if (of.length === 0) return null
  return (
    <section aria-labelledby="who">
      <h2 id="who">{say('front-who')}</h2>
      <ul class="members">
        {of.map(({ legalName, country }) => {
          const { lang, name } = named(legalName, language)
          return (
            <li>
              <bdi lang={lang}>{name}</bdi>
              {country === undefined ? null : (
                <span class="hint"> {countryInWords(language, country)}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
