// Files to keep: what each is for, in words, before what it is called.

import { sizeInWords } from './in-words.ts'
import type { Say } from './messages.ts'

export interface FileToKeep {
  /** What it is, in words: `European Digital Credential`. */
  readonly title: string
  /** What it is good for. */
  readonly use: string
  readonly to: string
  /** As it is stored: `2026-05-12_Title_Issuer.pdf`. */
  readonly name: string
  readonly bytes?: number
}

interface FileListProps {
  readonly files: readonly FileToKeep[]
  readonly language: string
  readonly say: Say
}

export function FileList({ files, language, say }: FileListProps) {
  return (
    <ul class="files">
      {files.map(({ title, use, to, name, bytes }) => (
        <li>
          <div>
            <p class="title">{title}</p>
            <p class="hint">{use}</p>
          </div>
          <a class="button" href={to} download={name}>
            {say('common-download')}
            <span class="unseen"> {title}</span>
            <span class="kind" dir="ltr">
              {' '}
              {name.split('.').at(-1)?.toUpperCase()}
              {bytes === undefined ? '' : ` · ${sizeInWords(language, bytes)}`}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
