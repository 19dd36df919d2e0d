// Checking, as a stranger does it: without an account and without a script.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createApp } from '../app.tsx'
import { houseWithKeys, sealAwards } from '../hold/example-holder.ts'
import { decideStatus } from '../issue/decide-status.ts'
import { exampleRow, type ExampleDesk } from '../issue/example-cohort.ts'
import { withOwnPublications } from '../issue/publish.ts'
import { sealedFilesOf } from '../hold/files.ts'
import { readHeldAward } from '../hold/held-award.ts'
import type { House } from '../house.ts'
import { openBrowser } from '../server/test-visitor.ts'
import { noResolver } from 'tessera/trust/resolver'
import { freshStore, noPostgres } from '../store/test-store.ts'
import { checkFiles, mostFiles } from './check-files.ts'

interface Sealed {
  readonly award: string
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

describe('checking', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: House
  let desk: ExampleDesk
  let app: ReturnType<typeof createApp>
  let good: Sealed
  let withdrawn: Sealed
  let close = () => {}

  async function filesOf(award: string): Promise<Sealed> {
    const held = await house.store.asOrganisation(desk.organisation, (tx) =>
      readHeldAward(house, tx, desk.organisation, award),
    )
    assert.ok(held !== undefined)
    const files = await sealedFilesOf(house, held)
    return {
      award,
      files: files.map(({ format, extension, bytes }) => ({
        name: `${format}.${extension}`,
        bytes,
      })),
    }
  }

  before(async () => {
    const made = await houseWithKeys(fresh.store)
    ;({ desk, close } = made)
    house = {
      ...made.house,
      trust: async () => [(await made.house.keys.keysOf(desk.organisation)).trust],
      resolver: withOwnPublications(made.house, noResolver),
    }
    app = createApp(house)
    const given = await sealAwards(house, desk, [exampleRow(1), exampleRow(2)], ['ob3', 'sd-jwt'])
    const [one, two] = given.map(({ award }) => award)
    assert.ok(one !== undefined && two !== undefined)
    good = await filesOf(one)
    withdrawn = await filesOf(two)
    await house.store.asOrganisation(desk.organisation, (tx) =>
      decideStatus(
        house,
        tx,
        { organisation: desk.organisation, by: desk.officer },
        { award: two, kind: 'withdrawn', reason: 'A mistake of ours' },
      ),
    )
  })
  after(() => close())

  async function bring(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    text = '',
  ): Promise<{ readonly status: number; readonly page: string }> {
    const form = new FormData()
    for (const { name, bytes } of files)
      form.append('files', new File([Uint8Array.from(bytes)], name))
    form.append('text', text)
    const answer = await app.request(new URL('/verify', house.config.address), {
      method: 'POST',
      body: form,
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' },
    })
    return { status: answer.status, page: await answer.text() }
  }

  it('asks for a file, and says so where none came', async () => {
    const page = await openBrowser(app, house).get('/verify')
    assert.equal(page.status, 200)
    const none = await bring([])
    assert.equal(none.status, 422)
    assert.match(none.page, /href="#field-files"/)
  })

  it('calls every file of an award valid, and says what the person can do', async () => {
    for (const file of good.files) {
      const { status, page } = await bring([file])
      assert.equal(status, 200)
      assert.match(page, /class="notice valid"/, file.name)
      assert.match(page, /class="outcomes"/, file.name)
    }
  })

  it('takes pasted text with the blanks around it', async () => {
    const text = good.files.find(({ name }) => name.endsWith('sd-jwt'))
    assert.ok(text !== undefined)
    const { page } = await bring([], `\n  ${new TextDecoder().decode(text.bytes)}\n`)
    assert.match(page, /class="notice valid"/)
  })

  it('calls a changed file and a withdrawn award not valid, and bytes of nothing undecided', async () => {
    const [file] = good.files
    assert.ok(file !== undefined)
    const changed = new TextDecoder().decode(file.bytes).replace('"name"', '"nome"')
    assert.match((await bring([], changed)).page, /class="notice invalid"/)
    for (const one of withdrawn.files)
      assert.match((await bring([one])).page, /class="notice invalid"/, one.name)
    assert.match((await bring([], 'Good morning')).page, /class="notice unknown"/)
  })

  it('gives one table for many, and takes no more than it says', async () => {
    const { page } = await bring([...good.files, ...withdrawn.files])
    assert.match(page, /<table/)
    assert.equal(
      page.match(/<details class="one"/g)?.length,
      good.files.length + withdrawn.files.length,
    )
    const [file] = good.files
    assert.ok(file !== undefined)
    const tooMany = await bring(Array.from({ length: mostFiles + 1 }, () => file))
    assert.equal(tooMany.status, 422)
  })

  it('says nothing a script could run, whatever a file is called or says', async () => {
    const name = '"><script>alert(1)</script>.json'
    const { page } = await bring([
      { name, bytes: new TextEncoder().encode(`{"a":"${'<script>'}"}`) },
    ])
    assert.doesNotMatch(page, /<script>alert/)
  })

  it('gives the hash of the file as it was brought', async () => {
    const [checked] = await checkFiles(house, [{ bytes: new TextEncoder().encode('abc') }], 'en')
    assert.equal(checked?.hash, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
