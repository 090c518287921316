-- Batches whose files are still kept, by when they ended.                                                            LEARN-026
CREATE INDEX import_batch_filed ON import_batch (finished) WHERE file IS NOT NULL;
