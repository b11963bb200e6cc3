-- Which acts came after the first does not depend on who asks: read through row-level security, an accident amended
-- to another province would go on counting in the first one, whose office cannot see the amendment. The view reads as
-- its owner and shows nothing but the order of acts. Few accidents are amended, so it stays small.
create view accident_fact_later as select tenant_id, declaration_id, seq, recorded_at from accident_fact where seq > 1;
grant select on accident_fact_later to khaibao_app;

-- The state of every accident is the row that none of these follows.
create index accident_fact_amended on accident_fact (tenant_id, declaration_id, seq, recorded_at) where seq > 1;

-- Tables for everybody: computed once after their period has closed, suppressed once, never computed again.
-- What is suppressed is not stored, so it cannot leak from here.
create table published_table (
  table_id    text not null,
  period      text not null,                              -- '2025', '2025-H1'
  computed_at timestamptz not null,
  content     json not null,
  primary key (table_id, period)
);
grant select, insert on published_table to khaibao_app;
