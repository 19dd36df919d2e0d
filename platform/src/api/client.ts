// A client of the API, made from its description by `node scripts/api-client.mjs`: change the operations instead.
// oxlint-disable max-lines

export type Award = {
  readonly id: string
  readonly cohort: string | null
  readonly design: {
    readonly id: string
    readonly version: string
  }
  readonly issuedAt: string
  readonly language: string
  /** Null where the learner was erased: nothing personal is left */
  readonly learner: Learner | null
  readonly grade: unknown
  readonly awardedOn: unknown
  readonly results: readonly {
    readonly assessment: unknown
    readonly grade: unknown
  }[]
  readonly status: AwardStatus
  /** The award this one corrects */
  readonly supersedes: string | null
  readonly supersededBy: string | null
  readonly claimedAt: string | null
  readonly files: readonly {
    /** `edc.jsonld`: read it with readAwardFile */
    readonly name: string
    readonly bytes: number
  }[]
}

export type AwardList = {
  readonly items: readonly Award[]
  /** Goes into `after` of the next call */
  readonly next: number
  readonly more: boolean
}

export type AwardStatus = {
  readonly status: 'valid' | 'suspended' | 'revoked'
  /** The last decision; null where nothing was decided */
  readonly kind: 'withdrawn' | 'annulled' | 'suspended' | 'restored' | 'superseded' | null
  readonly reason: unknown
  readonly at: string | null
}

export type ClosedWebhook = {
  readonly closed: string
}

export type Cohort = {
  readonly id: string
  readonly name: string
  readonly state: CohortState
  readonly design: {
    readonly id: string
    readonly version: string
  }
  readonly formats: readonly string[]
  /** What a result may hold */
  readonly columns: readonly string[]
  /** True: a board ratifies every result */
  readonly ratifies: boolean
  readonly counts: ResultCounts
  readonly openedAt: string
  readonly submittedAt: string | null
  readonly approvedAt: string | null
  readonly finishedAt: string | null
}

export type CohortInList = {
  readonly id: string
  readonly name: string
  readonly state: CohortState
  readonly designTitle: string
  readonly designVersion: string
  readonly results: number
  readonly awarded: number
  readonly openedAt: string
}

export type CohortList = {
  readonly items: readonly CohortInList[]
}

/** Results are taken while it is `collecting` */
export type CohortState =
  | 'collecting'
  | 'names'
  | 'approval'
  | 'approved'
  | 'sealing'
  | 'paused'
  | 'stopped'
  | 'done'

export type DecideAward = {
  readonly kind: 'suspended' | 'restored' | 'withdrawn' | 'annulled'
  /** The learner and whoever checks the award may read it */
  readonly reason: string
}

export type DecidedAward = {
  readonly award: string
  readonly status: AwardStatus
}

export type DesignAnswer = {
  readonly columns: readonly string[]
  /** design/1, as `tessera schema design` has it */
  readonly design: Readonly<Record<string, unknown>>
}

export type DesignInList = {
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly frozenAt: string
  /** True: no new cohort begins with it */
  readonly withdrawn: boolean
}

export type DesignList = {
  readonly items: readonly DesignInList[]
}

export type EnteredResult = {
  /** Place in the request, from 0 */
  readonly row: number
  /** Number of the entry; of no meaning after a trial */
  readonly result: string
  readonly became:
    | 'new'
    | 'duplicate'
    | 'below-threshold'
    | 'name-missing'
    | 'faulty'
    | 'changed'
    | 'unchanged'
  readonly faults: readonly Fault[]
}

/** What a webhook is sent, too. It never names a person. */
export type Event = {
  readonly sequence: number
  readonly kind:
    | 'award.sealed'
    | 'award.superseded'
    | 'award.withdrawn'
    | 'award.annulled'
    | 'award.suspended'
    | 'award.restored'
    | 'award.claimed'
    | 'cohort.finished'
  readonly award: string | null
  readonly at: string
  readonly content: Readonly<Record<string, unknown>>
}

export type EventList = {
  readonly items: readonly Event[]
  readonly next: number
  readonly more: boolean
}

export type Fault = {
  /** Never changes; programs go by it */
  readonly code: string
  /** JSON pointer into the request: `/results/0/grade` */
  readonly place: string
  /** For people, in the language of Accept-Language */
  readonly sentence: string
}

