// A frozen version of a design comes into the store: what it says can be awarded from now on and never changes.

import type { Design } from 'tessera/credential/design'
import { requireUntouched } from 'tessera/credential/freeze'
import { refuse } from 'tessera/refusal'
import type { House } from '../house.ts'
import { record } from '../store/audit.ts'
import type { Tx } from '../store/store.ts'

/** Refuses `design.not-frozen`, and `design.other-content` for a version that is there and says something else. */
export async function keepFrozenDesign(
  tx: Tx,
  house: Pick<House, 'clock'>,
  { organisation, actor }: { readonly organisation: string; readonly actor: string },
  design: Design,
): Promise<void> {
  const { frozen, id, version } = design
  if (frozen === undefined)
    return refuse('design.not-frozen', id, 'Only a frozen version can be awarded; freeze it first.')
  requireUntouched(design)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('design')
    .values({
      organisation_id: organisation,
      id,
      version,
      body: JSON.stringify(design),
      digest: frozen.digest,
      frozen_at: frozen.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n)
    return record(house, tx, organisation, {
      actor,
      action: 'design frozen',
      subject: `design:${id} ${version}`,
      details: { digest: frozen.digest },
    })
  const { digest } = await tx
    .selectFrom('design')
    .select('digest')
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (digest !== frozen.digest)
    refuse(
      'design.other-content',
      `${id} ${version}`,
      'This version is there already and says something else; give the new one another number.',
    )
}
