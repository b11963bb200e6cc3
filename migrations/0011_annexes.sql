-- What an act adds beside the declaration: comments, a return, an outcome, an investigation. Its running text is in
-- `sealed`, as that of a body.
alter table declaration_act add column annex json;
