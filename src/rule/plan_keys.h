/* plan_keys.h: every parameter, citation and form of a training plan, by name.  Read through plan.h.
 *
 * A plan file has each of them, or an explicit null.  What HEAD and CITED say is not in the file's section of parameters: it follows
 * from the head of the file (name, year, 文號, amendments) or from its citations, so that nothing is said twice. */
#ifndef PEIXUN_PLAN_KEYS_H
#define PEIXUN_PLAN_KEYS_H

/* Name in C, key in the file, kind, number in the catalogue, what it is. */
#define PLAN_KEYS(X) \
	/* identity and basis */ \
	X(ID, "plan.id", TEXT, "P-001", "訓練計畫代號") \
	X(EXAM_NAME, "plan.exam_name", TEXT, "P-002", "考試名稱") \
	X(EXAM_YEAR, "plan.exam_year", INT, "P-003", "考試年度") \
	X(TITLE, "plan.title", TEXT, "P-004", "訓練計畫名稱") \
	X(ISSUED_ON, "plan.issued_on", DATE, "P-005", "訂定日期") \
	X(ISSUED_NO, "plan.issued_no", TEXT, "P-005", "訂定文號") \
	X(AMENDMENTS, "plan.amendments", AMENDMENTS, "P-006", "修正") \
	X(LEGAL_BASIS, "plan.legal_basis", TEXT, "P-007", "依據") \
	X(LEVELS, "plan.levels", TEXTS, "P-008", "考試等級") \
	X(TARGETS, "plan.targets", TEXTS, "P-009", "訓練對象") \
	X(EXCLUDED, "plan.excluded_categories", TEXTS, "P-010", "另訂計畫之類科") \
	X(BY_ANALOGY, "plan.by_analogy", BOOL, "P-011", "基礎訓練規定是否比照適用") \
	/* 基礎訓練 */ \
	X(BT_MODES, "bt.modes", TEXTS, "P-012", "基礎訓練之方式") \
	X(BT_DEFAULT_MODE, "bt.default_mode", TEXT, "P-013", "應優先參加之方式") \
	X(BT_LENGTH, "bt.length", LENGTH, "P-014", "基礎訓練期間") \
	X(BT_ENROL_METHOD, "bt.enrol_method", TEXT, "P-015", "參加基礎訓練之程序") \
	X(BT_DIRECT_REPORT, "bt.direct_report_by_allocation_letter", BOOL, "P-016", "分配函得否指定逕向基礎訓練機關（構）學校報到") \
	X(BT_ONLINE_ALLOWED, "bt.online.allowed", BOOL, "P-017", "得否改參加線上學習基礎訓練") \
	X(BT_ONLINE_CHAIN, "bt.online.chain", TEXTS, "P-017", "改參加線上學習基礎訓練之程序") \
	X(BT_ONLINE_FINISH_BY, "bt.online.finish_by", TEXT, "P-018", "線上學習基礎訓練完成期限") \
	X(BT_ONLINE_HOURS, "bt.online.hours", INT, "P-018", "線上學習基礎訓練時數") \
	X(BT_DISABILITY_WAIVER, "bt.disability_waiver", BOOL, "P-019", "得否逕予免除實體課程基礎訓練") \
	X(BT_SCORED, "bt.score_counted", BOOL, "P-020", "基礎訓練是否採計成績") \
	X(BT_PASS_MARK, "bt.pass_mark", INT, "P-021", "基礎訓練及格分數") \
	X(BT_WEIGHTS, "bt.weights", WEIGHTS, "P-021", "基礎訓練成績配分") \
	X(BT_SANCTIONS, "bt.test_violation_sanctions", TEXTS, "P-022", "課程測驗違規之處置") \
	X(SELF_FUNDED, "bt.self_funded_retrain.allowed", BOOL, "P-023", "得否自費重新參加基礎訓練") \
	X(SELF_FUNDED_TIMES, "bt.self_funded_retrain.times", INT, "P-023", "自費重新訓練次數上限") \
	X(SELF_FUNDED_WITHIN, "bt.self_funded_retrain.apply_within", LENGTH, "P-023", "自費重新訓練申請期限") \
	X(SELF_FUNDED_EXTENDS, "bt.self_funded_retrain.extends_end_date", BOOL, "P-024", "自費重新訓練是否加計訓期") \
	X(BT_OPERATION_RULES, "bt.operation_rules", TEXTS, "P-025", "基礎訓練作業規定") \
	X(BT_SCHEDULE_BY, "bt.course_schedule_by", TEXT, "P-026", "課程配當") \
	X(BT_METHOD_BY, "bt.method_announced_by", TEXT, "P-026", "實施方式") \
	X(BT_RULES_LIVING, "bt.rules.living", TEXT, "P-027", "基礎訓練生活管理規定") \
	X(BT_RULES_GUIDANCE, "bt.rules.guidance", TEXT, "P-028", "基礎訓練輔導規定") \
	X(BT_RULES_LEAVE, "bt.rules.leave", TEXT, "P-029", "基礎訓練請假規定") \
	X(BT_PROVIDER, "bt.provider", TEXT, "P-030", "基礎訓練機關（構）學校") \
	X(BT_COST_BY, "bt.cost_by", TEXT, "P-031", "基礎訓練經費") \
	X(BT_SUPPORT, "bt.agency_support", BOOL, "P-032", "實務訓練機關（構）學校應否協助參加基礎訓練") \
	/* 訓練期間、階段、其他訓練 */ \
	X(PERIOD_TOTAL, "period.total", LENGTH, "P-033", "訓練期間") \
	X(PERIOD_EXEMPTED, "period.exempted_bt", LENGTH, "P-034", "免除基礎訓練人員之訓練期間") \
	X(PERIOD_SHORTENED, "period.shortened", LENGTH, "P-035", "縮短實務訓練之期間") \
	X(PERIOD_COUNTED, "period.counted_from", COUNTING, "P-036", "訓練期間之起算") \
	X(STAGE_NAMES, "stage.names", TEXTS, "P-037", "實務訓練階段") \
	X(STAGE_INTERNSHIP, "stage.internship", LENGTH, "P-038", "實習階段期間") \
	X(STAGE_SKIP_FOR, "stage.skip_for", TEXTS, "P-039", "免經實習階段之人員") \
	X(STAGE_WORK_MODE, "stage.work_mode", TEXTS, "P-040", "各階段之工作方式") \
	X(CONCENTRATED_LEAST, "concentrated.length_min", LENGTH, "P-041", "集中訓練期間（最短）") \
	X(CONCENTRATED_MOST, "concentrated.length_max", LENGTH, "P-041", "集中訓練期間（最長）") \
	X(CONCENTRATED_LEAVE, "concentrated.leave_kind", TEXT, "P-042", "集中訓練期間之差假") \
	X(CONCENTRATED_REFUSE, "concentrated.agency_may_refuse", BOOL, "P-043", "得否拒絕指派參加集中訓練") \
	X(STUDY_IN_PT, "study.allowed_in_pt", BOOL, "P-044", "實務訓練期間得否選送或自行申請進修") \
	X(PT_COST_BY, "pt.cost_by", TEXT, "P-045", "實務訓練經費") \
	X(REPORT_REGISTER_ON, "report.register_on", TEXT, "P-046", "登錄報到日期之期限") \
	/* 保留受訓資格、補訓、重新訓練 */ \
	X(RETAIN_LIST, "retain.eligible_list", TEXT, "P-047", "得申請保留受訓資格之人員") \
	X(RETAIN_CAUSES, "retain.causes", TEXTS, "P-048", "保留受訓資格事由") \
	X(RETAIN_CLOSE_DAYS, "retain.window_close", INT, "P-049", "保留受訓資格申請截止（分配結果公告日前日數）") \
	X(RETAIN_CHANNEL, "retain.channel", TEXTS, "P-050", "保留受訓資格申請方式") \
	X(RETAIN_SPOUSE_BAR, "retain.spouse_bar", BOOL, "P-051", "養育三足歲以下子女之配偶限制") \
	X(RETAIN_NEW_LAW_ONLY, "retain.new_law_only_from_year", INT, "P-052", "僅適用103年1月22日修正公布考試法之考試年度（起）") \
	X(RETAIN_MAX_NEW, "retain.max.new", RETENTIONS, "P-053", "保留年限（103年1月22日修正公布考試法）") \
	X(RETAIN_MAX_OLD, "retain.max.old", RETENTIONS, "P-054", "保留年限（102年1月23日修正公布考試法）") \
	X(RETAIN_IN_TRAINING_WITHIN, "retain.in_training_within", LENGTH, "P-055", "訓練期間申請保留受訓資格之期限") \
	X(RETAIN_COUNTED, "retain.counted_from", COUNTING, "P-056", "保留期限之起算（自送達）") \
	X(MAKEUP_WITHIN, "makeup.apply_within", LENGTH, "P-057", "補訓申請期限") \
	X(MAKEUP_FROM, "makeup.only_from_year", INT, "P-058", "申請補訓之考試年度（起）") \
	X(MAKEUP_UNTIL, "makeup.or_retrain_until_year", INT, "P-059", "申請補訓或重新訓練之考試年度（迄）") \
	X(MAKEUP_MISSED, "makeup.missed", TEXT, "P-060", "逾期未申請補訓之效果") \
	X(MAKEUP_PLAN_OF_YEAR, "makeup.plan_of_training_year", BOOL, "P-061", "補訓或重新訓練是否依參加訓練當年度訓練計畫") \
	X(RETAIN_EVIDENCE, "retain.evidence", EVIDENCE, "P-062", "保留受訓資格證明文件") \
	X(MAKEUP_EVIDENCE, "makeup.evidence", EVIDENCE, "P-062", "補訓或重新訓練證明文件") \
	X(RETAIN_HOSPITAL_RULE, "retain.hospital_rule", TEXT, "P-063", "醫院證明之要件") \
	/* 免除基礎訓練、縮短實務訓練 */ \
	X(EXEMPT_LOOKBACK, "exempt.lookback", LENGTH, "P-064", "免除基礎訓練之回溯期間") \
	X(EXEMPT_WITHIN, "exempt.agency_within", LENGTH, "P-065", "函送免除基礎訓練清冊之期限") \
	X(EXEMPT_SAME_OR_HIGHER, "exempt.table.same_or_higher", LEVELS, "P-066", "同等級以上考試對照") \
	X(EXEMPT_LOWER, "exempt.table.lower_equivalent", LEVELS, "P-067", "次一等級以下考試對照") \
	X(EXEMPT_OWN_BT, "exempt.own_bt_counts", TEXT, "P-068", "本考試基礎訓練得據以免除之範圍") \
	X(EXEMPT_PROVIDER, "exempt.bt_provider_restriction", TEXT, "P-069", "得據以免除之基礎訓練辦理機關") \
	X(SHORTEN_LOOKBACK, "shorten.lookback", LENGTH, "P-070", "縮短實務訓練之回溯期間") \
	X(SHORTEN_LEAST, "shorten.min_service", LENGTH, "P-070", "縮短實務訓練之最低年資") \
	X(SHORTEN_WITHIN, "shorten.apply_within", LENGTH, "P-071", "縮短實務訓練申請期限") \
	X(SHORTEN_CONDITIONS, "shorten.conditions", TEXTS, "P-072", "縮短實務訓練之條件（之一）") \
	X(SHORTEN_GRADES, "shorten.lower_grade", GRADES, "P-073", "低一職等以上之認定") \
	X(SHORTEN_EQUIVALENT, "shorten.equiv_basis", TEXT, "P-074", "職責程度相當之認定") \
	/* 停止訓練、重新訓練 */ \
	X(STOP_BT_CAUSES, "stop.bt.causes", TEXTS, "P-075", "申請停止基礎訓練之事由") \
	X(STOP_BT_WITHIN, "stop.bt.apply_within", LENGTH, "P-076", "申請停止基礎訓練之期限") \
	X(STOP_BT_SCOPE, "stop.bt.scope_name", TEXT, "P-077", "停止基礎訓練之範圍") \
	X(STOP_BT_PERCENT, "stop.bt.mandatory_pct", INT, "P-078", "應予停止基礎訓練之缺課比例（超過，%）") \
	X(STOP_SERVICE_CAUSES, "stop.service.causes", TEXTS, "P-079", "申請停止訓練之事由") \
	X(STOP_SERVICE_WITHIN, "stop.service.apply_within", LENGTH, "P-080", "申請停止訓練之期限") \
	X(STOP_MANDATORY, "stop.mandatory.causes", CAUSES, "P-081", "應予停止訓練之情形") \
	X(STOP_UNLESS, "stop.mandatory.unless_revoked_by", INT, "P-082", "應予停止訓練之例外（廢止事由目次）") \
	X(STOP_UNLESS_WORDS, "stop.mandatory.unless_words", TEXT, "P-082", "應予停止訓練之例外（原文）") \
	X(RETRAIN_WITHIN, "retrain.apply_within", LENGTH, "P-083", "停止原因消滅後申請重新訓練之期限") \
	X(RETRAIN_SAME_AGENCY, "retrain.same_agency", BOOL, "P-084", "重新訓練是否仍留原分配機關（構）學校") \
	X(RETRAIN_RESTARTS, "retrain.period_restarts", BOOL, "P-084", "重新訓練之訓練期間是否重新起算") \
	X(RETRAIN_MISSED_EXCEPT, "retrain.missed_revokes_except", TEXT, "P-085", "未申請重新訓練仍不廢止之例外") \
	/* 津貼、保險、權益 */ \
	X(ALLOWANCE, "allowance.level", ALLOWANCES, "P-086", "津貼") \
	X(ALLOWANCE_ENTERPRISE, "allowance.state_enterprise", TEXT, "P-087", "公營事業機構之津貼") \
	X(DEDUCT_HOURS, "allowance.deduct_hours_per_day", INT, "P-088", "扣除津貼以1日計之時數") \
	X(DEDUCT_KINDS, "allowance.deduct_kinds", TEXTS, "P-089", "應扣除津貼之情形") \
	X(ANNUAL_LEAVE, "leave.annual_days", LEAVES, "P-090", "各假別每年日數") \
	X(LEAVE_PRORATE, "leave.prorate", BOOL, "P-090", "各假別日數是否按訓練月數比例計算") \
	X(BENEFITS, "benefits.list", TEXTS, "P-091", "福利") \
	X(INSURANCE, "insurance.by_year", YEARS, "P-092", "保險") \
	X(INSURANCE_RULES, "insurance.rules", TEXTS, "P-093", "公教人員保險承保及給付之依據") \
	X(INCUMBENT_RULES, "incumbent.rules", TEXTS, "P-094", "現職人員之權益") \
	X(INCUMBENT_OTHER, "incumbent.other_agency", TEXT, "P-095", "公營事業機構或未納入銓敘機關之現職人員") \
	X(PENSION_OLD_SERVICE, "pension.old_service", TEXT, "P-096", "112年6月30日以前年資之退撫") \
	X(PENSION_NONE_FROM, "pension.no_contribution_from_year", INT, "P-097", "不得繳付退撫基金費用之考試年度（起）") \
	X(LEAVE_COUNTS_FROM, "annual_leave.count_from", DATE, "P-098", "訓練期間採計休假之起日") \
	X(LEAVE_COUNTS_AS, "annual_leave.count_as", TEXT, "P-098", "訓練期間採計為") \
	/* 輔導、請假、獎懲 */ \
	X(FORM_WITHIN, "guide.plan_form_within", LENGTH, "P-099", "實務訓練計畫表傳送期限") \
	X(FORM_COUNTED, "guide.plan_form_counted", COUNTING, "P-099", "實務訓練計畫表期限之起算") \
	X(RECORDS_A_MONTH, "guide.records_per_month_min", INT, "P-100", "每月輔導紀錄表最少份數") \
	X(GUIDE_METHODS, "guide.methods", TEXTS, "P-101", "輔導方式") \
	X(OBSERVE_LEAST, "guide.observe_min", INT, "P-102", "工作觀摩最少業務項數") \
	X(CASES_LEAST, "guide.case_min", INT, "P-102", "專業課程訓練或輔導最少實際個案數") \
	X(TALKS_MID_LEAST, "guide.talk_mid_min", INT, "P-102", "期中個別會談最少次數") \
	X(TALKS_FINAL_LEAST, "guide.talk_final_min", INT, "P-102", "期末個別會談最少次數") \
	X(ORIENTATION, "guide.orientation_topics", TEXTS, "P-103", "職前講習內容") \
	X(GUIDE_BANDS, "guide.bands", WEIGHTS, "P-104", "表現等級（以上分數）") \
	X(ANOMALY_KINDS, "anomaly.kinds", TEXTS, "P-105", "特殊異常情事") \
	X(ANOMALY_NOTIFY, "anomaly.notify", TEXT, "P-106", "特殊異常情事之通報時限") \
	X(ANOMALY_WITHIN, "anomaly.written_within", LENGTH, "P-106", "特殊異常情事書面通報期限") \
	X(ANOMALY_COUNTED, "anomaly.written_counted", COUNTING, "P-106", "書面通報期限之起算") \
	X(ANOMALY_WINDOW, "anomaly.window", CONTACTS, "P-107", "受理通報窗口") \
	X(RESOURCES, "guide.resources", RESOURCES, "P-108", "輔導與諮商相關網路資源") \
	X(HARASSMENT_RULES, "harassment.rules", TEXT, "P-109", "性騷擾事件之處理") \
	X(LEAVE_PT_RULES, "leave.pt_rules", TEXT, "P-110", "實務訓練請假規定") \
	X(DISCIPLINE_RULES, "discipline.rules", TEXTS, "P-111", "獎懲規定") \
	/* 成績、延長、廢止、請證 */ \
	X(SCORE_ARTICLES, "score.articles", TEXT, "P-112", "成績考核之依據") \
	X(SCORE_FAIL_ARTICLES, "score.fail_articles", TEXT, "P-113", "成績不及格處理之依據") \
	X(SCORE_GROUPS, "score.groups", WEIGHTS, "P-114", "實務訓練成績考核項目") \
	X(SCORE_WEIGHTS, "score.weights", WEIGHTS, "P-114", "實務訓練成績考核細目") \
	X(PASS_MARK, "score.pass_mark", INT, "P-115", "及格分數") \
	X(SCORE_HANDLE, "score.commission_cite.handle", TEXT, "P-116", "保訓會處理不及格成績之依據") \
	X(SCORE_PENDING, "score.commission_cite.pending", TEXT, "P-117", "核定前視為訓練期間之依據") \
	X(SCORE_EFFECTIVE, "score.commission_cite.effective", TEXT, "P-118", "及格生效日之依據") \
	X(EXTEND_TIMES, "extend.times_max", INT, "P-119", "延長實務訓練次數上限") \
	X(EXTEND_MOST, "extend.max_length", TEXT, "P-119", "延長實務訓練期間上限") \
	X(EXTEND_FROM, "extend.from", COUNTING, "P-119", "延長實務訓練之起算") \
	X(REVOKE_CAUSES, "revoke.causes", CAUSES, "P-120", "廢止受訓資格事由") \
	X(REVOKE_ABSENCE_DAYS, "revoke.absence_days", INT, "P-121", "應廢止之實務訓練曠職日數（累計達）") \
	X(REVOKE_BT_TRUANCY, "revoke.bt_truancy_pct", INT, "P-122", "應廢止之基礎訓練曠課比例（累計達，%）") \
	X(REVOKE_BT_ABSENCE, "revoke.bt_absence_pct", INT, "P-123", "應廢止之基礎訓練缺課比例（超過，%）") \
	X(REVOKE_LEAVE_FRACTION, "revoke.leave_fraction", FRACTION, "P-124", "應廢止之請假比例（超過訓練期間之）") \
	X(REVOKE_LEAVE_EXCLUDED, "revoke.leave_excluded", TEXTS, "P-125", "不計入之假別") \
	X(REVOKE_LEAVE_APART, "revoke.leave_apart", TEXTS, "P-125", "不與其他假別合併計算之假別") \
	X(REVOKE_EX_OFFICIO, "revoke.ex_officio", CAUSES, "P-126", "由保訓會逕行廢止之情形") \
	X(REVOKE_BEFORE_BY, "revoke.before_allocation_by", TEXT, "P-127", "分配訓練前放棄者之函送機關") \
	X(CERT_ROUTE, "cert.register_to", TEXTS, "P-128", "成績清冊函送機關（依序）") \
	X(CERT_BASIS, "cert.basis", TEXTS, "P-129", "請領考試及格證書之依據") \
	X(CERT_WITHIN, "cert.apply_within", LENGTH, "P-130", "請證期限") \
	X(FEE_EXEMPT, "cert.fee_exempt_exam", BOOL, "P-131", "本考試是否無須繳納證書費用") \
	X(PROXY_LEAVE_LEAST, "proxy.leave_min", LENGTH, "P-132", "請假期間職務代理之最短期間") \
	X(PROXY_STOP_LEAST, "proxy.stop_min", LENGTH, "P-132", "停止訓練期間職務代理之最短期間") \
	X(PROXY_LEAVE_BASIS, "proxy.leave_basis", TEXTS, "P-133", "請假期間職務代理之依據") \
	X(ETHICS, "ethics", TEXT, "P-134", "倫理規範") \
	X(FALLBACK_LAW, "fallback_law", TEXT, "P-135", "未規定事項之適用") \
	X(ENACTING, "plan.enacting", TEXT, "P-136", "實施")

