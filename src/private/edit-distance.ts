/** The edit distance of two texts: insertions, deletions, replacements and swaps of neighbouring letters. It is not counted beyond `limit`. */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** The most similar candidate, if one is similar. Only letters and digits are compared, without regard to case. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const normalized = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const given = normalized(text.slice(0, 80));
  const ranked = [...candidates]
    .map((candidate) => ({ candidate, distance: editDistance(given, normalized(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)) && distance < normalized(candidate).length)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate;
}
