// Makes a process warm before it is measured: everything that is loaded or compiled when first used, once.

import { openBadges } from 'tessera/formats/open-badges/index'
import { sampleAward, sampleKeys, sampleSettings } from 'tessera/formats/open-badges/sample'
import { noResolver } from 'tessera/trust/resolver'
import { verify } from 'tessera/verify/verify'

/** Seals a badge in every form and verifies it; nobody trusts its issuer, which does not matter here. */
export async function warmUp(): Promise<void> {
  const settings = sampleSettings()
  const unsigned = await openBadges.build(sampleAward(), settings)
  const files = await openBadges.seal(unsigned, sampleKeys(), settings)
  for (const { bytes } of files)
    await verify(bytes, { trust: [], now: settings.now, resolver: noResolver })
}
