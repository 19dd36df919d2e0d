// One way of asking an area; one line each here.

import type { Areas } from '../answer.ts'
import { askForVerdict } from './credential.ts'
import { askForCredentialInPicture } from './images.ts'
import { askForCanonicalForm } from './poison-graphs.ts'
import { askForStatus } from './status.ts'

export { warmUp } from './warm-up.ts'

export const areas: Areas = {
  jws: askForVerdict,
  sdjwt: askForVerdict,
  'data-integrity': askForVerdict,
  status: askForStatus,
  images: askForCredentialInPicture,
  'poison-graphs': askForCanonicalForm,
}
