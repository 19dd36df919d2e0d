// The first shape of the store: organisations of an alliance, who are its tenants, and what is outside every
// tenant: people, their sign-ins, and doors that open on a secret.

export const sql = `
-- Keys of the house's own, wrapped with the key that is kept outside.
create table house_secret (
  name text primary key,
  wrapped bytea not null
);

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
  -- what the law of its country makes it keep after an erasure (hold/kept-record.ts); nothing where it is null
  keeps jsonb,
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
  kind text not null check (kind in ('claim', 'paper', 'share', 'api', 'sign-in', 'name')),
  organisation_id text not null references organisation,
  subject_id uuid not null,
  expires_at timestamptz,
  closed_at timestamptz,
  tries integer not null default 0,
  created_at timestamptz not null default now()
);
create index door_to on door (organisation_id, subject_id);
`
