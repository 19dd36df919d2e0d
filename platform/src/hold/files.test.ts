// The files a learner takes away: as they were sealed, named for years, and checkable without us.

import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createApp } from '../app.tsx'
import { decideStatus } from '../issue/decide-status.ts'
import { exampleRow, type ExampleDesk } from '../issue/example-cohort.ts'
import { type Browser, openBrowser } from '../server/test-visitor.ts'
import { freshStore, noPostgres } from '../store/test-store.ts'
import type { TestHouse } from '../test-house.ts'
import { type Given, houseWithKeys, sealAwards } from './example-holder.ts'
import { writeZip } from './zip.ts'

const tessera = fileURLToPath(new URL('../../../toolkit/bin/tessera.mjs', import.meta.url))

/** Reads an archive by its own directory, as unpackers do. */
function unzip(bytes: Uint8Array): Map<string, Buffer> {
  const data = Buffer.from(bytes)
  const end = data.lastIndexOf('PK\u0005\u0006')
  const files = new Map<string, Buffer>()
  let at = data.readUInt32LE(end + 16)
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    const size = data.readUInt32LE(at + 20)
    const nameLength = data.readUInt16LE(at + 28)
    const local = data.readUInt32LE(at + 42)
    const name = data.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
    files.set(name, data.subarray(start, start + size))
    at += 46 + nameLength
  }
  return files
}

describe('an archive', () => {
  it('is read by other programs, with names in any script', (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-zip-'))
    test.after(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'a.zip')
    const entries = [
      { name: 'README.txt', bytes: Buffer.from('hello') },
      { name: 'check/Вода-ä.json', bytes: Buffer.alloc(70_000, 7) },
      { name: 'empty', bytes: new Uint8Array() },
    ]
    writeFileSync(path, writeZip(entries, new Date('2026-05-12T10:20:30Z')))
    const script =
      'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),z.namelist())'
    const python = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' })
    if (python.error !== undefined) return test.skip('no python3 here')
    assert.equal(python.stdout.trim(), "None ['README.txt', 'check/Вода-ä.json', 'empty']")
    return undefined
  })
})

