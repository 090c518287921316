/* person_web.c: the page of one participant: where the person is, the way so far, what is due, who must act and why, what may be begun.
 * PROMO-002, 003, 006 */
#include "app/change/page.html.h"
#include "app/change/view.h"
#include "base/text.h"

enum { MORE = 24, FACTS = 24, KINDS = 16 };

static void (*const *fillers)(struct req *, const struct participant *, struct person_more *);

void change_more(void (*const *fill)(struct req *, const struct participant *, struct person_more *))
{
	fillers = fill;
}

static void fact(struct fact_lines *l, const char *label, const char *text, const char *note)
{
	l->at[l->n++] = (struct person_fact){label, text, note};
}

static struct phase_lines phases_of(struct req *r, const struct participant *p)
{
	struct phase_lines all = {arena_array(r->mem, 4, sizeof *all.at), 4};

	for (int i = 0; i < all.n; i++)
		all.at[i] = (struct phase_line){participant_phases[i].label, i == (int)participant_phase(p)};
	return all;
}

/* ---- what happened and what is due ---- */

static void add_history(struct req *r, struct person_events *l, int64_t id)
{
	struct rows *h = participant_history(r->db, id);

	for (int i = 0; i < h->n; i++) {
		const struct code *event = code_find(participant_events, row_text(h, i, "event"));
		const struct code *state = code_find(participant_states, row_text(h, i, "became"));

		person_event_add(l, row_date(h, i, "day"), arena_print(r->mem, "%s%s%s%s", event ? event->label : "", *row_text(h, i, "document") ?
			"（" : "", row_text(h, i, "document"), *row_text(h, i, "document") ? "）" : ""), state ? state->label : "", "plain", NULL,
				"ok");
	}
}

static void add_records(struct req *r, struct person_events *l, const struct life *life, const struct life_who *who)
{
	for (int i = 0; i < life->n; i++) {
		const struct life_record *x = &life->at[i];

		if (!life_may_see_record(x, who))
			continue;
		person_event_add(l, x->day, x->kind->title, x->state.label, life_look(x), NULL, "ok");
		l->at[l->n - 1].act = life_record_url(r, x);
	}
}

static struct person_events timeline(struct req *r, const struct life *l, const struct life_who *who, const struct person_more *more)
{
	struct deadlines due = deadline_of(r->db, r->mem, l->subject.kind->name, l->subject.id, r->today);
	struct rows *h = participant_history(r->db, l->subject.id);
	struct person_events all = {arena_array(r->mem, (size_t)(h->n + l->n + due.n + more->events_n + 4), sizeof *all.at), 0};
	const struct participant *p = l->participant;

	add_history(r, &all, p->id);
	add_records(r, &all, l, who);
	if (date_set(p->class_from) && date_before(r->today, p->class_from))
		person_event_add(&all, p->class_from, "開訓", "預定", "soon", NULL, "now");
	person_deadlines_add(r, &all, &due);
	for (int i = 0; i < more->events_n; i++)
		all.at[all.n++] = more->events[i];
	person_events_sort(r, &all);
	return all;
}

/* ---- whose turn it is ---- */

/* What waits for somebody, for who may know of it. */
static struct turn_lines turns_of(struct req *r, const struct life *l, const struct life_who *who)
{
	struct turn_lines all = {arena_array(r->mem, (size_t)l->n, sizeof *all.at), 0};

	for (int i = 0; i < l->n; i++)
		for (const struct life_station *s = l->subject.kind->stations; s->bit && life_may_see_record(&l->at[i], who); s++)
			if (life_waits(l->at[i].kind, l->at[i].state.id) & s->bit)
				all.at[all.n++] = (struct turn_line){arena_print(r->mem, "%s（%s）", l->at[i].kind->title, l->at[i].state.label),
					s->name,
					life_record_url(r, &l->at[i])};
	return all;
}

static const char *next_of(struct req *r, const struct participant *p)
{
	switch (participant_state(p)) {
	case PARTICIPANT_RESERVE:
		return "備選，俟正選人員有缺時依受訓序列遞補；年度終了未遞補者失其效力（升官等訓練辦法第8條）。";
	case PARTICIPANT_RESERVE_LAPSED:
		return arena_print(r->mem, "備選於%lld年度終了失其效力（升官等訓練辦法第8條）；次年度起依規定重新遴選。", (long long)p->year);
	case PARTICIPANT_WAITING:
		return date_set(p->class_from) ? arena_print(r->mem, "待訓，%s開訓。", date_long_text(r->mem,
			p->class_from)) : "待訓，俟保訓會及國家文官學院排定班期。";
	case PARTICIPANT_DEFERRED: case PARTICIPANT_SUSPENDED:
		return "原因消滅後3個月內檢附證明文件向服務機關申請補訓；服務機關請登錄原因消滅日。";
	case PARTICIPANT_MAKEUP_OPEN:
		return "原因已消滅，請於期限內申請補訓；逾期視同放棄補訓及保留之受訓資格。";
	case PARTICIPANT_MAKEUP_APPROVED:
		return "已核准次年度補訓，後續請見次年度之參訓紀錄。";
	case PARTICIPANT_IN_TRAINING:
		return "受訓中；有停止訓練或廢止受訓資格之事由時，由訓練機關（構）、學校函報保訓會。";
	case PARTICIPANT_COMPLETED:
		return "訓練期滿，俟保訓會核定成績。";
	case PARTICIPANT_FAILED:
		return arena_print(r->mem, "成績不及格，符合資格者得自%lld年度起重新遴選，全額自費，得以公假參訓。", (long long)p->year + 1);
	case PARTICIPANT_ANNULLED:
		return "不可歸責者，得於撤銷函送達之次日起3年內重新遴選並申請免訓。";
	case PARTICIPANT_EXEMPT_APPROVED:
		return "視同訓練合格，俟保訓會於同一年度統一請證。";
	default:
		return "";
	}
}

