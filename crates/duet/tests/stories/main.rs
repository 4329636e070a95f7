//! Stories: one file each, titled as one, told through a door; on SQLite, or on PostgreSQL when
//! `TEST_DATABASE_URL` names one. What several of them do on the way stands in `steps`.

mod canaries;
mod drill;
mod program;
mod routes;
mod steps;
mod wire;

mod administrator_comes_in_by_the_first_link;
mod administrator_opens_a_scheme_and_a_round;
mod administrator_suspends_somebody;
mod asking;
mod bad_spreadsheets_get_one_plain_answer;
mod both_say_yes;
mod coordinator_and_sponsor_read_the_report;
mod coordinator_asks_others_to_run_it_with_her;
mod coordinator_brings_in_two_spreadsheets;
mod coordinator_gets_the_best_pairs;
mod coordinator_keeps_two_people_together_or_apart;
mod coordinator_sees_who_is_eligible_and_why_not;
mod coordinator_tells_the_pairs;
mod every_answer_carries_its_headers;
mod letters_wait_on_a_page;
mod mentor_logs_a_session_and_the_mentee_sees_it;
mod no_word_reaches_a_wrong_reader;
mod nobody_is_paired_with_their_evaluator;
mod odd_requests_get_a_plain_no;
mod one_wins;
mod organisations_leave_each_other_alone;
mod pages_in_welsh;
mod somebody_matches_two_files_in_the_terminal;
mod somebody_reflects_in_private;
mod somebody_sees_where_they_are_signed_in;
mod statements_stay_the_same_with_ten_times_the_rows;
mod strangers_find_nothing;
mod the_log_tells_ids_only;
mod what_is_done_is_on_the_record;
mod what_was_saved_stays_saved;
mod who_may_do_what;
