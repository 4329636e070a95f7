//! Reads any bytes as a question and asks it everything: nothing may panic or overflow, every answer must be accepted by
//! the check that goes with it, and a question that is refused must say why in a sentence.

use matching::assign::First;
use matching::exchange::{cycles, transport};
use matching::{assign, group, pair};

/// What the bytes say, one after the other; zeros once they have ended.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> u8 {
        match self.0.split_first() {
            Some((&first, rest)) => {
                self.0 = rest;
                first
            }
            None => 0,
        }
    }

    /// Below `bound`, mostly; now and then a number that may name nobody.
    fn number(&mut self, bound: u32) -> u32 {
        match self.next() {
            255 => u32::MAX,
            byte => u32::from(byte) % (bound + 1),
        }
    }

    /// Small, or one of the largest there are, or a power of two on either side of nothing.
    fn score(&mut self) -> i64 {
        let byte = self.next();
        match byte >> 6 {
            0 | 1 => i64::from(byte) - 20,
            2 => 1i64 << (byte & 63),
            _ if byte & 1 == 0 => i64::MIN + i64::from(byte),
            _ => i64::MAX - i64::from(byte),
        }
    }

    fn more(&self) -> bool {
        !self.0.is_empty()
    }
}

fn sentence(text: &str) {
    let begins = text.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    assert!(begins && text.ends_with('.'), "no sentence: {text}");
}

/// Mentees to mentors with places.
pub(crate) fn assign(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let (mentees, mentors) = (bytes.number(9) % 10, bytes.number(9) % 10);
    let capacities = (0..mentors).map(|_| bytes.number(4)).collect();
    let (count, minimum, lock) = (bytes.next(), bytes.score(), (bytes.number(9), bytes.number(9)));
    let question = if count & 4 == 0 {
        let mut pairs = Vec::new();
        while bytes.more() && pairs.len() < 100 {
            pairs.push(assign::Pair { mentee: bytes.number(9), mentor: bytes.number(9), score: bytes.score() });
        }
        assign::Question::new(mentees as usize, capacities, pairs)
    } else {
        table(&mut bytes, (mentees, mentors), capacities)
    };
    let question = match question {
        Ok(question) => question.first(if count & 1 == 0 { assign::First::Count } else { assign::First::Total }),
        Err(refusal) => return sentence(&refusal.to_string()),
    };
    let asked = if count & 2 == 0 { question.clone() } else { question.clone().minimum(minimum) };
    let asked = asked.clone().lock(lock.0, lock.1).unwrap_or(asked);
    let (plan, other) = (assign::propose(&asked), assign::propose(&question));
    assert_eq!(assign::verify(&asked, &plan), Ok(()));
    for mentee in 0..mentees + 1 {
        // A plan for another question may be worse, or no plan for this one: still no panic.
        let _ = (assign::why_left_out(&asked, &plan, mentee), assign::why_left_out(&asked, &other, mentee));
        let _ = assign::one_more_place(&asked, &plan, mentee);
        for mentor in 0..mentors + 1 {
            let _ = (assign::why_not(&asked, &plan, mentee, mentor), assign::why_not(&asked, &other, mentee, mentor));
        }
    }
}

/// A full table, and then edits of it; sometimes of the wrong size. The pairs that it ends with are asked for again as a
/// list, which must come to the same.
fn table(
    bytes: &mut Bytes<'_>,
    (mentees, mentors): (u32, u32),
    capacities: Vec<u32>,
) -> Result<assign::Question, assign::Refusal> {
    let cells = (0..mentees * mentors + u32::from(bytes.next() == 77)).map(|_| bytes.score() >> 24).collect();
    let mut question = assign::Question::table(mentees as usize, capacities, cells)?;
    for _ in 0..bytes.next() % 6 {
        let (kind, one, other) = (bytes.next() % 5, bytes.number(9), bytes.number(9));
        let options = [(one, bytes.score() >> 24), (other, 7)];
        let options = &options[..usize::from(bytes.next() % 3)];
        let edited = question.clone();
        let edited = match kind {
            0 => edited.add_mentee(options),
            1 => edited.add_mentor(other, options),
            2 => edited.forbid(one, other),
            3 => edited.places(one, other),
            _ => edited.allow(assign::Pair { mentee: one, mentor: other, score: bytes.score() >> 24 }),
        };
        match edited {
            Ok(edited) => question = edited,
            Err(refusal) => sentence(&refusal.to_string()),
        }
    }
    let rows = (0..question.mentees() as u32).map(|mentee| (mentee, question.options_of(mentee).collect::<Vec<_>>()));
    let pair = |mentee| move |(mentor, score)| assign::Pair { mentee, mentor, score };
    let pairs = rows.flat_map(|(mentee, row)| row.into_iter().map(pair(mentee))).collect();
    let capacities = (0..question.mentors() as u32).map(|mentor| question.capacity_of(mentor)).collect();
    let listed = assign::Question::new(question.mentees(), capacities, pairs).expect("a sound list");
    let (plan, other) = (assign::propose(&question), assign::propose(&listed));
    assert_eq!((plan.placed(), plan.score()), (other.placed(), other.score()));
    Ok(question)
}

