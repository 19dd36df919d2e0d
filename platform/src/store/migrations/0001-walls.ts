// What keeps the first shape of the store honest: rows of a tenant behind row-level security, which is closed
// where nobody said whose rows are asked for; what was awarded unchanged for ever, whoever asks.

export const sql = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Only the columns named in the trigger may change.
create function refuse_other_change() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - tg_argv) is distinct from (to_jsonb(old) - tg_argv) then
    raise exception '% is never changed but for %', tg_table_name, array_to_string(tg_argv, ', ')
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

do $$
declare t text;
begin
  foreach t in array array['sealed_file','status_entry','status_decision','event','audit'] loop
    execute format('create trigger stays before update or delete on %I for each row execute function refuse_change()', t);
  end loop;
  foreach t in array array['award','design','secret','status_list','organisation'] loop
    execute format('create trigger stays before delete on %I for each row execute function refuse_change()', t);
  end loop;
  foreach t in array array['organisation','design','secret','award','sealed_file','status_list','status_entry',
    'status_decision','event','audit'] loop
    execute format('create trigger is_not_emptied before truncate on %I execute function refuse_change()', t);
  end loop;
end $$;

-- Of an award only who holds it may change, and once its learner is erased what they were told apart by; of a
-- design only that it is withdrawn.
create trigger keeps before update on award
  for each row execute function refuse_other_change('person_id', 'issuing_key');
create function refuse_to_forget_who() returns trigger language plpgsql as $$
begin
  if new.issuing_key <> 'erased:' || new.id or exists (select from secret
      where organisation_id = new.organisation_id and id = new.secret_id and destroyed_at is null) then
    raise exception 'award is never changed but for person_id' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger forgets_who before update on award
  for each row when (old.issuing_key is distinct from new.issuing_key) execute function refuse_to_forget_who();
create trigger keeps before update on design
  for each row execute function refuse_other_change('withdrawn_at');
create trigger keeps before update on status_list
  for each row execute function refuse_other_change('closed_at');

-- A secret is wrapped anew or destroyed; what was destroyed stays destroyed.
create trigger keeps before update on secret
  for each row execute function refuse_other_change('wrapped', 'destroyed_at', 'learner_key');
create trigger stays_destroyed before update on secret
  for each row when (old.destroyed_at is not null) execute function refuse_change();

-- What was revoked is not decided upon again (W3C Bitstring Status List 1.0, 2.2).
create function refuse_after_revocation() returns trigger language plpgsql as $$
begin
  if exists (select from status_decision where organisation_id = new.organisation_id
      and award_id = new.award_id and status = 'revoked') then
    raise exception 'a revoked award stays revoked' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger is_final before insert on status_decision
  for each row execute function refuse_after_revocation();

-- Only within the list, and only while it is open.
create function refuse_outside_list() returns trigger language plpgsql as $$
begin
  perform from status_list where organisation_id = new.organisation_id and name = new.list
    and closed_at is null and new.index < size for share;
  if not found then
    raise exception 'the status list % gives no such entry', new.list using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger is_within before insert on status_entry
  for each row execute function refuse_outside_list();

do $$
begin
  if not exists (select from pg_roles where rolname = 'tessera_app') then
    create role tessera_app nologin nosuperuser nobypassrls;
  end if;
  if not pg_has_role(current_user, 'tessera_app', 'member') then
    execute format('grant tessera_app to %I', current_user);
  end if;
end $$;

-- Whose rows are asked for: nobody's, where it was not said.
create function tenant() returns text language sql stable parallel safe
  return nullif(current_setting('tessera.organisation', true), '');

do $$
declare t text;
begin
  foreach t in array array['design','cohort','result','secret','award','sealed_file','status_list','status_entry',
    'status_decision','publication','claim','share_link','share_view','ticket','letter','api_client','idempotency','webhook',
    'event','delivery','kept_record','audit'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_rows on %I using (organisation_id = tenant()) with check (organisation_id = tenant())', t);
  end loop;
  -- Seen by all, since visitors come before a desk is chosen; written from the own desk only.
  foreach t in array array['organisation','membership'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy seen_by_all on %I for select using (true)', t);
  end loop;
end $$;
create policy own_desk on organisation using (id = tenant()) with check (id = tenant());
create policy own_desk on membership using (organisation_id = tenant()) with check (organisation_id = tenant());

-- Somebody with an account sees their own awards, whoever issued them.
create policy own_awards on award for select
  using (person_id = nullif(current_setting('tessera.person', true), '')::uuid);

revoke create on schema public from public;
grant usage on schema public to tessera_app;
grant select, insert, update, delete on all tables in schema public to tessera_app;
revoke insert, update, delete on migration from tessera_app;
revoke update, delete on audit, sealed_file, status_decision, status_entry, event from tessera_app;
revoke delete on alliance, organisation, person, design, cohort, secret, award, status_list, house_secret from tessera_app;
`
