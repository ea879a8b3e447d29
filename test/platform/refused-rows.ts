type Row = Record<string, unknown>;

const A = '0190a000-0000-7000-8000-00000000000a';
const B = '0190a000-0000-7000-8000-00000000000b';
const EARLIER = '2026-01-05T08:00:00Z';
const LATER = '2026-01-05T17:00:00Z';
/** Something sealed, or an index: bytes. */
const BYTES = '\\x01';

/**
 * For each CHECK of more than one column (and those of one that no nonsense breaks): parts of rows that it refuses, one for
 * each way to break it.
 */
export const REFUSED: Record<string, Row[]> = {
  // two people, never one
  countersigned_by_another: [{ confirmed_by: A, given_by: A }],
  countersigned_for_another: [{ confirmed_by: A, account_id: A }],
  given_to_another: [{ given_by: A, account_id: A }],
  receiver_is_never_counter: [{ counted_by: A, received_by: A }],
  two_count_each_shift: [{ second_by: A, first_by: A }],
  nobody_destroys_alone: [{ witnessed_by: A, proposed_by: A }],
  maker_is_never_approver: [{ decided_by: A, applied_by: A }],
  second_person_decided_by_another: [{ decided_by: A, asked_by: A }],
  identity_vouching_confirmed_by_another: [
    { state: 'confirmed', confirmed_by: A, recorded_by: A },
    { state: 'asked', confirmed_by: A, recorded_by: B },
  ],
  identity_vouching_for_another: [{ referee_id: A, registration_id: A }],
  identity_evidence_referee: [
    { referee_id: A, kind: 'referee', registration_id: A },
    { referee_id: A, kind: 'passport', registration_id: B },
  ],
  registration_not_own_guardian: [{ guardian_id: A, id: A }],
  registration_merge_two_cases: [{ kept_id: A, merged_id: A }],
  duplicate_pair_ordered: [
    { first_id: B, second_id: A },
    { first_id: A, second_id: A },
  ],

  // states and what belongs to them
  countersigned_before_code: [{ code_index: BYTES }],
  countersigned_whole: [
    { confirmed_at: EARLIER },
    { confirmed_as: 'operator' },
    { confirmed_at: EARLIER, confirmed_as: 'operator', confirmed_by: A },
    { confirmed_at: EARLIER, confirmed_as: 'administrator' },
  ],
  blank_ended_with_reason: [{ status: 'spoiled' }, { status: 'stolen' }],
  blank_issued_for_a_document: [{ status: 'issued' }],
  blank_batch_counted: [{ counted_by: A }, { counted_at: EARLIER }],
  difference_is_explained: [{ second_by: A, second_counted: 9, second_expected: 10 }],
  both_find_the_same: [
    { second_counted: 9, second_expected: 10, first_counted: 10, first_expected: 10 },
    { second_counted: 10, second_expected: 10, first_counted: 9, first_expected: 10 },
  ],
  bulk_intake_confirmed: [{ state: 'confirmed' }, { state: 'checked', confirmed_at: EARLIER }],
  bulk_intake_finished: [{ state: 'done' }, { state: 'checked', finished_at: EARLIER }],
  bulk_intake_row_registered: [{ state: 'registered' }, { state: 'valid', registration_id: A }],
  bulk_intake_row_to_register: [{ state: 'valid' }],
  bulletin_revision_says_why: [{ revision: 2 }, { revision: 1, changed_because: 'so' }],
  call_forward_ended: [{ state: 'lapsed' }, { state: 'called', ended_at: EARLIER }],
  call_forward_recalled: [{ state: 'recalled' }],
  call_forward_replied: [{ reply: 'on-my-way' }, { replied_at: EARLIER }],
  collected_by_authorisation: [{ collected_as: 'authorised' }],
  document_application_decided: [{ status: 'approved' }, { status: 'applied', decided_by: A }],
  document_application_replaces_both: [{ replaces_id: A }, { replaces_reason: 'lost' }],
  duplicate_pair_decided: [
    { status: 'same' },
    { status: 'open', decided_by: A, decided_at: EARLIER },
    { status: 'same', decided_by: A },
  ],
  duress_flag_acknowledged: [{ acknowledged_at: EARLIER, acknowledged_by: A }, { note: 'mistake' }],
  erasure_due_once_confirmed: [{ confirmed_at: EARLIER }, { due_at: LATER }],
  erasure_ended: [{ status: 'done' }, { status: 'asked', ended_at: EARLIER }],
  erasure_kept_until_when: [{ kept_because: 'journey' }, { kept_until: LATER }],
  exit_clearance_decided: [{ status: 'granted' }, { status: 'requested', decided_at: EARLIER }],
  family_request_answered: [
    { state: 'answered', answered_by: A },
    { state: 'open', answer_sealed: BYTES },
  ],
  identity_assignment_ends_with_reason: [{ ended_at: EARLIER }, { ended_as: 'done' }],
  identity_contradiction_resolved_with_reason: [
    { resolved_by: A, resolved_at: EARLIER },
    { reason_sealed: BYTES },
  ],
  identity_first_lot_ends_with_reason: [{ ended_at: EARLIER }, { ended_as: 'done' }],
  identity_interview_ended: [{ ended_at: EARLIER, answers_sealed: BYTES }, { judgements: [] }],
  identity_level_only_when_verified: [{ outcome: 'verified' }, { outcome: 'refused', level: 2 }],
  identity_round_ends_with_reason: [{ ended_at: EARLIER }, { ended_as: 'decided' }],
  identity_vouching_answered: [{ state: 'confirmed' }, { state: 'asked', answered_at: EARLIER }],
  issue_batch_finished: [
    { state: 'done', finished_at: LATER, issued: 1, failed: 0, total: 2 },
    { state: 'running', issued: 2, failed: 0, total: 2 },
    { state: 'done', issued: 2, failed: 0, total: 2 },
  ],
  issue_batch_item_failed: [{ state: 'failed' }, { state: 'issued', failure: 'not-approved' }],
  issue_batch_item_issued: [{ state: 'issued' }, { state: 'waiting', document_id: A }],
  message_claimed: [{ state: 'sending' }, { state: 'sent' }],
  message_sent: [{ state: 'sent' }, { state: 'delivered' }],
  registration_closed_with_reason: [{ status: 'closed' }, { status: 'active', closed_as: 'departed' }],
  registration_ends_with_time: [{ status: 'withdrawn' }, { status: 'active', closed_at: EARLIER }],
  registration_guardian_in_group: [{ guardian_id: A }],
  registration_help_word_closed: [{ help_word_closed_at: EARLIER }],
  registration_merge_undone: [{ undone_by: A }, { undone_at: EARLIER }],
  registry_query_answered: [{ state: 'answered' }, { state: 'waiting', result: 'match' }],
  seat_closed_is_not_free: [{ closure_id: A, free: true }],
  seat_unplanned_is_not_free: [{ planned: false, free: true }],
  second_person_decided_whole: [
    { state: 'agreed' },
    { state: 'agreed', decided_by: A },
    { state: 'asked', decided_by: A, decided_at: EARLIER },
  ],
  second_person_open_when_agreed: [{ state: 'agreed' }, { state: 'declined', open_until: LATER }],
  session_duress_of_person: [{ duress: true, role: 'officer' }],
  ticket_ended: [{ status: 'finished' }, { status: 'waiting', ended_at: EARLIER }],
  ticket_ended_with_outcome: [{ ended_at: EARLIER }, { outcome: 'done' }],
  ticket_parked: [{ status: 'parked' }, { status: 'waiting', parked_at: EARLIER }],
  ticket_with_counter: [{ status: 'called' }, { status: 'serving' }],
  triage_override_says_why: [{ assessed_by: A }],

  // order, sums and ranges
  arrived_after_departing: [{ arrived_at: EARLIER, departed_at: LATER }],
  arrived_only_when_departed: [{ arrived_at: LATER }],
  departed_after_boarding: [{ departed_at: EARLIER, boarded_at: LATER }],
  departed_only_when_boarded: [{ departed_at: LATER }],
  blank_batch_range: [
    { first_number: 2, last_number: 1 },
    { first_number: 0, last_number: 10_000 },
    { first_number: 9_999_999, last_number: 10_000_000 },
  ],
  bulk_intake_rows_add_up: [
    { rows: 3, valid: 1, faulty: 1, duplicates: 0, registered: 0 },
    { rows: 1, valid: 1, faulty: 0, duplicates: 0, registered: 2 },
  ],
  closure_order: [{ begins_at: LATER, ends_at: EARLIER }],
  exit_clearance_waived_within_fine: [
    { waived: 11, fine: 10 },
    { waived: -1, fine: 10 },
  ],
  issue_batch_adds_up: [
    { issued: 2, failed: 1, total: 2 },
    { issued: -1, failed: 1, total: 2 },
  ],
  opening_hours_order: [{ opens: '17:00', closes: '08:00' }],
  second_person_open_no_longer: [
    { state: 'agreed', decided_at: EARLIER, asked_at: EARLIER, open_until: '2026-01-05T16:00:01Z' },
    { state: 'opened', asked_at: EARLIER, open_until: '2026-01-05T16:00:01Z' },
  ],
  session_ends_after_start: [{ opened_at: LATER, expires_at: EARLIER }],
  slot_order: [{ starts_at: LATER, ends_at: EARLIER }],

  // of one column
  blank_destruction_of_some: [{ serials: [] }],
  call_forward_setting_grace: [{ grace_minutes: 0 }, { grace_minutes: 121 }],
  counter_does_services: [{ skills: ['protection'] }, { skills: ['service:identity', 'language:my'] }],
  post_hotline_asked_whole: [
    { hotline_asked: '+1', hotline_asked_by: null, hotline_asked_at: null },
    { hotline_asked_by: A, hotline_asked_at: null },
    { hotline_asked_by: null, hotline_asked_at: EARLIER },
  ],
  post_retention_days: [{ retention_days: 29 }, { retention_days: 36_501 }],
};

