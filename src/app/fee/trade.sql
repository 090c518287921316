-- trade_lapsed: nobody finished these in time; another way of paying is free again
UPDATE fee_trade_row SET live = 0 WHERE admission = $1 AND live = 1
   AND EXISTS (SELECT 1 FROM fee_trade t WHERE t.id = fee_trade_row.trade AND t.made <= $2);

-- trade_put: an order
INSERT INTO fee_trade (number, amount, made, next_ask) VALUES ($1, $2, $3, $4) RETURNING id;

-- trade_row_put: one of its certificates; no row when another order is under way for it
INSERT INTO fee_trade_row (trade, admission, amount, issued, due) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING admission;

-- trade_by_number: one order
SELECT id, number, amount, state, made, reference, code, ended FROM fee_trade WHERE number = $1;

-- trade_rows: its certificates
SELECT r.admission AS admission, r.amount, r.issued, r.due, t.name, t.exam_year AS exam_year, t.exam_code, t.exam_name, coalesce(s.number, '') AS slip
  FROM fee_trade_row r JOIN trainee t ON t.id = r.admission LEFT JOIN fee_slip s ON s.admission = r.admission WHERE r.trade = $1
UNION ALL
SELECT r.admission AS admission, r.amount, r.issued, r.due, f.name, f.exam_year AS exam_year, f.exam_code, f.exam_name, coalesce(s.number, '') AS slip
  FROM fee_trade_row r JOIN fee_training f ON f.id = -r.admission LEFT JOIN fee_slip s ON s.admission = r.admission WHERE r.trade = $1
 ORDER BY exam_year DESC, admission;

-- trade_end: paid, or not to come
UPDATE fee_trade SET state = $2, method = $3, reference = $4, code = $5, ended = $6, next_ask = NULL WHERE id = $1;

-- trade_refused: the service says no for now; its own page lets people try again
UPDATE fee_trade SET state = $2, code = $3, ended = $4 WHERE id = $1;

-- trade_free: its certificates may be paid another way
UPDATE fee_trade_row SET live = 0 WHERE trade = $1 AND live = 1;

-- trade_to_ask: those that nobody told of
SELECT number, asked FROM fee_trade WHERE next_ask <= $1 ORDER BY next_ask LIMIT $2;

-- trade_asked: when to ask again
UPDATE fee_trade SET asked = $2, next_ask = $3 WHERE number = $1 AND next_ask IS NOT NULL;
