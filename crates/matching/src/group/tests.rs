use super::*;

fn line(people: usize) -> Distances {
    let cells: Vec<i64> = (0..people * people).map(|at| (at / people).abs_diff(at % people) as i64).collect();
    Distances::whole(people, &cells).expect("sound distances")
}

fn ask(people: usize, groups: usize) -> Question {
    Question::evenly(line(people), groups).expect("a sound question")
}

fn sound(question: &Question) -> Plan {
    let plan = propose(question, &Search::steps(20_000), &|| false).expect("groups");
    assert_eq!(verify(question, &plan), Ok(()));
    plan
}

fn conflict(question: &Question) -> Conflict {
    propose(question, &Search::steps(1000), &|| false).expect_err("no groups")
}

#[test]
fn nobody_at_all_is_a_plan() {
    let plan = sound(&ask(0, 0));
    assert_eq!((plan.groups().len(), plan.value(), plan.bound()), (0, 0, 0));
    assert_eq!(plan.group_of(0), None);
}

#[test]
fn one_group_is_everybody_and_proven() {
    let plan = sound(&ask(4, 1));
    assert_eq!((plan.value(), plan.gap()), (10, 0));
}

#[test]
fn sizes_are_kept_in_their_order() {
    let question = Question::new(line(7), vec![2, 4, 1]).expect("a sound question");
    let sizes: Vec<usize> = sound(&question).groups().iter().map(Vec::len).collect();
    assert_eq!(sizes, [2, 4, 1]);
}

#[test]
fn no_steps_still_keep_every_rule() {
    let question = ask(6, 3).together(0, 1).and_then(|question| question.apart(2, 3)).expect("sound rules");
    let plan = propose(&question, &Search::steps(0), &|| false).expect("groups");
    assert_eq!(verify(&question, &plan), Ok(()));
}

#[test]
fn stopping_at_once_still_answers() {
    let question = ask(30, 5);
    let plan = propose(&question, &Search::steps(u64::MAX).seeds(2), &|| true).expect("groups");
    assert_eq!(verify(&question, &plan), Ok(()));
}

#[test]
fn malformed_questions_are_refused() {
    let whole = |people, cells: &[i64]| Distances::whole(people, cells).expect_err("should be refused");
    assert_eq!(whole(2, &[0, 1, 1]), Refusal::NotSquare { cells: 3, people: 2 });
    assert_eq!(whole(2, &[0, -1, -1, 0]), Refusal::Negative { first: 0, second: 1 });
    assert_eq!(whole(2, &[0, 1, 1, 2]), Refusal::FarFromSelf { person: 1 });
    assert_eq!(whole(2, &[0, i64::MAX, i64::MAX, 0]), Refusal::TooLarge);
    assert_eq!(whole(usize::MAX, &[]), Refusal::TooMany);
    let decimal = |cell: f64, decimals| Distances::decimal(2, &[0.0, cell, cell, 0.0], decimals).err();
    assert_eq!(decimal(f64::INFINITY, 1), Some(Refusal::NotANumber { first: 0, second: 1 }));
    assert_eq!(decimal(1e300, 1), Some(Refusal::TooLarge));
    assert_eq!(decimal(-0.5, 1), Some(Refusal::Negative { first: 0, second: 1 }));
    assert_eq!(decimal(0.5, 10), Some(Refusal::TooManyDecimals));
    let heavy = Attribute { answers: vec![1, 2], weight: u32::MAX, counts: Counts::Different };
    assert_eq!(Distances::of_answers(2, std::slice::from_ref(&heavy)), Err(Refusal::TooLarge));
    assert_eq!(Distances::of_answers(3, &[heavy]), Err(Refusal::WrongLength { answers: 2, people: 3 }));
    assert_eq!(Question::evenly(line(2), 3).err(), Some(Refusal::EmptyGroup));
    assert_eq!(Question::evenly(line(2), 0).err(), Some(Refusal::SizesDoNotFit { places: 0, people: 2 }));
    assert_eq!(Question::new(line(2), vec![2, 0]).err(), Some(Refusal::EmptyGroup));
    let far = Distances::whole(2, &[0, 1 << 26, 1 << 26, 0]).expect("sound distances");
    assert_eq!(Question::evenly(far, 1).err(), Some(Refusal::TooLarge));
    assert_eq!(ask(3, 1).together(0, 3).err(), Some(Refusal::UnknownPerson { person: 3 }));
    assert_eq!(ask(3, 1).apart(2, 2).err(), Some(Refusal::WithSelf { person: 2 }));
    assert_eq!(ask(2, 1).not_alone(vec![None]).err(), Some(Refusal::WrongLength { answers: 1, people: 2 }));
    let twice = ask(2, 1).focus(vec![0, 0]).and_then(|question| question.focus(vec![0, 0]));
    assert_eq!(twice.err(), Some(Refusal::FocusTwice));
}