/// One pool.
pub(crate) fn pair(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let people = bytes.number(11) % 12;
    let (count, lock) = (bytes.next(), (bytes.number(11), bytes.number(11)));
    let edit = (bytes.number(11), bytes.number(11), bytes.score());
    let mut pairs = Vec::new();
    while bytes.more() && pairs.len() < 100 {
        pairs.push(pair::Pair { one: bytes.number(11), other: bytes.number(11), score: bytes.score() });
    }
    let question = match pair::Question::new(people as usize, pairs) {
        Ok(question) => question.first(if count & 1 == 0 { pair::First::Count } else { pair::First::Total }),
        Err(refusal) => return sentence(&refusal.to_string()),
    };
    let mut plan = pair::propose(&question);
    assert_eq!(pair::verify(&question, &plan), Ok(()));
    let edits = [question.clone().lock(lock.0, lock.1), question.clone().forbid(edit.0, edit.1)];
    let edited = question.clone().allow(edit.0, edit.1, edit.2);
    for edited in edits.into_iter().chain([edited, Ok(question)]).flatten() {
        let other = pair::propose(&edited);
        plan = pair::propose_again(&edited, &plan);
        assert_eq!(pair::verify(&edited, &plan), Ok(()));
        assert_eq!((plan.placed(), plan.score()), (other.placed(), other.score()));
        if let Some(three) = pair::with_triad(&edited, &plan) {
            assert_eq!(pair::verify_triad(&edited, &three), Ok(()));
        }
        let next = pair::next_best(&edited, &plan);
        assert!(next.is_none_or(|next| next.change.plan.pairs().ne(plan.pairs())));
        let _ = pair::unstable(&edited, &plan);
        for one in 0..people + 1 {
            let _ = pair::why_left_out(&edited, &plan, one);
            let _ = pair::why_not(&edited, &plan, one, lock.0);
        }
    }
}

/// Hours, or rings and chains.
pub(crate) fn exchange(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    if bytes.next() & 1 == 0 { hours(&mut bytes) } else { rings(&mut bytes) }
}

fn hours(bytes: &mut Bytes<'_>) {
    // Rarely as many hours as there can be.
    let hours = |bytes: &mut Bytes<'_>| if bytes.next() > 250 { u32::MAX } else { bytes.number(5) };
    let sides: [Vec<u32>; 2] = [0, 1].map(|_| (0..bytes.number(5) % 6).map(|_| hours(bytes)).collect());
    let [needs, offers] = sides;
    let (count, minimum, edit) = (bytes.next(), bytes.score(), (bytes.number(5), bytes.number(5), bytes.number(4)));
    let mut ways = Vec::new();
    while bytes.more() && ways.len() < 60 {
        let mut way = transport::Way::new(bytes.number(5), bytes.number(5), bytes.score());
        if count & 12 != 0 && !needs.is_empty() && !offers.is_empty() {
            // Mostly a list that is sound.
            (way.need, way.offer) = (way.need % needs.len() as u32, way.offer % offers.len() as u32);
            let same = |known: &transport::Way| (known.need, known.offer) == (way.need, way.offer);
            if ways.iter().any(same) {
                continue;
            }
        }
        ways.push(if bytes.next() & 3 == 0 { way.at_most(bytes.number(4)) } else { way });
    }
    let ends = (needs.len() as u32 + 1, offers.len() as u32 + 1);
    let question = match transport::Question::new(needs, offers, ways) {
        Ok(question) => question.first(if count & 1 == 0 { First::Count } else { First::Total }),
        Err(refusal) => return sentence(&refusal.to_string()),
    };
    let before = transport::propose(&question);
    assert_eq!(transport::verify(&question, &before), Ok(()));
    let edits = [
        question.clone().lock(edit.0, edit.1, edit.2),
        question.clone().at_most(edit.0, edit.1, edit.2),
        question.clone().need(edit.0, edit.2),
        question.clone().offer(edit.1, edit.2),
        Ok(question.clone().minimum(minimum)),
    ];
    for edited in edits {
        let edited = match edited {
            Ok(edited) => edited,
            Err(refusal) => {
                sentence(&refusal.to_string());
                continue;
            }
        };
        let (plan, anew) = (transport::revise(&edited, &before), transport::propose(&edited));
        assert_eq!(transport::verify(&edited, &plan), Ok(()));
        assert_eq!((plan.hours(), plan.score()), (anew.hours(), anew.score()));
        if let Some(next) = transport::next_best(&edited, &plan) {
            assert_eq!(transport::verify_next(&edited, &plan, &next), Ok(()));
        }
        for need in 0..ends.0 {
            let _ = (transport::why_short(&edited, &before, need), transport::one_more_hour(&edited, &plan, need));
            for offer in 0..ends.1 {
                let _ = transport::why_not(&edited, &before, need, offer);
            }
        }
    }
}

