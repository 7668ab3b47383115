/** The middle of some times, or the time within which a share of them stay: 0.5 and 0.99. @returns NaN where there are none */
export function within(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
