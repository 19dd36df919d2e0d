// The small version of `npm run faults`.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { noPostgres } from '../store/test-store.ts'
import { isRight } from './count.ts'
import { sealUnderFire } from './sealing-under-fire.ts'

describe('200 awards while workers and the database are killed', { skip: noPostgres }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-fire-'))
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('are exactly 200 awards, with everything that follows from them', async () => {
    const { counts, workerKills, databaseKills } = await sealUnderFire({
      folder,
      cohorts: [
        { awards: 196, formats: ['sd-jwt'] },
        { awards: 4, formats: ['ob3', 'sd-jwt'] },
      ],
      workerKills: 5,
      databaseKills: 1,
      workers: 2,
      verified: 10,
    })
    assert.deepEqual([workerKills, databaseKills], [5, 1])
    assert.deepEqual(
      counts.filter((count) => !isRight(count)),
      [],
    )
  })
})
