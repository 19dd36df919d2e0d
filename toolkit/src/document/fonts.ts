// The fonts of certificates: Noto (and Nanum Myeongjo for Korean), SIL Open Font License 1.1, from npm
// packages. Names come in any script, so every character is looked up before a page is set: a page with
// a missing-glyph box is never made.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { charactersOf, type Characters } from './character-map.ts'

const require = createRequire(import.meta.url)

/** `[package, file stem, family, weights]` */
type Row = readonly [pack: string, stem: string, family: string, weights: readonly string[]]

const common: readonly Row[] = [
  ['noto-sans', 'NotoSans', 'Noto Sans', ['400Regular', '600SemiBold']],
  ['noto-serif-display', 'NotoSerifDisplay', 'Noto Serif Display', ['500Medium']],
  [
    'noto-serif-hebrew',
    'NotoSerifHebrew',
    'Noto Serif Hebrew',
    ['400Regular', '500Medium', '600SemiBold'],
  ],
  [
    'noto-naskh-arabic',
    'NotoNaskhArabic',
    'Noto Naskh Arabic',
    ['400Regular', '500Medium', '600SemiBold'],
  ],
  ['noto-sans-georgian', 'NotoSansGeorgian', 'Noto Sans Georgian', ['400Regular', '600SemiBold']],
  ['noto-sans-armenian', 'NotoSansArmenian', 'Noto Sans Armenian', ['400Regular', '600SemiBold']],
  ['noto-sans-ethiopic', 'NotoSansEthiopic', 'Noto Sans Ethiopic', ['400Regular']],
  ['noto-sans-devanagari', 'NotoSansDevanagari', 'Noto Sans Devanagari', ['400Regular']],
  ['noto-sans-bengali', 'NotoSansBengali', 'Noto Sans Bengali', ['400Regular']],
  ['noto-sans-tamil', 'NotoSansTamil', 'Noto Sans Tamil', ['400Regular']],
  ['noto-sans-thai', 'NotoSansThai', 'Noto Sans Thai', ['400Regular']],
]

/** 14 MB more, read only for a text that needs them. */
const eastAsian: readonly Row[] = [
  ['noto-sans-sc', 'NotoSansSC', 'Noto Sans SC', ['400Regular']],
  ['nanum-myeongjo', 'NanumMyeongjo', 'Nanum Myeongjo', ['400Regular']],
]

export interface FontSet {
  readonly files: readonly Buffer[]
  /** In order of preference for running text; headings and names prefer the serif ones. */
  readonly sans: readonly string[]
  readonly serif: readonly string[]
  readonly characters: Characters
}

/** Fonts for European, Arabic, Hebrew, Ethiopic, Caucasian and Indian scripts and Thai. */
export function commonFonts(extra: readonly Uint8Array[] = []): Promise<FontSet> {
  return load(common, extra)
}

/** The same and Chinese, Japanese and Korean. */
export function allFonts(extra: readonly Uint8Array[] = []): Promise<FontSet> {
  return load([...common, ...eastAsian], extra)
}

async function load(rows: readonly Row[], extra: readonly Uint8Array[]): Promise<FontSet> {
  const paths = rows.flatMap(([pack, stem, , weights]) =>
    weights.map((weight) =>
      require.resolve(`@expo-google-fonts/${pack}/${weight}/${stem}_${weight}.ttf`),
    ),
  )
  const files = [
    ...(await Promise.all(paths.map((path) => readFile(path)))),
    ...extra.map((bytes) => Buffer.from(bytes)),
  ]
  const families = rows.map(([, , family]) => family)
  return {
    files,
    sans: families.filter((family) => family !== 'Noto Serif Display'),
    serif: [...families.filter((family) => family !== 'Noto Sans'), 'Noto Sans'],
    characters: charactersOf(files),
  }
}

/** The characters of a text that no font of the set can draw, each once. */
export function undrawable(text: string, characters: Characters): readonly string[] {
  return [...new Set(text)].filter(
    (character) =>
      !/[\s\p{Default_Ignorable_Code_Point}]/u.test(character) &&
      !characters.has(character.codePointAt(0) ?? 0),
  )
}
