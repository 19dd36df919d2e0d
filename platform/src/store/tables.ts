// The rows of the store, as the migrations make them; a test compares both.

import type { ColumnType, Generated } from 'kysely'

type Time = ColumnType<Date, Date | string, Date | string>
type MadeTime = ColumnType<Date, Date | string | undefined, Date | string>
/** A JSON value; written as its text. */
type Json<T> = ColumnType<T, string, string>

export interface HouseSecretRow {
  name: string
  wrapped: Uint8Array
}

export interface AllianceRow {
  id: string
  name: Json<unknown>
}

export interface OrganisationRow {
  id: string
  alliance_id: string
  profile: Json<unknown>
  issuer: Json<unknown>
  stopped_at: Time | null
  stopped_by: string | null
  stop_reason: string | null
  keeps: Json<unknown> | null
  created_at: MadeTime
}

export interface PersonRow {
  id: Generated<string>
  name: string
  language: Generated<string>
  created_at: MadeTime
  erased_at: Time | null
}

export interface IdentifierRow {
  kind: 'oidc' | 'email' | 'esi' | 'eppn' | 'unique-id' | 'subject-id' | 'orcid'
  authority: Generated<string>
  value: string
  person_id: string
  verified_at: Time
}

export interface AffiliationRow {
  person_id: string
  authority: string
  home: Generated<string>
  affiliation: Generated<string>
  seen_at: Time
}

export interface MembershipRow {
  organisation_id: string
  person_id: string
  role: 'owner' | 'designer' | 'issuer' | 'approver' | 'registrar' | 'auditor'
  granted_by: string | null
  granted_at: MadeTime
}

export interface SessionRow {
  id_hash: Uint8Array
  person_id: string
  organisation_id: string | null
  csrf: string
  created_at: Time
  seen_at: Time
  expires_at: Time
  proved_at: Time
  device: Generated<string>
}

export interface PasskeyRow {
  id: string
  person_id: string
  public_key: Uint8Array
  counter: string
  name: string
  created_at: MadeTime
  used_at: Time | null
}

export interface AttemptRow {
  secret_hash: Uint8Array
  content: Json<unknown>
  expires_at: Time
}

export interface DoorRow {
  secret_hash: Uint8Array
  kind: 'claim' | 'paper' | 'share' | 'api' | 'sign-in' | 'name'
  organisation_id: string
  subject_id: string
  expires_at: Time | null
  closed_at: Time | null
  tries: Generated<number>
  created_at: MadeTime
}

export interface DesignRow {
  organisation_id: string
  id: string
  version: string
  body: Json<unknown>
  digest: string
  frozen_at: Time
  withdrawn_at: Time | null
}

export interface CohortRow {
  organisation_id: string
  id: Generated<string>
  design_id: string
  design_version: string
  name: string
  state: Generated<
    'collecting' | 'names' | 'approval' | 'approved' | 'sealing' | 'paused' | 'stopped' | 'done'
  >
  formats: Generated<string[]>
  created_by: string
  created_at: MadeTime
  names_until: Time | null
  submitted_by: string | null
  submitted_at: Time | null
  sent_back: string | null
  approved_by: string | null
  approved_at: Time | null
  finished_at: Time | null
}

export interface ResultRow {
  organisation_id: string
  id: Generated<string>
  cohort_id: string
  secret_id: string
  learner_key: string
  row_number: number
  content: Uint8Array
  content_digest: string
  state: Generated<
    | 'new'
    | 'duplicate'
    | 'below-threshold'
    | 'name-missing'
    | 'faulty'
    | 'ready'
    | 'awarded'
    | 'left-out'
  >
  faults: ColumnType<unknown, string | undefined, string>
  source: 'form' | 'file' | 'paste' | 'api'
  entered_by: string | null
  entered_at: MadeTime
  proposed: Uint8Array | null
  name_asked_at: Time | null
  name_confirmed_at: Time | null
  ratified_by: string | null
  ratified_at: Time | null
  award_id: string | null
}

export interface SecretRow {
  organisation_id: string
  id: Generated<string>
  learner_key: string | null
  wrapped: Uint8Array | null
  destroyed_at: Time | null
}

export interface AwardRow {
  organisation_id: string
  id: string
  cohort_id: string | null
  design_id: string
  design_version: string
  person_id: string | null
  secret_id: string
  issuing_key: string
  content: Uint8Array
  language: string
  status_list: string
  status_index: number
  issued_at: Time
  supersedes: string | null
}

export interface SealedFileRow {
  organisation_id: string
  award_id: string
  format: string
  extension: string
  media_type: string
  content: Uint8Array
  sha256: Uint8Array
}

export interface StatusListRow {
  organisation_id: string
  name: string
  size: number
  created_at: MadeTime
  closed_at: Time | null
}

