-- Since when the 輔導員 on the form serves; outdated: the newest signed version when the 輔導員 changed, 0: none is.
ALTER TABLE plan_form ADD COLUMN guide_from TEXT;
ALTER TABLE plan_form ADD COLUMN outdated BIGINT NOT NULL DEFAULT 0;

-- Who stood on the form when this version was signed; '' and NULL of those before this was kept.
ALTER TABLE plan_form_file ADD COLUMN guide TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_form_file ADD COLUMN guide_from TEXT;
