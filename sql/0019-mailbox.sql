-- When an office corrects the mailbox of a trainee without an account, that person's codes and sessions end.

CREATE INDEX apply_code_person ON apply_code (person);
CREATE INDEX apply_session_person ON apply_session (person);