/* Those that follow from the head of the file or from its citations. */
#define PLAN_KEYS_DERIVED(HEAD, CITED) \
	HEAD(ID) HEAD(EXAM_NAME) HEAD(EXAM_YEAR) HEAD(TITLE) HEAD(ISSUED_ON) HEAD(ISSUED_NO) HEAD(AMENDMENTS) \
	CITED(LEGAL_BASIS, BASIS) CITED(SCORE_ARTICLES, SCORES) CITED(SCORE_FAIL_ARTICLES, SCORE_FAIL) \
	CITED(SCORE_HANDLE, SCORE_HANDLE) CITED(SCORE_PENDING, SCORE_PENDING) CITED(SCORE_EFFECTIVE, SCORE_EFFECTIVE)

/* What a rule cites: name in C, key in the file, whether each plan has the rule. */
#define PLAN_CITATIONS(X) \
	X(BASIS, "basis", true) \
	X(TARGETS, "targets", true) \
	X(EXCLUDED, "excluded", false) \
	X(PERIOD, "period", true) \
	X(PERIOD_EXEMPTED, "period_exempted", true) \
	X(PERIOD_SHORTENED, "period_shortened", true) \
	X(STAGE, "stage", true) \
	X(CONCENTRATED, "concentrated", true) \
	X(STUDY, "study", true) \
	X(POST, "post", true) \
	X(CALL, "call", true) \
	X(REPORT, "report", true) \
	X(OVERLAP, "overlap", true) \
	X(BT_ENROL, "bt_enrol", false) \
	X(BT_ONLINE, "bt_online", false) \
	X(BT_WAIVER, "bt_waiver", false) \
	X(BT_SUPPORT, "bt_support", false) \
	X(BT_SCORE, "bt_score", true) \
	X(BT_TEST, "bt_test", true) \
	X(SELF_FUNDED, "self_funded", false) \
	X(RETAIN, "retain", true) \
	X(RETAIN_WINDOW, "retain_window", true) \
	X(RETAIN_LAW, "retain_law", false) \
	X(RETAIN_SPOUSE, "retain_spouse", true) \
	X(RETAIN_EVIDENCE, "retain_evidence", false) \
	X(RETAIN_STUDY, "retain_study", false) \
	X(RETAIN_IN_TRAINING, "retain_in_training", false) \
	X(RETAIN_PERIOD, "retain_period", false) \
	X(MAKEUP, "makeup", true) \
	X(MAKEUP_KIND, "makeup_kind", true) \
	X(MAKEUP_WINDOW, "makeup_window", true) \
	X(MAKEUP_MISSED, "makeup_missed", true) \
	X(MAKEUP_EVIDENCE, "makeup_evidence", false) \
	X(PLAN_OF_YEAR, "plan_of_year", true) \
	X(EXEMPT, "exempt", true) \
	X(SHORTEN, "shorten", true) \
	X(STOP, "stop", true) \
	X(STOP_BT, "stop_bt", true) \
	X(STOP_BT_MANDATORY, "stop_bt_mandatory", true) \
	X(STOP_SERVICE, "stop_service", true) \
	X(STOP_MANDATORY, "stop_mandatory", true) \
	X(RETRAIN, "retrain", true) \
	X(COST, "cost", true) \
	X(ALLOWANCE, "allowance", true) \
	X(ALLOWANCE_ENTERPRISE, "allowance_enterprise", true) \
	X(BENEFITS, "benefits", true) \
	X(INSURANCE, "insurance", true) \
	X(INCUMBENT, "incumbent", true) \
	X(PENSION, "pension", true) \
	X(PENSION_OLD, "pension_old", true) \
	X(LEAVE_COUNTS, "leave_counts", true) \
	X(DEDUCT, "deduct", true) \
	X(LIVING, "living", true) \
	X(GUIDE, "guide", true) \
	X(PLAN_FORM, "plan_form", true) \
	X(GUIDE_METHODS, "guide_methods", false) \
	X(GUIDE_RECORD, "guide_record", true) \
	X(GUIDE_RECORD_OWN, "guide_record_own", false) \
	X(GUIDE_BANDS, "guide_bands", false) \
	X(INTERVIEW, "interview", true) \
	X(INTERVIEW_OWN, "interview_own", false) \
	X(ANOMALY, "anomaly", true) \
	X(ANOMALY_OWN, "anomaly_own", false) \
	X(ANOMALY_WRITTEN, "anomaly_written", false) \
	X(HARASSMENT, "harassment", true) \
	X(RESOURCES, "resources", false) \
	X(LEAVE, "leave", true) \
	X(LEAVE_BT, "leave_bt", true) \
	X(DISCIPLINE, "discipline", true) \
	X(SCORES, "scores", true) \
	X(SCORE, "score", true) \
	X(SCORE_FORM, "score_form", false) \
	X(SCORE_FAIL, "score_fail", true) \
	X(COMMITTEE, "committee", true) \
	X(SCORE_HANDLE, "score_handle", true) \
	X(SCORE_PENDING, "score_pending", true) \
	X(SCORE_EFFECTIVE, "score_effective", true) \
	X(EXTEND, "extend", true) \
	X(REVOKE, "revoke", true) \
	X(REVOKE_AT_ONCE, "revoke_at_once", true) \
	X(WAIVER, "waiver", true) \
	X(EX_OFFICIO, "ex_officio", true) \
	X(WITHDRAW, "withdraw", true) \
	X(CERT, "cert", true) \
	X(CERT_FEE, "cert_fee", true) \
	X(PROXY, "proxy", true) \
	X(PROXY_STOP, "proxy_stop", true) \
	X(ETHICS, "ethics", true) \
	X(FALLBACK, "fallback", true)

