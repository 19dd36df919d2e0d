// jose: the most used JWS library of JavaScript. It sees bytes and signatures, no authorities and no meaning.

import {
  compactVerify,
  generalVerify,
  importJWK,
  importX509,
  jwtVerify,
  type GeneralJWSInput,
  type JWK,
} from 'jose'
import { keys } from '../exhibits/open-badges-world.ts'
import { findingOf, whoSees, type Judge } from '../judge.ts'
import { certificateOf, headerOf, jwsOf } from './jws.ts'

export const jose: Judge = {
  name: 'jose',
  available: () => undefined,
  expects: (exhibit) => {
    if (!['edc', 'sd-jwt', 'badge-token'].includes(exhibit.kind)) return undefined
    return whoSees(exhibit, ['content', 'header', 'signature', 'certificate'])
  },
  judge: ({ kind, bytes }) =>
    findingOf(async () => {
      if (kind === 'badge-token') {
        const key = await importJWK(keys.seal.publicKey as JWK, 'ES256')
        await jwtVerify(Buffer.from(bytes).toString(), key)
        return
      }
      if (kind === 'sd-jwt') {
        const [token = ''] = Buffer.from(bytes).toString().split('~')
        const jws = jwsOf(Buffer.from(token))
        await compactVerify(token, await importX509(certificateOf(jws), 'ES256'))
        return
      }
      const jws = jwsOf(bytes)
      const key = await importX509(certificateOf(jws), String(headerOf(jws)['alg']))
      await generalVerify(jws as GeneralJWSInput, key, { crit: { sigT: true, sigD: true } })
    }),
}
