// The first shape of the store. Tenants are organisations of an alliance. Row-level security is the second
// wall behind the queries: forced, and closed where nobody said whose rows are asked for.
//
// What was awarded is never changed and never goes away with a course, a design or an account: no foreign
// key to an award cascades, and triggers refuse updates and deletions of awards, sealed files, status
// decisions and the audit.

export const sql = `
create table alliance (
  id text primary key,
  name jsonb not null
);

create table organisation (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  alliance_id text not null references alliance,
  profile jsonb not null,
  -- how it seals: the toolkit's issuer settings (issuer/1)
  issuer jsonb not null,
  -- pulled: nothing is sealed until it is released
  stopped_at timestamptz,
  stopped_by uuid,
  stop_reason text,
  created_at timestamptz not null default now()
);

-- People. An e-mail address is one identifier among others, never the identity.
create table person (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  language text not null default 'en',
  created_at timestamptz not null default now(),
  erased_at timestamptz
);

create table identifier (
  kind text not null check (kind in ('oidc', 'email', 'esi', 'eppn', 'unique-id', 'subject-id', 'orcid')),
  -- who speaks for it: the identity provider's issuer; empty for e-mail
  authority text not null default '',
  value text not null,
  person_id uuid not null references person,
  verified_at timestamptz not null,
  primary key (kind, authority, value)
);

-- What an identity provider says of somebody's place: facts for the desk, never a right here.
create table affiliation (
  person_id uuid not null references person,
  -- the identity provider's issuer
  authority text not null,
  -- schacHomeOrganization
  home text not null default '',
  -- eduPersonScopedAffiliation: student@uni.example; empty where only the home is told
  affiliation text not null default '',
  seen_at timestamptz not null,
  primary key (person_id, authority, home, affiliation)
);

create table membership (
  organisation_id text not null references organisation,
  person_id uuid not null references person,
  role text not null check (role in ('owner', 'designer', 'issuer', 'approver', 'registrar', 'auditor')),
  granted_by uuid,
  granted_at timestamptz not null default now(),
  primary key (organisation_id, person_id, role)
);

create table session (
  id_hash bytea primary key,
  person_id uuid not null references person,
  -- whose desk the visitor sits at
  organisation_id text references organisation,
  csrf text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- when the person last proved to be there (passkey, sign-in)
  proved_at timestamptz not null,
  device text not null default ''
);

create table passkey (
  id text primary key,
  person_id uuid not null references person,
  public_key bytea not null,
  counter bigint not null,
  name text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);

create index identifier_of_person on identifier (person_id);
create index membership_of_person on membership (person_id);
create index session_of_person on session (person_id);
create index passkey_of_person on passkey (person_id);

-- A sign-in or a passkey under way: the browser holds its secret in a cookie, and it is taken away when used.
create table attempt (
  secret_hash bytea primary key,
  content jsonb not null,
  expires_at timestamptz not null
);

-- A door opens on a secret somebody holds: a claim link, a code on paper, a share link, a token of the API.
-- It says where to look and nothing about anybody; only the hash of the secret is kept.
create table door (
  secret_hash bytea primary key,
  kind text not null check (kind in ('claim', 'paper', 'share', 'api', 'sign-in')),
  organisation_id text not null references organisation,
  subject_id uuid not null,
  expires_at timestamptz,
  closed_at timestamptz,
  tries integer not null default 0,
  created_at timestamptz not null default now()
);

create table design (
  organisation_id text not null references organisation,
  id text not null,
  version text not null,
  body jsonb not null,
  digest text not null,
  frozen_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id, version)
);

create table cohort (
  organisation_id text not null references organisation,
  id uuid not null default gen_random_uuid(),
  design_id text not null,
  design_version text not null,
  name text not null,
  state text not null default 'collecting'
    check (state in ('collecting', 'names', 'approval', 'approved', 'sealing', 'paused', 'stopped', 'done')),
  formats text[] not null default '{edc,ob3,sd-jwt}',
  created_by uuid not null,
  created_at timestamptz not null default now(),
  submitted_by uuid,
  submitted_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  finished_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, design_id, design_version) references design,
  -- a second person approves
  check (approved_by is null or approved_by <> submitted_by)
);

-- Results come first; only ratified results become awards.
create table result (
  organisation_id text not null,
  id uuid not null default gen_random_uuid(),
  cohort_id uuid not null,
  -- hash of who the learner is within the cohort (toolkit issue/ledger, issuingKey)
  learner_key text not null,
  row_number integer not null,
  -- learner, results, grade, date, as the toolkit's CohortRow; encrypted with the key of the person concerned
  content bytea not null,
  content_digest text not null,
  state text not null default 'new'
    check (state in ('new', 'duplicate', 'below-threshold', 'name-missing', 'faulty', 'ready', 'awarded', 'left-out')),
  faults jsonb not null default '[]',
  source text not null check (source in ('form', 'file', 'paste', 'api')),
  entered_by uuid,
  entered_at timestamptz not null default now(),
  name_confirmed_at timestamptz,
  ratified_by uuid,
  ratified_at timestamptz,
  award_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, cohort_id, learner_key),
  foreign key (organisation_id, cohort_id) references cohort
);

-- One key for everything personal of one learner at one organisation. Destroying it is the erasure.
create table secret (
  organisation_id text not null references organisation,
  id uuid not null default gen_random_uuid(),
  -- the key, wrapped with the key of the house
  wrapped bytea,
  destroyed_at timestamptz,
  primary key (organisation_id, id)
);

create table award (
  organisation_id text not null references organisation,
  id uuid not null,
  cohort_id uuid,
  design_id text not null,
  design_version text not null,
  -- who holds it, once claimed with an account
  person_id uuid references person,
  secret_id uuid not null,
  -- what was awarded once only: design version and learner, hashed
  issuing_key text not null,
  -- the toolkit's award/1, encrypted with the secret
  content bytea not null,
  language text not null,
  status_list text not null,
  status_index integer not null,
  issued_at timestamptz not null,
  supersedes uuid,
  primary key (organisation_id, id),
  unique (organisation_id, status_list, status_index),
  foreign key (organisation_id, secret_id) references secret,
  foreign key (organisation_id, supersedes) references award
);
create unique index award_once on award (organisation_id, issuing_key) where supersedes is null;
create unique index award_superseded_once on award (organisation_id, supersedes) where supersedes is not null;
create index award_of_person on award (person_id) where person_id is not null;

create table sealed_file (
  organisation_id text not null,
  award_id uuid not null,
  format text not null,
  extension text not null,
  media_type text not null,
  -- encrypted with the award's secret
  content bytea not null,
  sha256 bytea not null,
  primary key (organisation_id, award_id, format, extension),
  foreign key (organisation_id, award_id) references award
);

create table status_list (
  organisation_id text not null references organisation,
  name text not null,
  size integer not null,
  primary key (organisation_id, name)
);

-- Reserved before anything is built, so that an index is never given twice, even after a restore.
create table status_entry (
  organisation_id text not null,
  list text not null,
  index integer not null,
  award_id uuid not null,
  reserved_at timestamptz not null default now(),
  primary key (organisation_id, list, index),
  foreign key (organisation_id, list) references status_list
);

create table status_decision (
  organisation_id text not null,
  award_id uuid not null,
  sequence integer not null,
  status text not null check (status in ('valid', 'suspended', 'revoked')),
  kind text not null check (kind in ('withdrawn', 'annulled', 'suspended', 'restored', 'superseded')),
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (organisation_id, award_id, sequence),
  foreign key (organisation_id, award_id) references award
);

create table claim (
  organisation_id text not null,
  award_id uuid not null,
  -- what else the learner must know: hash of date of birth or of the learner's number
  second_fact text not null check (second_fact in ('birth-date', 'number', 'code')),
  second_fact_hash bytea not null,
  wrong_tries integer not null default 0,
  opened_at timestamptz,
  claimed_at timestamptz,
  reminded_at timestamptz,
  primary key (organisation_id, award_id),
  foreign key (organisation_id, award_id) references award
);

create table share_link (
  organisation_id text not null,
  id uuid not null default gen_random_uuid(),
  award_id uuid not null,
  label text not null default '',
  -- which fields are shown: a preset's name
  preset text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  closed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, award_id) references award
);

create table share_view (
  organisation_id text not null,
  link_id uuid not null,
  at timestamptz not null,
  foreign key (organisation_id, link_id) references share_link
);

create table ticket (
  organisation_id text not null,
  id uuid not null default gen_random_uuid(),
  award_id uuid not null,
  content bytea not null,
  state text not null default 'open' check (state in ('open', 'answered')),
  answer bytea,
  opened_at timestamptz not null default now(),
  due_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, award_id) references award
);

-- Letters to send, written in the transaction of the deed they tell of.
create table letter (
  organisation_id text not null references organisation,
  id uuid not null default gen_random_uuid(),
  award_id uuid,
  kind text not null,
  language text not null,
  -- address and words, encrypted with the award's secret where there is an award
  content bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'bounced', 'failed')),
  message_id text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  bounced_at timestamptz,
  last_error text,
  primary key (organisation_id, id)
);

create table api_client (
  organisation_id text not null references organisation,
  id uuid not null default gen_random_uuid(),
  name text not null,
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  closed_at timestamptz,
  primary key (organisation_id, id)
);

create table idempotency (
  organisation_id text not null,
  client_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (organisation_id, client_id, key)
);

create table webhook (
  organisation_id text not null references organisation,
  id uuid not null default gen_random_uuid(),
  url text not null,
  wrapped_secret bytea not null,
  events text[] not null,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (organisation_id, id)
);

create table event (
  organisation_id text not null references organisation,
  sequence bigint generated always as identity,
  kind text not null,
  award_id uuid,
  content jsonb not null,
  at timestamptz not null default now(),
  primary key (organisation_id, sequence)
);

create table delivery (
  organisation_id text not null,
  webhook_id uuid not null,
  event_sequence bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  last_status integer,
  delivered_at timestamptz,
  primary key (organisation_id, webhook_id, event_sequence),
  foreign key (organisation_id, webhook_id) references webhook,
  foreign key (organisation_id, event_sequence) references event
);

-- Work to do. It names whose and what; what it is about stands in the tenant's own tables.
create table job (
  id bigint generated always as identity primary key,
  organisation_id text not null references organisation,
  kind text not null,
  subject_id uuid,
  -- one job a key at a time
  key text unique,
  run_at timestamptz not null default now(),
  leased_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null default now()
);
create index job_due on job (run_at);

-- Who did what, each line bound to the one before by its hash; nobody can be read from it but by the desk.
create table audit (
  organisation_id text not null references organisation,
  sequence bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  details jsonb not null,
  previous bytea not null,
  hash bytea not null,
  primary key (organisation_id, sequence)
);
`
