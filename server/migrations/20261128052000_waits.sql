-- What is owed is found by its village: what is not closed, not answered, not told. Each index has the words of server/src/office/waits.sql.
create index action_at_work on record (scope)
  where kind = 'action' and not gone and fields->>'state' is distinct from 'closed';
create index advice_unanswered on record (scope) where kind = 'advice' and not gone and not fields ? 'verdict';
create index advice_untold on record (scope)
  where kind = 'advice' and not gone and fields ? 'voice'
    and (fields ? 'with' or not jsonb_path_exists(fields,
      '$.echoes[*] ? (@.to == $.voice.name && @.at >= $.answered_at)'));
create index issue_answered on record (scope)
  where kind = 'issue' and not gone
    and fields->>'standing' in ('settled', 'redirected', 'merged', 'parked', 'declined', 'closed');
