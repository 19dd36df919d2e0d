// tessera import FILE --as design: a foreign credential read as a design, to be checked and reworked.

import { stringify } from 'yaml'
import { limits } from '../limits.ts'
import { importDesign } from '../formats/import-design.ts'
import { exit, Usage, type Command } from './command.ts'
import { only, readArguments } from './arguments.ts'
import { readBytes, wherePointed, writeWhole } from './files.ts'

export const importCommand: Command = {
  name: 'import',
  summary: 'Read a foreign credential as a design',
  help: `Usage: tessera import FILE --as design [--out FILE]

Reads a European Digital Credential or an Open Badge 3.0 as a design in Tessera's model. What the
source got wrong is kept as it is, so that tessera check can find it.

  --as design   what to make of it
  --out FILE    write there (.yaml or .json) instead of printing

Example: tessera import Sample-MC-Annex1.jsonld --as design --out design.yaml`,
  async run(args, desk) {
    const { values, positionals } = readArguments(args, {
      as: { type: 'string' },
      out: { type: 'string' },
    })
    const path = only(positionals, 'FILE')
    if (values.as !== 'design') throw new Usage('Say --as design.')
    const design = await importDesign(readBytes(path, limits.file), path)
    const text =
      values.out?.endsWith('.json') === true
        ? `${JSON.stringify(design, null, 2)}\n`
        : stringify(design)
    if (values.out === undefined) desk.out(text.trimEnd())
    else {
      const { out } = values
      wherePointed(out, () => writeWhole(out, text))
    }
    return exit.ok
  },
}
