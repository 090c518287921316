-- form_use_find: has this one-time form been used?
SELECT location FROM form_use WHERE token = $1 AND account = $2;

-- form_use_put: it has now
INSERT INTO form_use (token, account, location, at) VALUES ($1, $2, $3, $4);

-- form_use_sweep: a day is long enough
DELETE FROM form_use WHERE at < $1;

-- long_note_put: what the next page shall say
INSERT INTO long_note (token, text, at) VALUES ($1, $2, $3);

-- long_note_find: by what its reader brings
SELECT text FROM long_note WHERE token = $1;

-- long_note_sweep: nobody came for it
DELETE FROM long_note WHERE at < $1;

-- list_memory_find: the conditions that somebody last searched a list with
SELECT query FROM list_memory WHERE account = $1 AND path = $2;

-- list_memory_put: remember them
INSERT INTO list_memory (account, path, query) VALUES ($1, $2, $3)
ON CONFLICT (account, path) DO UPDATE SET query = excluded.query;
