// Writes the sample certificates and badges as pictures into a folder, to be looked at:
//   node scripts/pictures.mjs FOLDER [WORD OF A SAMPLE'S NAME]
import { mkdir, writeFile } from 'node:fs/promises'
import { createDocuments } from '../toolkit/dist/document/index.js'
import { samples } from '../toolkit/dist/document/sample-awards.js'

const [folder, word = ''] = process.argv.slice(2)
if (folder === undefined) {
  console.error('node scripts/pictures.mjs FOLDER [WORD]')
  process.exit(64)
}
await mkdir(folder, { recursive: true })
let started = performance.now()
const documents = await createDocuments()
console.log(`ready in ${Math.round(performance.now() - started)} ms`)
for (const { name, language, award } of samples.filter((sample) => sample.name.includes(word))) {
  started = performance.now()
  const pages = await documents.certificate(award, language)
  const took = Math.round(performance.now() - started)
  for (const { page, bytes } of pages) await writeFile(`${folder}/${name}-${page}.png`, bytes)
  started = performance.now()
  const badge = await documents.badge(award)
  const badgeTook = Math.round(performance.now() - started)
  await writeFile(`${folder}/${name}-badge.png`, badge.png)
  await writeFile(`${folder}/${name}-badge.svg`, badge.svg)
  if (award.issuedAt !== undefined) {
    await writeFile(
      `${folder}/${name}.pdf`,
      await documents.certificatePdf(award, language, { standard: 'a-3a' }),
    )
  }
  const sizes = pages.map(({ bytes }) => `${(bytes.length / 1024).toFixed(0)} kB`).join(' + ')
  console.log(
    `${name}: ${took} ms, ${sizes}; badge ${badgeTook} ms, ${(badge.png.length / 1024).toFixed(0)} kB PNG, ${(badge.svg.length / 1024).toFixed(0)} kB SVG`,
  )
}
