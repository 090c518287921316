-- upkeep_remover: who removed something, and as what
SELECT coalesce(nullif(full_name, ''), name) AS who, role FROM account WHERE id = $1;
