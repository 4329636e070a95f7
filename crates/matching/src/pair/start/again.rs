//! From where an earlier plan stood: its pairs and gains, as far as they still hold.

use super::super::net::Net;
use super::super::proof::Nest;
use super::super::{Plan, Question};
use super::{NONE, Start};

/// Pairs and gains of the earlier plan that bear the question as it is now; nothing if scores weigh otherwise by now.
///
/// Circles are dissolved: half of their prices goes to each of their people, which leaves tight all pairs but those
/// that cross a circle. Whoever now gains too little for a pair gains more. Cost: O(n + m).
pub(super) fn kept(question: &Question, net: &Net, before: &Plan) -> Option<Start> {
    let scale = question.scale();
    if before.scale.rate != scale.rate {
        return None;
    }
    let rise = i128::from(scale.bonus) - i128::from(before.scale.bonus);
    let nest = Nest::new(&before.proof);
    let gain = |person: u32| {
        let stood = before.proof.gains.get(person as usize).filter(|_| question.locked(person).is_none());
        let halves = |&gain: &i64| i128::from(gain) + nest.shared(person, person) / 2;
        let kept = stood.map(halves).filter(|&gain| gain > 0).map_or(0, |gain| gain + rise);
        // Nobody ever needs to gain more than the heaviest pair.
        i64::try_from(kept.clamp(0, i128::from(net.heaviest))).unwrap_or(net.heaviest)
    };
    let everybody = 0..net.people() as u32;
    let mut start = Start { partners: vec![NONE; net.people()], gains: everybody.clone().map(gain).collect() };
    // Those with no gain first: who is new shall not make everybody else pay.
    for new in [true, false] {
        for person in everybody.clone().filter(|&person| (start.gains[person as usize] == 0) == new).collect::<Vec<_>>()
        {
            let most = net.row(person).map(|(other, &weight)| weight - start.gains[other as usize]).max();
            match most {
                Some(most) => start.gains[person as usize] = start.gains[person as usize].max(most),
                None => start.gains[person as usize] = 0,
            }
        }
    }
    for person in everybody {
        let partner = before.partner_of(person);
        let tight = |&(other, &weight): &(u32, &i64)| {
            Some(other) == partner && weight == start.gains[person as usize] + start.gains[other as usize]
        };
        if let Some((other, _)) = net.row(person).find(tight) {
            start.partners[person as usize] = other;
        }
    }
    Some(start)
}
