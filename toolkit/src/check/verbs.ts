// What an English verb says about how demanding an outcome is: a range of the six levels of Bloom's
// revised taxonomy, never one level, for most verbs serve several. Our own list.

const names = ['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'] as const

/** From and to, 1 (remember) to 6 (create). */
export interface VerbRange {
  readonly lowest: number
  readonly highest: number
}

const table: readonly (readonly [lowest: number, highest: number, verbs: string])[] = [
  [1, 1, 'label list memorise name recall recite repeat'],
  [1, 2, 'define describe identify locate match outline recognise report state'],
  [1, 3, 'record'],
  [2, 2, 'exemplify paraphrase restate summarise translate'],
  [2, 3, 'clarify convert demonstrate illustrate present'],
  [2, 4, 'classify discuss distinguish explain interpret relate'],
  [2, 5, 'compare contrast predict'],
  [
    3,
    3,
    'administer apply carry conduct employ execute follow handle install operate perform practise prepare sling sketch use utilise',
  ],
  [3, 4, 'calculate communicate compute configure map measure monitor sample solve trace'],
  [
    3,
    5,
    'adapt choose coordinate document estimate manage maintain negotiate select supervise test',
  ],
  [
    3,
    6,
    'build carve facilitate implement lead make model moderate organise plan produce program run teach write',
  ],
  [4, 4, 'analyse categorise correlate deconstruct differentiate dissect inspect'],
  [4, 5, 'audit deduce detect diagnose examine infer investigate question research review verify'],
  [4, 6, 'combine integrate optimise simulate structure'],
  [5, 5, 'appraise argue assess critique criticise defend evaluate judge justify rate validate'],
  [5, 6, 'decide advise prioritise recommend reflect resolve'],
  [
    6,
    6,
    'compose create design develop devise formulate generate innovate invent originate propose synthesise',
  ],
  [4, 6, 'construct improve transform'],
]

const ranges: ReadonlyMap<string, VerbRange> = new Map(
  table.flatMap(([lowest, highest, verbs]) =>
    verbs.split(' ').map((verb) => [verb, { lowest, highest }] as const),
  ),
)

const nounFollows = new Set(['of', 'for', 'in', 'by', 'from', 'with', 'on'])

/** The verbs we know that begin the sentence or stand beside its first verb: "Plan, build and test …". */
export function verbsOf(sentence: string): readonly string[] {
  const verbs: string[] = []
  let objectSeen = false
  for (const part of sentence.toLowerCase().split(/\s*(?:,|;|\band\b|\bor\b|&)\s*/)) {
    const words = part.split(/[^a-z-]+/).filter((word) => word !== '' && !word.endsWith('ly'))
    const [first, second] = words
    if (first === undefined) continue
    // What follows an object may only look like a verb: "Compare the design, plan and test of a bridge".
    if (objectSeen && (second === undefined || nounFollows.has(second))) break
    const verb = british(first)
    if (!ranges.has(verb)) break
    verbs.push(verb)
    objectSeen ||= second !== undefined
  }
  return verbs
}

function british(word: string): string {
  return word
    .replace(/yze$/, 'yse')
    .replace(/ize$/, 'ise')
    .replace(/^practice$/, 'practise')
}

export function rangeOfVerbs(verbs: readonly string[]): VerbRange | undefined {
  const found = verbs.flatMap((verb) => ranges.get(verb) ?? [])
  if (found.length === 0) return undefined
  return {
    lowest: Math.min(...found.map(({ lowest }) => lowest)),
    highest: Math.max(...found.map(({ highest }) => highest)),
  }
}

/** "apply–analyse", or one name where the range is one level. */
export function plainRange({ lowest, highest }: VerbRange): string {
  const from = names[lowest - 1] ?? ''
  const to = names[highest - 1] ?? ''
  return from === to ? from : `${from}–${to}`
}

/** The level one usually finds in outcomes of an EQF level: a custom, not a rule of the framework. */
export function usualOf(eqf: number): number {
  return [1, 2, 3, 3, 3, 4, 5, 6][eqf - 1] ?? 3
}
