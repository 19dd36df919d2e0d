// One script out of the page and the toolkit, with the browser's side of `#machine`.

import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const here = import.meta.dirname
const folder = join(here, 'dist', 'page')

/** What never has a place in the page: the command line, certificates, anything of Node. */
const outside = /\/toolkit\/dist\/(cli|document|machine\/node)/

const house = {
  name: 'house',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: outside }, ({ path }) => ({
      errors: [{ text: `${path} is not for the page` }],
    }))
    onResolve({ filter: /^node:/ }, ({ path, importer }) => ({
      errors: [{ text: `${importer} wants ${path}` }],
    }))
    // Only for contexts that a caller supplies, which the page never does.
    onResolve({ filter: /^jsonld$/ }, ({ path }) => ({ path, namespace: 'left-out' }))
    onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({
      contents: `export default {
        toRDF() { throw new Error('${path} is left out of the page') },
      }`,
    }))
    // zod brings its messages in fifty languages; ours come from elsewhere.
    onLoad({ filter: /\/zod\/v4\/locales\/index\.js$/ }, () => ({ contents: 'export {}' }))
  },
}

/** Writes the page into `dist/page` and gives that folder. */
export async function bundle() {
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: [join(here, 'dist', 'page.js')],
    outfile: join(folder, 'page.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'linked',
    // A package of JSON-LD contexts tells where its files lie; nothing is read from there.
    define: { 'import.meta.url': JSON.stringify('file:///') },
    logLevel: 'warning',
    plugins: [house],
  })
  for (const file of ['index.html', 'style.css', 'icon.svg'])
    cpSync(join(here, 'src', file), join(folder, file))
  return folder
}