export type Learner = {
  /** A DID or other identifier the learner controls */
  readonly id?: string
  readonly givenName?: string
  readonly familyName?: string
  /** The name as the learner writes it, in any script */
  readonly fullName?: string
  readonly dateOfBirth?: string
  /** Student number, European Student Identifier, … never an e-mail address */
  readonly identifiers: readonly {
    readonly scheme: string
    readonly value: string
  }[]
  readonly identity?: 'self-asserted' | 'vouched' | 'checked'
}

export type MadeWebhook = {
  readonly id: string
  /** base64url of 32 bytes */
  readonly secret: string
}

export type MakeWebhook = {
  /** https, public, the usual port */
  readonly url: string
  readonly events: readonly (
    | '*'
    | 'award.sealed'
    | 'award.superseded'
    | 'award.withdrawn'
    | 'award.annulled'
    | 'award.suspended'
    | 'award.restored'
    | 'award.claimed'
    | 'cohort.finished'
  )[]
}

/** RFC 9457 */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly code?: string
  readonly errors?: readonly Fault[]
  readonly instance?: string
}

export type ReplayWebhook = {
  /** Number of the last event to keep */
  readonly after: number
}

export type ReplayedWebhook = {
  readonly events: number
}

/** One learner: cells by the columns of the cohort (`given_name`, `family_name`, `full_name`, `date_of_birth`, `identifier`, `grade`, `grade_<assessment>`, `awarded_on`, `language`, `email` …) */
export type ResultCells = Readonly<Record<string, string>>

export type ResultCounts = {
  readonly all: number
  readonly new: number
  readonly ready: number
  readonly unratified: number
  readonly changed: number
  readonly duplicate: number
  readonly 'below-threshold': number
  readonly 'name-missing': number
  readonly faulty: number
  readonly 'left-out': number
  readonly awarded: number
}

export type ResultList = {
  readonly items: readonly ResultSeen[]
  readonly page: number
  readonly pages: number
  readonly next: number | null
}

export type ResultSeen = {
  readonly id: string
  readonly state:
    | 'new'
    | 'duplicate'
    | 'below-threshold'
    | 'name-missing'
    | 'faulty'
    | 'ready'
    | 'awarded'
    | 'left-out'
  readonly cells: ResultCells
  readonly faults: readonly Fault[]
  /** What a later list says, until decided */
  readonly proposed: ResultCells | null
  readonly ratified: boolean
  readonly nameConfirmed: boolean
  readonly award: string | null
}

export type SendResults = {
  readonly results: readonly ResultCells[]
  /** True: nothing is kept */
  readonly dryRun?: boolean
}

export type SentResults = {
  readonly dryRun: boolean
  readonly counts: {
    readonly sound: number
    readonly faulty: number
    readonly changed: number
    readonly unchanged: number
  }
  readonly entries: readonly EnteredResult[]
}

/** By language: `{"en": "…"}` */
export type Text = Readonly<Record<string, string>>

export type Webhook = {
  readonly id: string
  readonly url: string
  readonly events: readonly string[]
  readonly createdAt: string
  /** Events that were not taken yet */
  readonly waiting: number
  /** The last answer; 0 where nobody answered */
  readonly lastStatus: number | null
}

export type WebhookList = {
  readonly items: readonly Webhook[]
}

export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }
}

export interface ClientOptions {
  readonly address: string
  readonly token: string
  /** Language of the sentences in answers. */
  readonly language?: string
  readonly fetch?: (request: Request) => Promise<Response>
}

interface Asking {
  readonly [name: string]: unknown
  readonly body?: unknown
  readonly key?: string
}

export type Client = ReturnType<typeof openClient>