/** For each unique index that is no constraint: what two rows may not both have. */
export const ONCE: Record<string, Row> = {
  bulk_intake_row_once: { post_id: A, key_index: BYTES, state: 'registered' },
  counter_number_once: { post_id: A, number: 3 },
  duress_flag_open_once: { registration_id: A },
  erasure_one_live: { registration_id: A, status: 'asked' },
  in_one_batch_at_a_time: { application_id: A, state: 'waiting' },
  one_booking_per_seat: { slot_id: A, seat_number: 1, status: 'missed' },
  one_counter_per_officer: { account_id: A },
  one_current_band_per_registration: { registration_id: A },
  one_current_identity_decision: { registration_id: A },
  one_current_portrait: { registration_id: A, source: 'counter' },
  one_first_officer: { registration_id: A },
  one_good_blank_a_document: { document_id: A, status: 'issued' },
  one_live_booking_per_person: { registration_id: A, status: 'checked-in' },
  one_live_clearance_per_person: { registration_id: A, status: 'granted' },
  one_live_departure_per_person: { registration_id: A, status: 'planned' },
  one_live_ticket_per_person: { registration_id: A, status: 'parked' },
  one_merge_at_a_time: { merged_id: A },
  one_officer_per_counter: { counter_id: A },
  one_officer_per_identity_seat: { round_id: A, seat: 2 },
  one_open_application_per_person: { registration_id: A, status: 'approved' },
  one_open_call_per_booking: { booking_id: A },
  one_open_count_per_post: { post_id: A },
  one_open_destruction_per_post: { post_id: A },
  one_open_family_request: { registration_id: A, state: 'open' },
  one_open_identity_interview: { registration_id: A, officer_id: B },
  one_open_identity_round: { registration_id: A },
  one_open_registry_query: { registration_id: A, state: 'waiting' },
  one_person_per_counter: { counter_session_id: A, status: 'serving' },
  one_receipt_pays_once: { post_id: A, receipt_number: '1', status: 'issued' },
  one_valid_document_per_person: { person_id: A, status: 'collected' },
  second_person_asked_once: { asked_by: A, registration_id: B, kind: 'location', state: 'asked' },
};
