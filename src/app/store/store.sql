-- store_content_find: a whole content by its hash
SELECT id FROM file_content WHERE sha256 = $1 AND whole = 1;

-- store_content_insert: a content whose chunks follow
INSERT INTO file_content (sha256, size, whole, touched) VALUES ($1, $2, 0, $3) RETURNING id;

-- store_content_touch: still in use; keeps it from the sweep
UPDATE file_content SET touched = $2 WHERE id = $1;

-- store_content_finish: all chunks are there, unless someone else stored the same first
UPDATE file_content SET whole = 1, touched = $2 WHERE id = $1 AND whole = 0
	AND NOT EXISTS (SELECT 1 FROM file_content o WHERE o.whole = 1 AND o.sha256 = file_content.sha256);

-- store_chunk_insert: one piece
INSERT INTO file_chunk (content, number, bytes) VALUES ($1, $2, $3);

-- store_chunk: one piece
SELECT bytes FROM file_chunk WHERE content = $1 AND number = $2;

-- store_insert: a name for a content
INSERT INTO stored_file (content, name, type, made) SELECT id, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT)
FROM file_content WHERE id = $1 AND whole = 1
RETURNING id;

-- store_delete: the name goes
DELETE FROM stored_file WHERE id = $1;

-- store_row: a file and its content
SELECT f.id, f.content, f.name, f.type, f.made, c.size, c.sha256
FROM stored_file f JOIN file_content c ON c.id = f.content WHERE f.id = $1;

-- store_unused: contents that nobody refers to, untouched for long
SELECT c.id, c.size FROM file_content c
WHERE c.touched < $1 AND c.id > $2 AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.content = c.id)
ORDER BY c.id LIMIT 100;

-- store_content_hide: a content that goes: nobody finds it any more, if still nobody refers to it
UPDATE file_content SET whole = 0 WHERE id = $1 AND touched < $2
	AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.content = file_content.id);

-- store_chunks_delete: the last pieces of a content
DELETE FROM file_chunk WHERE content = $1 AND number >= $2;

-- store_content_delete: a content without pieces
DELETE FROM file_content WHERE id = $1 AND whole = 0;
