// The learner's links: make one, see where it leads and on which days it was opened, switch it off.

import type { HeldAward } from '../hold/held-award.ts'
import { forHolder } from '../hold/http-mine.tsx'
import { linkedInAddress } from '../hold/linkedin.ts'
import { issuerName } from '../hold/award-page.tsx'
import { linkedInIdIn } from '../hold/linkedin-id.ts'
import { problem } from '../server/problem.tsx'
import type { Asked, Route } from '../server/route.ts'
import {
  Button,
  Choices,
  ErrorSummary,
  Field,
  type Faults,
  Form,
  Qr,
  show,
  Table,
  Tag,
} from '../web/components.ts'
import { dateInWords, numberInWords } from '../web/in-words.ts'
import { closeLink, isOpen, linksOf, longestLabel, makeLink, type SharedLink } from './links.ts'
import { isPreset, presets } from './presets.ts'

const lasting = { week: 7, month: 30, half: 182, always: undefined } as const
type Lasting = keyof typeof lasting
const isLasting = (text: string): text is Lasting => Object.hasOwn(lasting, text)

const fieldOf = (form: Readonly<Record<string, unknown>>, name: string): string => {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

interface Typed {
  readonly preset: string
  readonly lasts: string
  readonly label: string
}

async function linksPage(
  asked: Asked,
  held: HeldAward,
  faults: Faults = {},
  typed: Typed = { preset: 'employer', lasts: 'month', label: '' },
): Promise<Response> {
  const { say, language, visitor, house } = asked
  const { organisation, secret, id } = held
  const { links, linkedInId } = await house.store.asOrganisation(organisation, async (tx) => ({
    links: await linksOf(tx, house, organisation, secret, id),
    linkedInId: await linkedInIdIn(tx, organisation),
  }))
  const now = house.clock.now()
  return show(
    asked,
    { title: say('share-title'), organisation: issuerName(held, language), personal: true },
    <>
      <h1>{say('share-title')}</h1>
      <p class="lead">{say('share-lead')}</p>
      <ErrorSummary faults={faults} say={say} />
      <Form to={`/mine/${id}/links`} visitor={visitor}>
        <Choices
          name="preset"
          legend={say('share-what')}
          value={typed.preset}
          error={faults['preset']}
          options={presets.map((preset) => ({
            value: preset,
            label: say(`share-preset-${preset}`),
            hint: say(`share-preset-${preset}-hint`),
          }))}
          say={say}
        />
        <Field
          name="lasts"
          label={say('share-lasts')}
          type="select"
          value={typed.lasts}
          error={faults['lasts']}
          options={Object.keys(lasting).map((one) => ({
            value: one,
            label: say(`share-lasts-${one}`),
          }))}
          required
          say={say}
        />
        <Field
          name="label"
          label={say('share-label')}
          hint={say('share-label-hint')}
          value={typed.label}
          error={faults['label']}
          most={longestLabel}
          dir="auto"
          autocomplete="off"
          say={say}
        />
        <Button kind="first">{say('share-make')}</Button>
      </Form>
      <section aria-labelledby="links">
        <h2 id="links">{say('share-links')}</h2>
        {links.length === 0 ? <p class="empty">{say('share-none')}</p> : null}
        {links.map((link) =>
          isOpen(link, now) ? (
            <OpenLink
              asked={asked}
              held={held}
              link={link}
              linkedIn={linkedInAddress(held.award, {
                language,
                organisationId: linkedInId,
                shared: link.address,
              })}
            />
          ) : (
            <ClosedLink asked={asked} link={link} now={now} />
          ),
        )}
      </section>
      <p>
        <a href={`/mine/${id}`}>{say('common-back')}</a>
      </p>
    </>,
    Object.keys(faults).length === 0 ? 200 : 422,
  )
}

const nameOf = ({ say }: Asked, { label, preset }: SharedLink): string =>
  label === '' ? say(`share-preset-${preset}`) : label

function OpenLink({
  asked,
  held,
  link,
  linkedIn,
}: {
  asked: Asked
  held: HeldAward
  link: SharedLink
  linkedIn: string
}) {
  const { say, language, visitor } = asked
  const name = nameOf(asked, link)
  return (
    <article class="card" id={`link-${link.id}`}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p>
        <Tag state="valid">{say('share-open')}</Tag> {say(`share-preset-${link.preset}`)} ·{' '}
        {link.expiresAt === undefined
          ? say('share-no-end')
          : say('share-until', { date: dateInWords(language, link.expiresAt) })}
      </p>
      <Qr address={link.address} label={say('share-qr', { name })} />
      <Seen asked={asked} link={link} />
      <div class="actions">
        <a class="button" rel="noreferrer" href={linkedIn}>
          {say('share-linkedin')}
          <span class="unseen"> {name}</span>
        </a>
        <Form to={`/mine/${held.id}/links/close`} visitor={visitor}>
          <Button kind="grave" name="link" value={link.id} about={name}>
            {say('share-close')}
          </Button>
        </Form>
      </div>
    </article>
  )
}

function ClosedLink({ asked, link, now }: { asked: Asked; link: SharedLink; now: Date }) {
  const { say, language } = asked
  const date = dateInWords(language, link.closedAt ?? link.expiresAt ?? now)
  return (
    <article class="card" id={`link-${link.id}`}>
      <h3>
        <bdi>{nameOf(asked, link)}</bdi>
      </h3>
      <p>
        <Tag state="invalid">
          {link.closedAt === undefined
            ? say('share-over', { date })
            : say('share-closed', { date })}
        </Tag>{' '}
        {say(`share-preset-${link.preset}`)}
      </p>
      <Seen asked={asked} link={link} />
    </article>
  )
}

function Seen({ asked, link: { seen } }: { asked: Asked; link: SharedLink }) {
  const { say, language } = asked
  const [last] = seen
  if (last === undefined) return <p class="hint">{say('share-seen-never')}</p>
  const all = seen.reduce((sum, { count }) => sum + count, 0)
  return (
    <details>
      <summary>{say('share-seen', { count: all, date: dateInWords(language, last.day) })}</summary>
      <Table
        caption={say('share-seen-days')}
        captionUnseen
        empty={say('share-seen-never')}
        rows={seen}
        columns={[
          {
            head: say('share-seen-day'),
            cell: ({ day }) => dateInWords(language, day),
            names: true,
          },
          {
            head: say('share-seen-count'),
            cell: ({ count }) => numberInWords(language, count),
            number: true,
          },
        ]}
      />
    </details>
  )
}

async function makeOne(asked: Asked, held: HeldAward): Promise<Response> {
  const { c, house, say } = asked
  const { organisation, secret, id } = held
  const form = await c.req.parseBody()
  const typed: Typed = {
    preset: fieldOf(form, 'preset'),
    lasts: fieldOf(form, 'lasts'),
    label: fieldOf(form, 'label').normalize('NFC').trim(),
  }
  const { preset, lasts, label } = typed
  if (!isPreset(preset)) return linksPage(asked, held, { preset: say('share-what-missing') }, typed)
  if (!isLasting(lasts)) return linksPage(asked, held, { lasts: say('share-lasts-missing') }, typed)
  if (label.length > longestLabel || /\p{Cc}/u.test(label))
    return linksPage(asked, held, { label: say('share-label-wrong') }, typed)
  const days = lasting[lasts]
  const expiresAt =
    days === undefined
      ? {}
      : { expiresAt: new Date(house.clock.now().getTime() + days * 86_400_000) }
  const link = await house.store.asOrganisation(organisation, (tx) =>
    makeLink(tx, house, organisation, secret, { award: id, preset, label, ...expiresAt }),
  )
  if (link === undefined) return linksPage(asked, held, { preset: say('share-too-many') }, typed)
  return c.redirect(`/mine/${id}/links#link-${link}`, 303)
}

export const linkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/mine/:award/links',
    needs: 'door',
    handle: forHolder((asked, held) => linksPage(asked, held)),
  },
  { method: 'POST', path: '/mine/:award/links', needs: 'door', handle: forHolder(makeOne) },
  {
    method: 'POST',
    path: '/mine/:award/links/close',
    needs: 'door',
    handle: forHolder(async (asked, { organisation, id }) => {
      const { c, house } = asked
      const link = fieldOf(await c.req.parseBody(), 'link')
      if (!/^[0-9a-f-]{36}$/.test(link)) return problem(c, 404, asked)
      const closed = await house.store.asOrganisation(organisation, (tx) =>
        closeLink(tx, house, organisation, id, link),
      )
      return closed ? c.redirect(`/mine/${id}/links`, 303) : problem(c, 404, asked)
    }),
  },
]
