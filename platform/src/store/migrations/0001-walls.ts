// What keeps the first shape of the store honest: rows of a tenant behind row-level security, which is closed
// where nobody said whose rows are asked for; what was awarded unchanged for ever.

export const sql = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger sealed_file_stays before update or delete on sealed_file
  for each row execute function refuse_change();
create trigger status_decision_stays before update or delete on status_decision
  for each row execute function refuse_change();
create trigger audit_stays before update or delete on audit
  for each row execute function refuse_change();
create trigger award_stays before delete on award
  for each row execute function refuse_change();

-- Of an award only who holds it may change.
create function refuse_other_change() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'person_id') is distinct from (to_jsonb(old) - 'person_id') then
    raise exception 'an award is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger award_keeps before update on award
  for each row execute function refuse_other_change();

do $$
begin
  if not exists (select from pg_roles where rolname = 'tessera_app') then
    create role tessera_app nologin;
  end if;
  if not pg_has_role(current_user, 'tessera_app', 'member') then
    execute format('grant tessera_app to %I', current_user);
  end if;
end $$;

do $$
declare t text;
begin
  foreach t in array array['design','cohort','result','secret','award','sealed_file','status_list','status_entry',
    'status_decision','claim','share_link','share_view','ticket','letter','api_client','idempotency','webhook',
    'event','delivery','audit'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_rows on %I using (organisation_id = nullif(current_setting(''tessera.organisation'', true), ''''))
      with check (organisation_id = nullif(current_setting(''tessera.organisation'', true), ''''))', t);
  end loop;
end $$;

-- Somebody with an account sees their own awards, whoever issued them.
create policy own_awards on award for select
  using (person_id = nullif(current_setting('tessera.person', true), '')::uuid);

grant usage on schema public to tessera_app;
grant select, insert, update, delete on all tables in schema public to tessera_app;
revoke update, delete on audit, sealed_file, status_decision, status_entry, event from tessera_app;
revoke delete on award from tessera_app;
`