#[test]
fn conflicts_are_named() {
    let rules = |question: Result<Question, Refusal>| conflict(&question.expect("sound rules"));
    let chain = ask(4, 2).together(0, 1).and_then(|question| question.together(1, 2));
    assert_eq!(rules(chain.clone()), Conflict::TogetherTooMany { people: vec![0, 1, 2] });
    let both = chain.and_then(|question| question.apart(2, 0));
    assert_eq!(rules(both), Conflict::TogetherAndApart { first: 0, second: 2 });
    let three = ask(4, 2).apart(0, 1).and_then(|question| question.apart(1, 2)?.apart(0, 2));
    assert_eq!(rules(three), Conflict::ApartTooMany { people: vec![0, 1, 2] });
    assert_eq!(rules(ask(4, 2).focus(vec![1, 2, 2, 2])), Conflict::FocusDoesNotFit);
    let across = ask(4, 2).focus(vec![1, 1, 2, 2]).and_then(|question| question.together(0, 3));
    assert_eq!(rules(across), Conflict::TogetherAcrossFocus { first: 0, second: 3 });
    // Two blocks of two do not fit into groups of three with a third block of two.
    let blocks = ask(6, 2).together(0, 1).and_then(|question| question.together(2, 3)?.together(4, 5));
    assert!(matches!(rules(blocks), Conflict::NotFound { .. }));
}

#[test]
fn every_refusal_conflict_and_flaw_is_a_sentence() {
    let sentences = [
        Refusal::TooLarge.to_string(),
        Refusal::SizesDoNotFit { places: 1, people: 2 }.to_string(),
        Conflict::TogetherTooMany { people: vec![3, 4] }.to_string(),
        Conflict::ApartTooMany { people: vec![3, 4] }.to_string(),
        Conflict::NotFound { person: 1 }.to_string(),
        Flaw::NotApart { first: 1, second: 2 }.to_string(),
    ];
    assert!(sentences.iter().all(|text| text.ends_with('.') && text.starts_with(char::is_alphanumeric)));
}

#[test]
fn nobody_is_alone_where_it_can_be_had() {
    // Six with answer 1 or 2 in three groups of four; the line would rather spread them.
    let answers = [1, 0, 0, 2, 1, 0, 0, 2, 1, 0, 0, 2].map(|answer| (answer > 0).then_some(answer));
    let plan = sound(&ask(12, 3).not_alone(answers.to_vec()).expect("sound rules"));
    assert_eq!((plan.alone(), plan.always_alone()), (&[][..], 0));
    let only = ask(4, 2).not_alone(vec![Some(5), None, None, None]).expect("sound rules");
    let plan = sound(&only);
    assert_eq!((plan.alone(), plan.always_alone()), (&[Alone { person: 0, answer: 5 }][..], 1));
}

