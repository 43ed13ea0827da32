-- What comes after the bench is found by what it comes from: a session, an issue, a piece of advice, an action, a link's digest.
create index follows_session on record ((fields->>'session')) where kind in ('action', 'advice') and not gone;
create index follows_issue on record ((fields->>'issue')) where kind in ('action', 'advice') and not gone;
create index action_of_advice on record ((fields->>'advice')) where kind = 'action' and not gone;
create index advice_beside on record ((fields->>'with')) where kind = 'advice' and not gone;
create index progress_of_action on record ((fields->>'action')) where kind = 'progress' and not gone;
create index session_of_issue on record using gin ((fields->'issues')) where kind = 'session' and not gone;
create index line_of_village on record (scope) where kind = 'blueprint_line' and not gone;
create index ballot_by_key on record ((fields->>'key')) where kind = 'ballot' and not gone;
-- the notice board, and the names that no page tells
create index issue_by_standing on record ((fields->>'standing')) where kind = 'issue' and not gone;
create index person_of_scope on record (scope) where kind = 'person';