export interface StatusEntryRow {
  organisation_id: string
  list: string
  index: number
  award_id: string
  reserved_at: MadeTime
}

export interface StatusDecisionRow {
  organisation_id: string
  award_id: string
  sequence: number
  status: 'valid' | 'suspended' | 'revoked'
  kind: 'withdrawn' | 'annulled' | 'suspended' | 'restored' | 'superseded'
  reason: string
  decided_by: string
  decided_at: Time
}

export interface PublicationRow {
  organisation_id: string
  path: string
  media_type: string
  content: Uint8Array
  covers: ColumnType<string, string | number | undefined, string | number>
  made_at: Time
}

export interface ClaimRow {
  organisation_id: string
  award_id: string
  second_fact: 'birth-date' | 'number' | 'code'
  second_fact_hash: Uint8Array
  code: Uint8Array | null
  wrong_tries: Generated<number>
  closed_until: Time | null
  opened_at: Time | null
  claimed_at: Time | null
  reminded_at: Time | null
}

export interface ShareLinkRow {
  organisation_id: string
  id: Generated<string>
  award_id: string
  content: Uint8Array
  preset: string
  created_at: MadeTime
  expires_at: Time | null
  closed_at: Time | null
}

export interface ShareViewRow {
  organisation_id: string
  link_id: string
  at: Time
}

export interface TicketRow {
  organisation_id: string
  id: Generated<string>
  award_id: string
  content: Uint8Array
  state: Generated<'open' | 'answered'>
  answer: Uint8Array | null
  opened_at: MadeTime
  due_at: Time
  answered_by: string | null
  answered_at: Time | null
}

export interface KeptRecordRow {
  organisation_id: string
  id: Generated<string>
  content: Uint8Array
  law: string
  made_at: Time
  keep_until: Time
}

export interface LetterRow {
  organisation_id: string
  id: Generated<string>
  award_id: string | null
  secret_id: string | null
  kind: string
  language: string
  content: Uint8Array
  state: Generated<'waiting' | 'sent' | 'bounced' | 'failed'>
  message_id: string
  created_at: MadeTime
  sent_at: Time | null
  bounced_at: Time | null
  last_error: string | null
}

export interface ApiClientRow {
  organisation_id: string
  id: Generated<string>
  name: string
  scopes: string[]
  created_by: string
  created_at: MadeTime
  used_at: Time | null
  closed_at: Time | null
}

export interface IdempotencyRow {
  organisation_id: string
  client_id: string
  key: string
  request_hash: Uint8Array
  status: number
  answer: Json<unknown>
  at: MadeTime
}

export interface WebhookRow {
  organisation_id: string
  id: Generated<string>
  url: string
  wrapped_secret: Uint8Array
  events: string[]
  created_at: MadeTime
  closed_at: Time | null
}

export interface EventRow {
  organisation_id: string
  sequence: Generated<string>
  kind: string
  award_id: string | null
  content: Json<unknown>
  at: MadeTime
}

export interface DeliveryRow {
  organisation_id: string
  webhook_id: string
  event_sequence: string
  state: Generated<'waiting' | 'delivered' | 'failed'>
  attempts: Generated<number>
  last_status: number | null
  delivered_at: Time | null
}

export interface JobRow {
  id: Generated<string>
  organisation_id: string
  kind: string
  subject_id: string | null
  key: string | null
  run_at: MadeTime
  leased_until: Time | null
  attempts: Generated<number>
  last_error: string | null
  dead_at: Time | null
  created_at: MadeTime
}

export interface AuditRow {
  organisation_id: string
  sequence: string
  at: Time
  actor: string
  action: string
  subject: string
  details: Json<unknown>
  previous: Uint8Array
  hash: Uint8Array
}

export interface Tables {
  house_secret: HouseSecretRow
  alliance: AllianceRow
  organisation: OrganisationRow
  person: PersonRow
  identifier: IdentifierRow
  affiliation: AffiliationRow
  membership: MembershipRow
  session: SessionRow
  passkey: PasskeyRow
  attempt: AttemptRow
  door: DoorRow
  design: DesignRow
  cohort: CohortRow
  result: ResultRow
  secret: SecretRow
  award: AwardRow
  sealed_file: SealedFileRow
  status_list: StatusListRow
  status_entry: StatusEntryRow
  status_decision: StatusDecisionRow
  publication: PublicationRow
  claim: ClaimRow
  share_link: ShareLinkRow
  share_view: ShareViewRow
  ticket: TicketRow
  kept_record: KeptRecordRow
  letter: LetterRow
  api_client: ApiClientRow
  idempotency: IdempotencyRow
  webhook: WebhookRow
  event: EventRow
  delivery: DeliveryRow
  job: JobRow
  audit: AuditRow
}
