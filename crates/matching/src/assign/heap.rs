//! A queue of mentors by loss in which a loss can be lowered in place.

use super::worth::Worth;

/// A four-way heap (Johnson 1975) over numbers below a fixed count; equal losses come by number.
///
/// Every operation takes O(log n) and the heap never holds a number twice, so it stays small where many ways lead to
/// the same mentor.
#[derive(Debug)]
pub(super) struct Heap<W = i64> {
    items: Vec<(W, u32)>,
    /// Where each number stands, or [`ABSENT`].
    at: Vec<u32>,
}

const ABSENT: u32 = u32::MAX;
const WAYS: usize = 4;

impl<W: Worth> Heap<W> {
    /// An empty heap for numbers below `count`.
    pub(super) fn new(count: usize) -> Heap<W> {
        Heap { items: Vec::new(), at: vec![ABSENT; count] }
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        for (_, number) in &self.items {
            self.at[*number as usize] = ABSENT;
        }
        self.items.clear();
    }

    /// Puts a number in at this loss, or lowers its loss to this.
    pub(super) fn lower(&mut self, number: u32, loss: W) {
        let mut place = self.at[number as usize] as usize;
        if self.at[number as usize] == ABSENT {
            place = self.items.len();
            self.items.push((loss.clone(), number));
        }
        self.rise(place, (loss, number));
    }

    /// Takes the number out, if it is there.
    pub(super) fn remove(&mut self, number: u32) {
        let place = self.at[number as usize];
        if place == ABSENT {
            return;
        }
        self.at[number as usize] = ABSENT;
        if let Some(last) = self.items.pop()
            && last.1 != number
        {
            let (place, moved) = (place as usize, last.clone());
            self.sink(place, last);
            self.rise(self.at[moved.1 as usize] as usize, moved);
        }
    }

    /// Takes out the number with the smallest loss.
    pub(super) fn pop(&mut self) -> Option<(W, u32)> {
        let first = self.items.first()?.clone();
        self.remove(first.1);
        Some(first)
    }

    fn rise(&mut self, mut place: usize, item: (W, u32)) {
        while place > 0 {
            let parent = (place - 1) / WAYS;
            if self.items[parent] <= item {
                break;
            }
            self.put(place, self.items[parent].clone());
            place = parent;
        }
        self.put(place, item);
    }

    fn sink(&mut self, mut place: usize, item: (W, u32)) {
        loop {
            let children = WAYS * place + 1..(WAYS * place + 1 + WAYS).min(self.items.len());
            let Some(child) = children.min_by(|&one, &other| self.items[one].cmp(&self.items[other])) else { break };
            if self.items[child] >= item {
                break;
            }
            self.put(place, self.items[child].clone());
            place = child;
        }
        self.put(place, item);
    }

    fn put(&mut self, place: usize, item: (W, u32)) {
        self.at[item.1 as usize] = place as u32;
        self.items[place] = item;
    }
}

#[cfg(test)]
mod tests {
    use super::Heap;

    #[test]
    fn gives_out_by_loss_then_number() {
        let mut heap = Heap::new(9);
        for (number, loss) in [(3, 7), (1, 7), (8, 2), (0, 9), (5, 30), (4, 8), (2, 8)] {
            heap.lower(number, loss);
        }
        heap.lower(5, 1);
        heap.remove(4);
        heap.remove(6);
        let order: Vec<_> = std::iter::from_fn(|| heap.pop()).collect();
        assert_eq!(order, [(1, 5), (2, 8), (7, 1), (7, 3), (8, 2), (9, 0)]);
        heap.lower(4, 4);
        heap.clear();
        assert_eq!(heap.pop(), None);
    }

    #[test]
    fn agrees_with_an_ordered_set_whatever_is_lowered_and_removed() {
        let (mut heap, mut losses, mut state) = (Heap::<i64>::new(64), [None::<i64>; 64], 1u64);
        for _ in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let (number, loss) = (state >> 58, (state >> 40 & 1023) as i64);
            let known = &mut losses[number as usize];
            match state >> 32 & 7 {
                0 => {
                    heap.remove(number as u32);
                    *known = None;
                }
                1 => {
                    let all = losses.iter().enumerate();
                    let least = all.filter_map(|(number, loss)| loss.map(|loss| (loss, number as u32))).min();
                    assert_eq!(heap.pop(), least);
                    if let Some((_, number)) = least {
                        losses[number as usize] = None;
                    }
                }
                _ if known.is_none_or(|known| loss < known) => {
                    heap.lower(number as u32, loss);
                    *known = Some(loss);
                }
                _ => {}
            }
        }
    }
}
