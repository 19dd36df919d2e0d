// "Did you mean …": the word of a list that is written most like another.

/** Among more words than this nothing is offered: comparing takes time for each. */
const most = 300

/** The nearest word if at most a third of the letters differ; undefined if none is that near. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const candidates = [...words]
  if (candidates.length > most) return undefined
  const wanted = word.toLowerCase()
  let best: { readonly word: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    const distance = distanceOf(wanted, candidate.toLowerCase())
    if (
      distance <= Math.max(wanted.length, candidate.length) / 3 &&
      distance < (best?.distance ?? Infinity)
    ) {
      best = { word: candidate, distance }
    }
  }
  return best?.word
}

/** Levenshtein's distance: letters put in, left out or exchanged. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
