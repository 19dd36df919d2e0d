import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { awardSchema } from '../../credential/award.ts'
import { designSchema } from '../../credential/design.ts'
import { hoursOf } from '../../credential/workload.ts'
import { readJsonObject } from '../../read/json.ts'
import { reference, unlessPresent } from '../../reference.ts'
import { attempt } from '../../refusal.ts'
import { designFromEdc, edc } from './index.ts'

describe('files of others', { skip: unlessPresent('elm/samples') }, () => {
  if (unlessPresent('elm/samples') !== false) return
  const folder = reference('elm/samples')
  const read = (name: string) => readFileSync(`${folder}/${name}`)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|jsonld)$/.test(name) && name.includes('/'))
    .filter((name) => !/loq-ams-pid|framed_|_frame/.test(name))

  for (const name of files) {
    test(`${name} gives a design and an award of the model's shape`, async () => {
      const file = readJsonObject(read(name))
      const payload = file['payload']
      const design = designFromEdc(typeof payload === 'string' ? readJsonObject(payload) : file)
      const answer = designSchema.safeParse(design)
      assert.ok(answer.success, JSON.stringify(answer.error?.issues))
      const opened = await attempt(() => edc.open(read(name)))
      if (!opened.ok) {
        assert.deepEqual(
          opened.refusals.map(({ code }) => code),
          ['edc.not-an-edc-document'],
        )
        return
      }
      assert.ok(edc.recognise(read(name)))
      const award = awardSchema.safeParse(opened.value.award)
      assert.ok(award.success, JSON.stringify(award.error?.issues))
      assert.equal(
        opened.value.variant,
        typeof payload === 'string'
          ? 'sealed'
          : file['credential'] === undefined
            ? 'bare'
            : 'upload',
      )
    })
  }

  test('a duration is kept as its source wrote it: P60M', () => {
    const design = designFromEdc(
      readJsonObject(read('eu-official-2023/Sample-MC-Annex1-unsigned.jsonld')),
    )
    assert.deepEqual(
      design.activities.map(({ workload }) => workload),
      [{ stated: 'P60M' }],
    )
    assert.equal(design.workload?.stated, 'PT60H')
  })

  test('hours and credits of MyNextID', () => {
    const design = designFromEdc(readJsonObject(read('mynextid/edc-mc-example.json')))
    assert.equal(hoursOf(design.workload), 45)
    assert.deepEqual(design.credits, { system: 'ECTS', points: 5 })
  })

  test('what DC4EU leaves out is left out', () => {
    const design = designFromEdc(
      readJsonObject(read('dc4eu/EUHEMC/euhe-microcredential-example-john-doe.json')),
    )
    assert.deepEqual(
      [design.outcomes, design.qualityAssurance, design.workload],
      [[], [], undefined],
    )
    assert.equal(design.level?.eqf, 5)
  })

  test('an upload file with lists of texts says the same as the sealed one', async () => {
    const upload = await edc.open(read('eu-official-2025/AA-Annex1-MC-unsigned.json'))
    const sealedOne = await edc.open(read('eu-official-2025/AA-Annex1-MC-signed.jsonld'))
    assert.deepEqual(upload.award.design.title, sealedOne.award.design.title)
    assert.deepEqual(
      upload.award.design.outcomes.map(({ text: said }) => said),
      sealedOne.award.design.outcomes.map(({ text: said }) => said),
    )
    assert.deepEqual(upload.proofs, [])
    assert.equal(sealedOne.issuer.identifiers[0], 'VATES-A00000000')
  })

  test('the accredited profile is reported where a credential names it', async () => {
    const opened = await edc.open(read('eu-official-2025/Sample-JointDegree-signed.jsonld'))
    assert.deepEqual(
      opened.conformance.map(({ profile, conforms }) => [profile, conforms]),
      [
        ['EDC generic-full 1.2.0 (ELM 3.2)', true],
        ['EDC accredited 1.2.0 (ELM 3.2)', true],
      ],
    )
  })
})
