-- What an office or a commune owes itself, on its work list: few among all that is open.
create index obligation_open_of on obligation (owed_by) where done_on is null;