fn rings(bytes: &mut Bytes<'_>) {
    let people = bytes.number(7) % 8;
    let how = cycles::Search::steps(u64::from(bytes.next())).seed(u64::from(bytes.next()));
    let (flags, minimum) = (bytes.next(), bytes.score());
    let (longest, open) = (bytes.number(6) as usize, bytes.number(6) as usize);
    let chain = |bytes: &mut Bytes<'_>| cycles::Chain {
        people: (0..bytes.next() % 5).map(|_| bytes.number(7)).collect(),
        closed: bytes.next() & 1 == 0,
    };
    let (locked, forbidden, giver) = (chain(bytes), chain(bytes), bytes.number(7));
    let mut gifts = Vec::new();
    while bytes.more() && gifts.len() < 60 {
        let mut gift = cycles::Gift::new(bytes.number(7), bytes.number(7), bytes.score());
        if flags & 12 != 0 {
            // Mostly a list that is sound.
            (gift.giver, gift.taker) = (gift.giver % people.max(1), gift.taker % people.max(1));
            let same = |known: &cycles::Gift| (known.giver, known.taker) == (gift.giver, gift.taker);
            if gift.giver == gift.taker || gifts.iter().any(same) {
                continue;
            }
        }
        gifts.push(gift);
    }
    let question = match cycles::Question::new(people as usize, gifts) {
        Ok(question) => question.first(if flags & 1 == 0 { First::Count } else { First::Total }),
        Err(refusal) => return sentence(&refusal.to_string()),
    };
    let before = cycles::propose(&question, &how, &|| false);
    assert_eq!(cycles::verify(&question, &before), Ok(()));
    let mut edited = if flags & 2 == 0 { question } else { question.minimum(minimum) };
    let edits: [&dyn Fn(cycles::Question) -> Result<cycles::Question, cycles::Refusal>; 4] = [
        &|question| question.longest(longest),
        &|question| question.only_give(&[giver], open),
        &|question| question.lock(locked.clone()),
        &|question| question.forbid(forbidden.clone()),
    ];
    for edit in edits {
        match edit(edited.clone()) {
            Ok(question) => edited = question,
            Err(refusal) => sentence(&refusal.to_string()),
        }
        let plan = cycles::propose_again(&edited, &before, &how, &|| false);
        assert_eq!(cycles::verify(&edited, &plan), Ok(()));
        if let Some(next) = cycles::next_best(&edited, &plan, &how, &|| false) {
            assert_eq!(cycles::verify_next(&edited, &plan, &next), Ok(()));
        }
        let _ = cycles::why_left_out(&edited, &before, giver, &how, &|| false);
        let _ = cycles::why_not(&edited, &before, (giver, people), &how, &|| false);
        let _ = cycles::why_not(&edited, &plan, (giver, 0), &how, &|| false);
    }
}

/// Groups.
pub(crate) fn group(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let sizes: Vec<u32> = (0..1 + bytes.number(4) % 5).map(|_| bytes.number(4) % 5).collect();
    let people = sizes.iter().sum::<u32>();
    let wrong = bytes.next() == 77;
    let mut cells = vec![0; (people * people) as usize];
    let flags = bytes.next();
    let how =
        group::Search::steps(u64::from(bytes.next()) * 8).seed(u64::from(bytes.next())).seeds(1 + u32::from(flags & 1));
    let far = |bytes: &mut Bytes<'_>| if flags & 2 == 0 { i64::from(bytes.next()) } else { bytes.score() };
    for one in 0..people {
        for other in 0..one {
            let distance = far(&mut bytes);
            cells[(one * people + other) as usize] = distance;
            cells[(other * people + one) as usize] = if wrong { distance ^ 1 } else { distance };
        }
    }
    let question =
        group::Distances::whole(people as usize, &cells).and_then(|distances| group::Question::new(distances, sizes));
    let mut question = match question {
        Ok(question) => question,
        Err(refusal) => return sentence(&refusal.to_string()),
    };
    if flags & 4 != 0 {
        let focus = (0..people).map(|_| bytes.number(2)).collect();
        question = question.focus(focus).expect("an answer each");
    }
    if flags & 8 != 0 {
        let answers = (0..people).map(|_| Some(bytes.number(3)).filter(|&answer| answer < 3)).collect();
        question = question.not_alone(answers).expect("an answer each");
    }
    let mut before = group::propose(&question, &how, &|| false).ok();
    for _ in 0..8 {
        let (first, second) = (bytes.number(people), bytes.number(people));
        let ruled = match bytes.next() % 3 {
            0 => question.clone().together(first, second),
            1 => question.clone().apart(first, second),
            _ => continue,
        };
        question = ruled.unwrap_or(question);
    }
    match group::propose(&question, &how, &|| false) {
        Ok(plan) => {
            assert_eq!(group::verify(&question, &plan), Ok(()));
            for first in 0..people + 1 {
                let _ = (group::why(&question, &plan, first), group::why_not(&question, &plan, first, 0));
            }
            before = before.or(Some(plan));
        }
        Err(conflict) => sentence(&conflict.to_string()),
    }
    if let Some(Ok(plan)) = before.map(|before| group::propose_again(&question, &how, &before, &|| false)) {
        assert_eq!(group::verify(&question, &plan), Ok(()));
    }
}
