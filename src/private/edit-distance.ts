/** The least number of edits between two texts: letters to insert, delete, replace, or swap with their neighbour. Not counted beyond `limit`. */
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

/** The word that somebody who wrote this probably meant. Letter case and everything but letters and digits are ignored. */
export function nearest(text: string, words: Iterable<string>): string | undefined {
  const squeezed = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = squeezed(text.slice(0, 80));
  const ranked = [...words]
    .map((word) => ({ word, away: editDistance(wanted, squeezed(word)) }))
    .filter(({ word, away }) => away <= Math.max(1, Math.floor(word.length / 3)) && away < squeezed(word).length)
    .sort((a, b) => a.away - b.away);
  return ranked[0]?.word;
}
