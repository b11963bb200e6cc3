-- What a filing was judged with besides the register of enterprises: registers of providers, exposure limits, earlier
-- filings. Kept with the judgement, so that a limit corrected later changes nothing that was judged before.
alter table declaration_act add column known json;

-- Diagnoses are for the health office: the role of whoever asks is part of the scope, beside tenant and reach.
create function app_health() returns boolean
  language sql stable parallel safe
  as $$ select coalesce(current_setting('app.role', true) = 'health-office', false) $$;
