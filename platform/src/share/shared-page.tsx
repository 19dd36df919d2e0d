// What somebody sees whom a learner gave a link: how it stands today, what the learner chose to show, and how to
// check it without us.

import { inLanguage } from 'tessera/credential/text'
import { holderOfAward } from '../hold/access.ts'
import {
  AwardView,
  ContentLanguages,
  contentLanguage,
  StandingNotice,
  viewLanguage,
} from '../hold/award-view.tsx'
import { attachment, fileName } from '../hold/file-name.ts'
import { fileNamed, sealedFilesOf } from '../hold/files.ts'
import { type HeldAward, readHeldAward } from '../hold/held-award.ts'
import { problem } from '../server/problem.tsx'
import type { Asked, Route } from '../server/route.ts'
import { Erased } from '../store/secret.ts'
import { FileList, type FileToKeep, show } from '../web/components.ts'
import { noteSeen, type Shared, sharedBehind } from './links.ts'
import { type Preset, presentation, shownBy, walletFormat } from './presets.ts'

interface Seen {
  readonly shared: Shared
  readonly held: HeldAward
}

async function seenBehind({ c, house }: Asked): Promise<Seen | undefined> {
  const shared = await sharedBehind(house, c.req.param('secret') ?? '')
  if (shared === undefined) return undefined
  try {
    const held = await house.store.asOrganisation(shared.organisation, (tx) =>
      readHeldAward(house, tx, shared.organisation, shared.award),
    )
    return held === undefined ? undefined : { shared, held }
  } catch (error) {
    if (error instanceof Erased) return undefined
    throw error
  }
}

/** Unknown, switched off, over and erased are one and the same answer. */
const forReader =
  (handle: (asked: Asked, seen: Seen) => Response | Promise<Response>) =>
  async (asked: Asked): Promise<Response> => {
    const seen = await seenBehind(asked)
    const answer = await (seen === undefined ? problem(asked.c, 404, asked) : handle(asked, seen))
    answer.headers.set('Referrer-Policy', 'no-referrer')
    answer.headers.set('X-Robots-Tag', 'noindex, nofollow')
    answer.headers.set('Cache-Control', 'no-store')
    return answer
  }

const walletFile = ({ files }: HeldAward) => files.find(({ format }) => format === walletFormat)

/** Somebody opened it: not a program that asks whether it is there, nor a browser that fetches ahead. */
const isLook = ({ c }: Asked): boolean =>
  c.req.method === 'GET' && !/prefetch|preview/i.test(c.req.header('sec-purpose') ?? '')

async function sharedPage(asked: Asked, { shared, held }: Seen): Promise<Response> {
  const { say, language, c, house } = asked
  const { preset } = shared
  const award = shownBy(preset, held.award)
  const content = viewLanguage(award, c.req.query('in'), language)
  const filed = contentLanguage(award, c.req.query('in'), language, held.language)
  const here = `/s/${c.req.param('secret') ?? ''}`
  // Its learner, who looks how it looks, is nobody who opened it.
  if (isLook(asked) && (await holderOfAward(asked, shared.award)) === undefined)
    await house.store.asOrganisation(shared.organisation, (tx) => noteSeen(tx, house, shared))
  const issuer = award.issuer ?? award.design.awardingBodies[0]?.organisation
  return show(
    asked,
    {
      title:
        award.design.title === undefined
          ? say('hold-untitled')
          : inLanguage(award.design.title, content).value,
      ...(issuer === undefined
        ? {}
        : { organisation: inLanguage(issuer.legalName, language).value }),
      personal: true,
    },
    <>
      <StandingNotice
        standing={held.standing}
        say={say}
        language={language}
        now={house.clock.now()}
      />
      <p class="note">{say(`share-reader-${preset}`)}</p>
      <AwardView award={award} content={content} say={say} language={language} to="reader" />
      <ContentLanguages award={award} content={content} say={say} language={language} path={here} />
      <section aria-labelledby="check">
        <h2 id="check">{say('share-check')}</h2>
        <p>{say('share-check-text')}</p>
        <FileList files={filesToCheck(asked, held, preset, filed)} language={language} say={say} />
        <p class="actions">
          <a class="button" href="/verify">
            {say('share-check-go')}
          </a>
        </p>
        <p class="hint">{say('share-check-elsewhere')}</p>
      </section>
    </>,
  )
}

function filesToCheck(
  { c, say }: Asked,
  held: HeldAward,
  preset: Preset,
  language: string,
): readonly FileToKeep[] {
  const here = `/s/${c.req.param('secret') ?? ''}`
  const wallet = walletFile(held)
  const query = `?in=${encodeURIComponent(language)}`
  if (preset !== 'everything')
    return wallet === undefined
      ? []
      : [
          {
            title: say('share-file'),
            use: say('share-file-use'),
            to: `${here}/file${query}`,
            name: fileName(held.award, language, wallet.extension),
          },
        ]
  return held.files.map(({ format, extension, size }) => ({
    title: say(`share-file-${format === 'edc' || format === 'ob3' ? format : 'other'}`),
    use: say('share-file-all-use'),
    to: `${here}/files/${format}.${extension}${query}`,
    name: fileName(held.award, language, extension),
    bytes: size,
  }))
}

function give(asked: Asked, held: HeldAward, bytes: Uint8Array, mediaType: string, end: string) {
  const { c, language } = asked
  const content = contentLanguage(held.award, c.req.query('in'), language, held.language)
  c.header('Content-Disposition', attachment(fileName(held.award, content, end)))
  return c.body(new Uint8Array(bytes), 200, { 'content-type': mediaType })
}

export const sharedRoutes: readonly Route[] = [
  { method: 'GET', path: '/s/:secret', needs: 'door', handle: forReader(sharedPage) },
  {
    method: 'GET',
    path: '/s/:secret/file',
    needs: 'door',
    handle: forReader(async (asked, { shared, held }) => {
      const { c, house } = asked
      const file = (await sealedFilesOf(house, held)).find(({ format }) => format === walletFormat)
      const shown = file === undefined ? undefined : await presentation(shared.preset, file.bytes)
      if (file === undefined || shown === undefined) return problem(c, 404, asked)
      return give(asked, held, shown, file.mediaType, file.extension)
    }),
  },
  {
    method: 'GET',
    path: '/s/:secret/files/:file',
    needs: 'door',
    handle: forReader(async (asked, { shared, held }) => {
      const { c, house } = asked
      // The sealed files say everything; only who is shown everything gets them.
      if (shared.preset !== 'everything') return problem(c, 404, asked)
      const file = fileNamed(await sealedFilesOf(house, held), c.req.param('file') ?? '')
      if (file === undefined) return problem(c, 404, asked)
      return give(asked, held, file.bytes, file.mediaType, file.extension)
    }),
  },
]