describe('the files of an award', { skip: noPostgres }, () => {
  const fresh = freshStore()
  let house: TestHouse
  let desk: ExampleDesk
  let at: Browser
  let one: Given
  let close = () => {}
  before(async () => {
    ;({ house, desk, close } = await houseWithKeys(fresh.store))
    ;[one = (undefined as never)] = await sealAwards(
      house,
      desk,
      [exampleRow(2)],
      ['edc', 'ob3', 'sd-jwt'],
    )
    at = openBrowser(createApp(house), house)
    await at.post(`/claim/${one.secret}`, { fact: '1971-12-01' })
    await at.post(`/mine/${one.award}/claim`)
  })
  after(() => close())

  const take = async (file: string, query = '') => {
    const answer = await at.get(`/mine/${one.award}/files/${file}${query}`)
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
  }

  it('are all listed on the page and given byte for byte as they were sealed', async () => {
    const page = await (await at.get(`/mine/${one.award}?lang=en`)).text()
    const listed = [...page.matchAll(/\/files\/([a-z0-9.-]+)/g)].map(([, name]) => name)
    assert.deepEqual(listed, [
      'everything.zip',
      'certificate.pdf',
      'edc.jsonld',
      'ob3.png',
      'ob3.svg',
      'ob3.json',
      'ob3.jwt',
      'sd-jwt.sd-jwt',
    ])
    const sealed = await fresh.store.asOrganisation(desk.organisation, (tx) =>
      tx.selectFrom('sealed_file').selectAll().where('award_id', '=', one.award).execute(),
    )
    assert.equal(sealed.length, 6)
    for (const { format, extension, sha256, media_type: type } of sealed) {
      const { answer, bytes } = await take(`${format}.${extension}`, '?in=en')
      assert.equal(answer.status, 200)
      assert.deepEqual(createHash('sha256').update(bytes).digest(), Buffer.from(sha256))
      assert.ok(answer.headers.get('content-type')?.startsWith(type.split(';')[0] ?? type))
      const name = decodeURIComponent(
        answer.headers.get('content-disposition')?.split("UTF-8''")[1] ?? '',
      )
      assert.match(name, /^2026-02-28_[\p{L}\p{N}-]+_[\p{L}\p{N}-]+\.[a-z-]+$/u)
      assert.equal(answer.headers.get('cache-control'), 'no-store')
    }
    assert.equal((await take('ob3.exe')).answer.status, 404)
    assert.equal((await take('..%2f..%2fhouse.key')).answer.status, 404)
  })

  it('include a certificate that carries the sealed files', async () => {
    const { answer, bytes } = await take('certificate.pdf', '?in=es')
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
    assert.ok(bytes.includes('/EmbeddedFile'))
  })

  it('are all in one archive that the command line checks without a network', async (test) => {
    const { answer, bytes } = await take('everything.zip', '?in=en')
    assert.equal(answer.headers.get('content-type'), 'application/zip')
    const folder = mkdtempSync(join(tmpdir(), 'tessera-bundle-'))
    test.after(() => rmSync(folder, { recursive: true, force: true }))
    const files = unzip(bytes)
    for (const [name, content] of files) {
      assert.ok(!name.includes('..') && !name.startsWith('/'), name)
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    const checkable = [...files.keys()].filter((name) =>
      /\.(jsonld|json|jwt|png|svg|sd-jwt)$/.test(name),
    )
    const sealed = checkable.filter((name) => !name.startsWith('check/'))
    assert.equal(sealed.length, 6)
    const now = house.clock.now().toISOString()
    const words = ['--trust', 'check/trust-list.json', '--web', 'check/web', '--offline', '--json']
    await Promise.all(
      sealed.map(async (name) => {
        const { stdout } = await promisify(execFile)(
          process.execPath,
          [tessera, 'verify', name, ...words, '--now', now],
          { cwd: folder, encoding: 'utf8' },
        )
        assert.equal((JSON.parse(stdout) as { verdict: string }).verdict, 'valid', name)
      }),
    )
    const readme = readFileSync(join(folder, 'README.txt'), 'utf8')
    assert.match(readme, /tessera verify "2026-02-28_/)
    assert.ok(readme.includes('/verify'))
  })

  it('show in the archive of a withdrawn award that it was withdrawn', async (test) => {
    const [other] = await sealAwards(house, desk, [exampleRow(4)], ['sd-jwt'])
    assert.ok(other !== undefined)
    const [order] = [
      { award: other.award, kind: 'withdrawn' as const, reason: 'Plagiarism found.' },
    ]
    const by = { organisation: desk.organisation, by: desk.officer }
    await fresh.store.asOrganisation(desk.organisation, (tx) => decideStatus(house, tx, by, order))
    house.wind(5_000)
    await at.post(`/claim/${other.secret}`, { fact: '1971-12-01' })
    const page = await (await at.get(`/mine/${other.award}`)).text()
    assert.match(page, /was withdrawn and does not count/)
    assert.match(page, /Plagiarism found\./)
    const answer = await at.get(`/mine/${other.award}/files/everything.zip`)
    const folder = mkdtempSync(join(tmpdir(), 'tessera-bundle-'))
    test.after(() => rmSync(folder, { recursive: true, force: true }))
    const files = unzip(Buffer.from(await answer.arrayBuffer()))
    for (const [name, content] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    const token = [...files.keys()].find((name) => name.endsWith('.sd-jwt')) ?? ''
    const words = ['--trust', 'check/trust-list.json', '--web', 'check/web', '--offline', '--json']
    const now = house.clock.now().toISOString()
    const ran = spawnSync(process.execPath, [tessera, 'verify', token, ...words, '--now', now], {
      cwd: folder,
      encoding: 'utf8',
    })
    assert.equal((JSON.parse(ran.stdout) as { verdict: string }).verdict, 'invalid')
  })

  it('have a page to print', async () => {
    const answer = await at.get(`/mine/${one.award}/print?in=es`)
    assert.equal(answer.status, 200)
    const text = await answer.text()
    assert.match(text, /lang="es"/)
    assert.ok(text.includes('urn:uuid:'))
  })
})