/* The forms, which annex of the plan each is: name in C, name in the file, title without year and examination. */
#define PLAN_FORMS(X) \
	X(RETAIN_APP, "retain_app", "正額錄取人員保留受訓資格申請書") \
	X(RETAIN_OATH_STUDY, "retain_oath_study", "切結書（進修碩（博）士）") \
	X(RETAIN_OATH_CHILD, "retain_oath_child", "切結書（養育三足歲以下子女）") \
	X(MAKEUP_APP, "makeup_app", "正額錄取人員補訓／重新訓練申請書") \
	X(EXEMPT_LIST, "exempt_list", "應免除基礎訓練人員清冊") \
	X(SHORTEN_APP, "shorten_app", "縮短實務訓練申請書") \
	X(PT_PLAN, "pt_plan", "實務訓練計畫表") \
	X(GUIDE_RECORD, "guide_record", "實務訓練輔導紀錄表") \
	X(ANOMALY_REPORT, "anomaly_report", "實務訓練期間特殊異常情事通報及輔導紀錄表") \
	X(INTERVIEW_RECORD, "interview_record", "實務訓練表現未達基本要求個別會談紀錄表") \
	X(BT_SELF_FUNDED_APP, "bt_self_funded_app", "自費重新訓練申請書") \
	X(PT_SCORE, "pt_score", "實務訓練成績考核表") \
	X(WITHDRAW_APP, "withdraw_app", "自願中途離訓申請書") \
	X(SCORE_REGISTER, "score_register", "實務訓練及性質特殊訓練成績清冊") \
	X(RESOURCES, "resources", "輔導與諮商相關網路資源一覽表")

#endif
