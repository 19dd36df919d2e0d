// The opened house: its key, the keys and certificates organisations seal with, what it believes, the work that waits.

import { existsSync, readdirSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { loadTrust } from 'tessera/cli/trust-files'
import { Refused } from 'tessera/refusal'
import type { House } from '../house.ts'
import { queueState } from '../jobs/queue.ts'
import { about, type Finding, reasonOf } from './finding.ts'

const day = 86_400_000
/** A certificate wants a successor so long before its end: trust services take weeks. */
const warning = 45

export async function examineHouse(house: House): Promise<readonly Finding[]> {
  return [
    ...(await examineKey(house)),
    ...(await examineOrganisations(house)),
    ...(await examineTrust(house)),
    ...(await examineWork(house)),
  ]
}

async function examineKey({ store, vault }: House): Promise<readonly Finding[]> {
  const { good, look } = about('house key')
  const secrets = await store.atTheDoor((tx) =>
    tx.selectFrom('house_secret').select('wrapped').execute(),
  )
  const old = secrets.filter(({ wrapped }) => !vault.isCurrent(wrapped)).length
  return [
    old === 0
      ? good('It opens what the database holds.')
      : look(
          'Some secrets are still wrapped with an older key.',
          'Run `tessera-server rewrap`; then the older key may go from TESSERA_KEY.',
        ),
  ]
}

async function examineOrganisations(house: House): Promise<readonly Finding[]> {
  const organisations = await house.store.atTheDoor((tx) =>
    tx.selectFrom('organisation').select(['id', 'stopped_at']).orderBy('id').execute(),
  )
  if (organisations.length === 0)
    return [
      about('organisations').look(
        'There is none yet.',
        'Found the first: tessera-server organisation ISSUER.yaml NAME "OWNER"',
      ),
    ]
  const findings: Finding[] = []
  for (const { id, stopped_at: stopped } of organisations) {
    findings.push(await examineSeal(house, id))
    if (stopped !== null)
      findings.push(
        about(id).look(
          `Its stop switch is pulled since ${stopped.toISOString()}: nothing is sealed.`,
          'An owner lets it go on under /stop.',
        ),
      )
  }
  return findings
}

async function examineSeal({ keys, clock, config }: House, id: string): Promise<Finding> {
  const { good, look, bad } = about(id)
  try {
    const { keyring, test } = await keys.keysOf(id)
    const [leaf] = keyring.seal.certificates
    if (leaf === undefined) return bad('Its seal has no certificate.', newKeys(id))
    const end = new Date(new X509Certificate(leaf).validTo)
    const days = Math.floor((end.getTime() - clock.now().getTime()) / day)
    const until = end.toISOString().slice(0, 10)
    if (days < 0)
      return bad(
        `The certificate of its seal ended on ${until}: nothing can be sealed.`,
        `Bring in a new one: tessera-server keys ${id} import …`,
      )
    if (test && config.production)
      return bad('It seals with test keys: its files are no real credentials.', newKeys(id))
    if (days < warning)
      return look(
        `The certificate of its seal ends in ${days} days, on ${until}.`,
        'Order the next one now: trust services take weeks.',
      )
    return good(`Its ${test ? 'test ' : ''}seal is good until ${until}.`)
  } catch (error) {
    if (error instanceof Refused)
      return look(`It cannot seal yet: ${error.refusals[0]?.sentence ?? ''}`, newKeys(id))
    return bad(
      `Its keys do not open: ${reasonOf(error)}`,
      'Are its key files there as they were made, and is the token or security module connected?',
    )
  }
}

const newKeys = (id: string) => `Give it keys: tessera-server keys ${id} import FILE.p12`

async function examineTrust({ config, clock }: House): Promise<readonly Finding[]> {
  const { good, look, bad } = about('trust lists')
  const folder = join(config.dataFolder, 'trust')
  const files = (path: string) =>
    existsSync(path)
      ? readdirSync(path, { withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
          .map(({ name }) => join(path, name))
          .toSorted()
      : []
  const lists = files(folder)
  if (lists.length === 0)
    return [
      look(
        'There is none: only files of the organisations here are known.',
        `Lay the lists you believe into ${folder}, and who signs them into ${folder}/signers.`,
      ),
    ]
  const now = clock.now()
  const findings: Finding[] = []
  for (const path of lists)
    try {
      const [list] = await loadTrust([path], files(join(folder, 'signers')))
      if (list === undefined) continue
      findings.push(
        list.nextUpdate !== undefined && list.nextUpdate < now
          ? look(
              `${list.name} should have been renewed on ${list.nextUpdate.toISOString().slice(0, 10)}.`,
              `Fetch the newest and lay it in place of ${path}.`,
            )
          : good(`${list.name}: ${list.anchors.length + list.issuers.length} entries.`),
      )
    } catch (error) {
      findings.push(
        bad(reasonOf(error), 'While it lies there no file can be checked: mend it or take it out.'),
      )
    }
  return findings
}

async function examineWork(house: House): Promise<readonly Finding[]> {
  const { good, look, bad } = about('work')
  const { waiting, leased, putAside, oldestDue } = await queueState(house)
  const late = oldestDue === undefined ? 0 : house.clock.now().getTime() - oldestDue.getTime()
  return [
    late > 10 * 60_000
      ? bad(
          `Nobody works: something is due for ${Math.round(late / 60_000)} minutes.`,
          'Start the service with TESSERA_WORKERS=1 or more, or `tessera-server work`.',
        )
      : good(`${waiting} jobs wait, ${leased} are being done.`),
    ...(putAside === 0
      ? []
      : [
          look(
            `${putAside} jobs were put aside after many tries.`,
            'See which in table job (last_error), or tessera_jobs{state="put_aside"} in /metrics.',
          ),
        ]),
  ]
}
