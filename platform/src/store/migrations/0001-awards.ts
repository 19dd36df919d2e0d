// The first shape of the store: what is a tenant's. Every key begins with the organisation's, so that no row can
// point into another house. What was awarded never goes away with a course, a design or an account: no foreign
// key cascades. The walls around it all: 0001-walls.ts.

export const sql = `
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
  -- until when learners may look at the spelling of their names
  names_until timestamptz,
  submitted_by uuid,
  submitted_at timestamptz,
  -- what the second person said when it was sent back
  sent_back text,
  approved_by uuid,
  approved_at timestamptz,
  finished_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, design_id, design_version) references design,
  -- a second person approves
  check (approved_by is null or (submitted_by is not null and approved_by <> submitted_by))
);
create index cohort_of_design on cohort (organisation_id, design_id, design_version);


-- One key for everything personal of one learner at one organisation. Destroying it is the erasure.
create table secret (
  organisation_id text not null references organisation,
  id uuid not null default gen_random_uuid(),
  -- fingerprint of what makes two rows the same learner, under a key of the house; goes with the erasure
  learner_key text,
  -- the key, wrapped with the key of the house
  wrapped bytea,
  destroyed_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, learner_key),
  check ((destroyed_at is null) = (wrapped is not null)),
  check (destroyed_at is null or learner_key is null)
);

-- Results come first; only ratified results become awards.
create table result (
  organisation_id text not null,
  id uuid not null default gen_random_uuid(),
  cohort_id uuid not null,
  secret_id uuid not null,
  -- who the learner is: fingerprint of the toolkit's learnerKey, as in secret
  learner_key text not null,
  row_number integer not null,
  -- learner, results, grade, date, as the toolkit's CohortRow; encrypted with the secret
  content bytea not null,
  content_digest text not null,
  state text not null default 'new'
    check (state in ('new', 'duplicate', 'below-threshold', 'name-missing', 'faulty', 'ready', 'awarded', 'left-out')),
  faults jsonb not null default '[]',
  source text not null check (source in ('form', 'file', 'paste', 'api')),
  entered_by uuid,
  entered_at timestamptz not null default now(),
  -- what another list says of this learner, until somebody decides; encrypted with the secret
  proposed bytea,
  name_asked_at timestamptz,
  name_confirmed_at timestamptz,
  ratified_by uuid,
  ratified_at timestamptz,
  award_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, cohort_id, learner_key),
  foreign key (organisation_id, cohort_id) references cohort,
  foreign key (organisation_id, secret_id) references secret
);
create index result_in_state on result (organisation_id, cohort_id, state);
create index result_of_learner on result (organisation_id, secret_id);
create index result_awarded on result (organisation_id, award_id) where award_id is not null;

create table status_list (
  organisation_id text not null references organisation,
  name text not null,
  size integer not null check (size >= 131072 and size % 8 = 0),
  created_at timestamptz not null default now(),
  -- full, or a backup was restored over it: what was given after the backup is not known, so nothing more is given
  closed_at timestamptz,
  primary key (organisation_id, name)
);

-- Reserved before anything is built, so that an index is never given twice, even after a restore.
create table status_entry (
  organisation_id text not null,
  list text not null,
  index integer not null check (index >= 0),
  award_id uuid not null,
  reserved_at timestamptz not null default now(),
  primary key (organisation_id, list, index),
  unique (organisation_id, award_id),
  unique (organisation_id, list, index, award_id),
  foreign key (organisation_id, list) references status_list
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
  -- what was awarded once only: fingerprint of the toolkit's issuingKey
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
  foreign key (organisation_id, cohort_id) references cohort,
  foreign key (organisation_id, design_id, design_version) references design,
  foreign key (organisation_id, secret_id) references secret,
  foreign key (organisation_id, supersedes) references award,
  foreign key (organisation_id, status_list, status_index, id)
    references status_entry (organisation_id, list, index, award_id),
  check (supersedes <> id)
);
create unique index award_once on award (organisation_id, issuing_key) where supersedes is null;
create unique index award_superseded_once on award (organisation_id, supersedes) where supersedes is not null;
create index award_of_person on award (person_id) where person_id is not null;
create index award_of_cohort on award (organisation_id, cohort_id);
create index award_of_design on award (organisation_id, design_id, design_version);
create index award_of_learner on award (organisation_id, secret_id);
create index award_by_time on award (organisation_id, issued_at, id);

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

-- What the organisation serves to verifiers, by its path: status lists, DID document, types, revocation list.
create table publication (
  organisation_id text not null references organisation,
  path text not null,
  media_type text not null,
  content bytea not null,
  -- how many decisions it knows of; more of them make it stale
  covers bigint not null default 0,
  made_at timestamptz not null,
  primary key (organisation_id, path)
);

create table claim (
  organisation_id text not null,
  award_id uuid not null,
  -- what else the learner must know: hash of date of birth or of the learner's number
  second_fact text not null check (second_fact in ('birth-date', 'number', 'code')),
  second_fact_hash bytea not null,
  -- the code the desk tells a learner who has neither, encrypted with the secret
  code bytea,
  wrong_tries integer not null default 0,
  -- after too many wrong tries nothing opens it until then
  closed_until timestamptz,
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
  -- what the learner calls it and the secret of its address, encrypted with the learner's secret
  content bytea not null,
  -- which fields are shown: a preset's name
  preset text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  closed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, award_id) references award
);
create index share_link_of_award on share_link (organisation_id, award_id);

-- That it was opened, and on which day: never by whom.
create table share_view (
  organisation_id text not null,
  link_id uuid not null,
  at timestamptz not null,
  foreign key (organisation_id, link_id) references share_link
);
create index share_view_of_link on share_view (organisation_id, link_id, at);

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
create index ticket_due on ticket (organisation_id, state, due_at);
create index ticket_of_award on ticket (organisation_id, award_id);

-- What the law obliges the organisation to keep of a learner who was erased: the few facts it names, until then.
create table kept_record (
  organisation_id text not null references organisation,
  id uuid not null default gen_random_uuid(),
  -- encrypted with the key of the house, since the learner's is gone
  content bytea not null,
  law text not null,
  made_at timestamptz not null,
  keep_until timestamptz not null,
  primary key (organisation_id, id)
);
create index kept_record_until on kept_record (organisation_id, keep_until);

-- Letters to send, written in the transaction of the deed they tell of.
create table letter (
  organisation_id text not null references organisation,
  id uuid not null default gen_random_uuid(),
  award_id uuid,
  -- whose key its content is encrypted with; without one it is the house's own
  secret_id uuid,
  kind text not null,
  language text not null,
  -- address and words, encrypted
  content bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'bounced', 'failed')),
  message_id text not null unique,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  bounced_at timestamptz,
  last_error text,
  primary key (organisation_id, id),
  foreign key (organisation_id, award_id) references award,
  foreign key (organisation_id, secret_id) references secret
);
create index letter_of_award on letter (organisation_id, award_id);
create index letter_in_state on letter (organisation_id, state, created_at);

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
  primary key (organisation_id, client_id, key),
  foreign key (organisation_id, client_id) references api_client
);
create index idempotency_by_time on idempotency (at);

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
create index event_of_award on event (organisation_id, award_id);

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
create index delivery_in_state on delivery (organisation_id, state);

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
  -- given up after many attempts; stays until somebody looks at it
  dead_at timestamptz,
  created_at timestamptz not null default now()
);
create index job_due on job (run_at, id) where dead_at is null;
create index job_of_organisation on job (organisation_id, kind);

-- Who did what, each line bound to the one before by its hash (store/audit.ts). It names people by number only.
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
create index audit_of_subject on audit (organisation_id, subject);
`
