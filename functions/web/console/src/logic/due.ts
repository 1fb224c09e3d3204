/** How close the last day for the answer is. The console shows the urgency in words and shape as well as in colour. */
export type Urgency = 'late' | 'today' | 'soon' | 'near' | 'calm';

/** `daysLeft`: whole days until the last day for the answer; negative after that day. */
export function urgencyOf(daysLeft: number): Urgency {
  if (daysLeft < 0) return 'late';
  if (daysLeft === 0) return 'today';
  if (daysLeft <= 5) return 'soon';
  return daysLeft <= 10 ? 'near' : 'calm';
}
