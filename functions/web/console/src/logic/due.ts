/** How close the last day for the answer is. The console shows it in words and shape, not only in colour. */
export type Urgency = 'late' | 'today' | 'soon' | 'near' | 'calm';

/** `daysLeft`: whole days until the last day for the answer. Negative after that day. */
export function urgencyOf(daysLeft: number): Urgency {
  if (daysLeft < 0) return 'late';
  if (daysLeft === 0) return 'today';
  if (daysLeft <= 5) return 'soon';
  return daysLeft <= 10 ? 'near' : 'calm';
}