#[test]
fn blocks_move_as_one() {
    let question = ask(9, 3).together(0, 1).and_then(|question| question.together(7, 8)).expect("sound rules");
    let plan = sound(&question);
    assert_eq!(plan.group_of(0), plan.group_of(1));
    assert_eq!(plan.group_of(7), plan.group_of(8));
    assert_ne!(plan.group_of(0), plan.group_of(4).filter(|&group| Some(group) == plan.group_of(8)));
}

#[test]
fn reasons_say_which_rule_stands_in_the_way() {
    let question = ask(8, 4).together(0, 1).and_then(|question| question.apart(2, 3)).expect("sound rules");
    let question = question.focus(vec![0, 0, 0, 0, 1, 1, 0, 0]).expect("sound rules");
    let plan = sound(&question);
    assert_eq!(why_not(&question, &plan, 0, 0), WhyNot::NotTwo);
    assert_eq!(why_not(&question, &plan, 0, 8), WhyNot::NotTwo);
    assert_eq!(why_not(&question, &plan, 0, 1), WhyNot::OneGroup);
    assert_eq!(why_not(&question, &plan, 0, 2), WhyNot::Breaks(Broken::Together { mover: 0, other: 1 }));
    assert!(matches!(why_not(&question, &plan, 2, 4), WhyNot::Breaks(Broken::Focus { mover: 2, .. })));
    let with = plan.groups().iter().find(|group| group.contains(&3)).expect("in a group");
    let beside = with.iter().copied().find(|&other| other != 3).expect("somebody");
    assert_eq!(why_not(&question, &plan, 2, beside), WhyNot::Breaks(Broken::Apart { mover: 2, other: 3 }));
    let reasons = why(&question, &plan, 2).expect("known");
    assert_eq!((reasons.apart, reasons.together, reasons.focus), (vec![3], vec![], Some(0)));
    assert_eq!(why(&question, &plan, 8), None);
}

#[test]
fn changed_plans_are_found_out() {
    let question = ask(6, 2).together(0, 1).and_then(|question| question.apart(2, 3)).expect("sound rules");
    let plan = sound(&question);
    let value = Plan { value: plan.value + 1, ..plan.clone() };
    assert_eq!(verify(&question, &value), Err(Flaw::WrongValue));
    let bound = Plan { bound: plan.value - 1, ..plan.clone() };
    assert_eq!(verify(&question, &bound), Err(Flaw::WrongValue));
    let alone = Plan { alone: vec![Alone { person: 0, answer: 0 }], ..plan.clone() };
    assert_eq!(verify(&question, &alone), Err(Flaw::WrongAlone));
    let mut groups = plan.clone();
    groups.groups[0][0] = groups.groups[0][1];
    assert_eq!(verify(&question, &groups), Err(Flaw::WrongGroups));
    assert_eq!(verify(&ask(7, 2), &plan), Err(Flaw::WrongGroups));
}

#[test]
fn the_bound_counts_sizes_and_rules() {
    // Pairs on a line of four: 0–3 and 1–2 or 0–2 and 1–3 both come to 4; everybody's farthest come to (3+2+2+3)/2.
    assert_eq!((sound(&ask(4, 2)).value(), sound(&ask(4, 2)).bound()), (4, 5));
    let plan = sound(&ask(4, 2).apart(0, 3).expect("sound rules"));
    assert_eq!((plan.value(), plan.gap()), (4, 0));
}

#[test]
fn groups_that_leave_nothing_to_exchange_are_compared_too() {
    // The sizes can be shared out between the focuses in two ways, and either way blocks fill the groups.
    let question = Question::new(line(6), vec![2, 3, 1]).and_then(|question| question.focus(vec![0, 0, 1, 0, 1, 1]));
    let question = question.and_then(|question| question.together(0, 1)?.together(2, 4)).expect("sound rules");
    for seed in 0..8 {
        let plan = propose(&question, &Search::steps(400_000).seed(seed), &|| false).expect("groups");
        assert_eq!(plan.value(), 8);
    }
}
