//! Stories: one file each, titled as one, told through a door; on SQLite, or on PostgreSQL when
//! `TEST_DATABASE_URL` names one. What several of them do on the way stands in `steps`.

mod routes;
mod steps;

mod a_form_is_taken_once;
mod administrator_comes_in_by_the_first_link;
mod administrator_opens_a_scheme_and_a_round;
mod administrator_suspends_somebody;
mod an_older_database_goes_on;
mod asking;
mod bad_spreadsheets_get_one_plain_answer;
mod both_say_yes;
mod codes_are_used_once;
mod coordinator_and_sponsor_read_the_report;
mod coordinator_asks_others_to_run_it_with_her;
mod coordinator_brings_in_two_spreadsheets;
mod coordinator_gets_the_best_pairs;
mod coordinator_keeps_two_people_together_or_apart;
mod coordinator_sees_who_is_eligible_and_why_not;
mod coordinator_tells_the_pairs;
mod every_act_is_written_down_once;
mod every_answer_carries_its_headers;
mod grave_acts_ask_who_it_is;
mod last_administrator_cannot_go;
mod letters_go_out_by_themselves;
mod letters_say_what_the_scheme_wants;
mod letters_wait_on_a_page;
mod mentor_logs_a_session_and_the_mentee_sees_it;
mod nobody_is_paired_with_their_evaluator;
mod operator_copies_and_restores;
mod pages_in_welsh;
mod sign_in_ends_and_nothing_is_lost;
mod somebody_changes_what_they_are_known_by;
mod somebody_is_erased;
mod somebody_is_known_to_two_organisations;
mod somebody_matches_two_files_in_the_terminal;
mod somebody_reads_everything_about_them;
mod somebody_reflects_in_private;
mod somebody_sees_where_they_are_signed_in;
mod somebody_signs_in_by_mail;
mod somebody_signs_in_with_a_passkey;
mod staff_need_a_second_factor;
mod statements_stay_the_same_with_ten_times_the_rows;
mod strangers_find_nothing;
mod what_is_done_is_on_the_record;
mod who_may_do_what;