export function openClient({
  address,
  token,
  language = 'en',
  fetch = globalThis.fetch,
}: ClientOptions) {
  const send = async (method: string, path: string, query: readonly string[], asking: Asking) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String(asking[name])),
    )
    const url = new URL(filled, address)
    for (const name of query) {
      const value = asking[name]
      if (value !== undefined) url.searchParams.set(name, String(value))
    }
    const answer = await fetch(
      new Request(url, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'accept-language': language,
          ...(asking.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(asking.key === undefined ? {} : { 'idempotency-key': asking.key }),
        },
        ...(asking.body === undefined ? {} : { body: JSON.stringify(asking.body) }),
      }),
    )
    if (!answer.ok) throw new ApiRefusal((await answer.json()) as Problem)
    return answer
  }
  const json = async <T>(...asked: Parameters<typeof send>) =>
    (await (await send(...asked)).json()) as T
  const bytes = async (...asked: Parameters<typeof send>) =>
    new Uint8Array(await (await send(...asked)).arrayBuffer())
  return {
    /** Every frozen version of every design, newest first. */
    listDesigns: () => json<DesignList>('GET', '/api/v1/designs', [], {}),
    /** One frozen version, and the columns its results have. */
    readDesign: (asking: { readonly design: string; readonly version: string }) =>
      json<DesignAnswer>('GET', '/api/v1/designs/{design}/{version}', [], asking),
    /** Cohorts, newest first, 500 at most. */
    listCohorts: (asking: { readonly state?: CohortState } = {}) =>
      json<CohortList>('GET', '/api/v1/cohorts', ['state'], asking),
    /** One cohort: its state, its columns, how many results are where. */
    readCohort: (asking: { readonly cohort: string }) =>
      json<Cohort>('GET', '/api/v1/cohorts/{cohort}', [], asking),
    /** Send results, or with `dryRun` see what would become of them. */
    sendResults: (asking: {
      readonly cohort: string
      readonly body: SendResults
      readonly key?: string
    }) => json<SentResults>('POST', '/api/v1/cohorts/{cohort}/results', [], asking),
    /** The entries of a cohort with their cells and faults, 50 a page. */
    listResults: (asking: {
      readonly cohort: string
      readonly show?:
        | 'all'
        | 'trouble'
        | 'new'
        | 'changed'
        | 'duplicate'
        | 'below-threshold'
        | 'name-missing'
        | 'faulty'
        | 'ready'
        | 'unratified'
        | 'awarded'
        | 'left-out'
      readonly page?: number
    }) => json<ResultList>('GET', '/api/v1/cohorts/{cohort}/results', ['show', 'page'], asking),
    /** Awards in the order they were sealed. */
    listAwards: (
      asking: {
        readonly after?: number
        readonly limit?: number
        readonly since?: string
        readonly cohort?: string
        readonly design?: string
      } = {},
    ) =>
      json<AwardList>(
        'GET',
        '/api/v1/awards',
        ['after', 'limit', 'since', 'cohort', 'design'],
        asking,
      ),
    /** One award and how it stands. */
    readAward: (asking: { readonly award: string }) =>
      json<Award>('GET', '/api/v1/awards/{award}', [], asking),
    /** A sealed file, as it was sealed. */
    readAwardFile: (asking: { readonly award: string; readonly file: string }) =>
      bytes('GET', '/api/v1/awards/{award}/files/{file}', [], asking),
    /** Suspend, restore, withdraw or annul an award. */
    decideAward: (asking: {
      readonly award: string
      readonly body: DecideAward
      readonly key?: string
    }) => json<DecidedAward>('POST', '/api/v1/awards/{award}/decisions', [], asking),
    /** What happened, oldest first. */
    listEvents: (asking: { readonly after?: number; readonly limit?: number } = {}) =>
      json<EventList>('GET', '/api/v1/events', ['after', 'limit'], asking),
    /** Webhooks and how they fare. */
    listWebhooks: () => json<WebhookList>('GET', '/api/v1/webhooks', [], {}),
    /** Have events sent to an address. */
    makeWebhook: (asking: { readonly body: MakeWebhook; readonly key?: string }) =>
      json<MadeWebhook>('POST', '/api/v1/webhooks', [], asking),
    /** Send it nothing any more. */
    closeWebhook: (asking: { readonly webhook: string }) =>
      json<ClosedWebhook>('DELETE', '/api/v1/webhooks/{webhook}', [], asking),
    /** Send again what happened after an event. */
    replayWebhook: (asking: {
      readonly webhook: string
      readonly body: ReplayWebhook
      readonly key?: string
    }) => json<ReplayedWebhook>('POST', '/api/v1/webhooks/{webhook}/replay', [], asking),
  }
}