/* ---- the parties ---- */

static struct fact_lines parties_of(struct req *r, const struct participant *p)
{
	struct fact_lines l = {arena_array(r->mem, 4, sizeof *l.at), 0};

	fact(&l, "服務機關", p->agency_name, p->agency_code);
	fact(&l, "遴選機關", p->selector_name, p->selector_code);
	fact(&l, "保訓會", "公務人員保障暨培訓委員會", r->app->contact(r, arena_print(r->mem, "%s法規疑義", p->type.label)));
	fact(&l, "國家文官學院", *p->institute_name ? arena_print(r->mem, "班務（訓練機關：%s）", p->institute_name) : "班務",
		r->app->contact(r, arena_print(r->mem, "%s班務事項", p->type.label)));
	return l;
}

static struct fact_lines facts_of(struct req *r, const struct life *l, const struct person_more *more)
{
	const struct participant *p = l->participant;
	struct fact_lines all = {arena_array(r->mem, (size_t)(FACTS + more->facts_n), sizeof *all.at), 0};

	fact(&all, "正選/備選", p->outcome.label, p->place ? arena_print(r->mem, "受訓序列 %lld", (long long)p->place) : NULL);
	fact(&all, "參訓身分", p->origin.label, participant_allotted(p) ? "占年度分配名額" : "不占年度分配名額");
	fact(&all, "公費/自費", p->cost.label, NULL);
	fact(&all, "職稱", p->title, NULL);
	if (date_set(p->class_from))
		fact(&all, "訓練期間", arena_print(r->mem, "%s 至 %s", date_text(r->mem, p->class_from), date_text(r->mem, p->class_until)), NULL);
	if (change_person(l)->filled)
		fact(&all, "缺額", "已由備選遞補", NULL);
	for (int i = 0; i < more->facts_n; i++)
		all.at[all.n++] = more->facts[i];
	return all;
}

static struct act_lines acts_of(struct req *r, const struct life *l, const struct life_who *who)
{
	struct act_lines all = {arena_array(r->mem, KINDS, sizeof *all.at), 0};

	for (const struct life_kind *const *k = life_all(); *k; k++) {
		const char *held;

		if (life_subject_of(*k) != l->subject.kind || !life_beginning(*k, who))
			continue;
		held = (*k)->held ? (*k)->held(l) : NULL;
		if (!held || *held)
			all.at[all.n++] = (struct act_line){(*k)->title, held, life_begin_url(r, l, *k)};
	}
	return all;
}

static struct year_lines years_of(struct req *r, const struct life *l)
{
	const struct participants *others = &change_person(l)->others;
	struct year_lines all = {arena_array(r->mem, (size_t)others->n, sizeof *all.at), 0};

	for (int i = 0; i < others->n; i++)
		if (others->at[i].id != l->subject.id && change_may_know(r, &others->at[i]))
			all.at[all.n++] = (struct year_line){arena_print(r->mem, "%lld年度%s", (long long)others->at[i].year,
				others->at[i].type.label),
				others->at[i].state.label, participant_url(r, others->at[i].id)};
	return all;
}

static const char *look_of(const struct participant *p)
{
	switch (participant_state(p)) {
	case PARTICIPANT_PASSED: case PARTICIPANT_CERTIFIED: case PARTICIPANT_EXEMPT_APPROVED: case PARTICIPANT_CERTIFICATE_REQUESTED:
		return "done";
	case PARTICIPANT_REVOKED: case PARTICIPANT_EXPELLED: case PARTICIPANT_ANNULLED: case PARTICIPANT_LAPSED: case PARTICIPANT_FAILED:
		return "late";
	default:
		return "soon";
	}
}

void change_person_get(struct req *r)
{
	struct life l;
	struct person_more more = {0};

	if (!life_load_of(r->db, r->mem, &change_subject, r->id[0], r->today, &l)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	if (r->json) {
		reply_record(r, participant_fields, l.participant);
		return;
	}
	struct life_who who = life_who_for(r, &l);

	more.events = arena_array(r->mem, MORE, sizeof *more.events);
	more.facts = arena_array(r->mem, MORE, sizeof *more.facts);
	for (int i = 0; fillers && fillers[i]; i++)
		fillers[i](r, l.participant, &more);
	struct person_view v = {.r = r, .p = l.participant, .look = look_of(l.participant), .next = next_of(r, l.participant),
		.phases = phases_of(r, l.participant), .life = timeline(r, &l, &who, &more), .facts = facts_of(r, &l, &more),
		.parties = parties_of(r, l.participant), .acts = acts_of(r, &l, &who), .turns = turns_of(r, &l, &who), .years = years_of(r, &l),
		.back = list_back(r, "/promotion/participants")};

	participant_page(reply_page(r, 200, l.participant->name), &v);
}
