// Credo's verification of SD-JWT VC without a wallet behind it: nothing is stored, nothing is signed. Credo has no
// cryptography of its own, so that its keys are checked by Node's.

import { Agent, DependencyManager, InjectionSymbols, Kms } from '@credo-ts/core'
import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { EventEmitter } from 'node:events'

class NodeKeys {
  backend = 'node'

  isOperationSupported(_context, { operation }) {
    return operation === 'verify' || operation === 'randomBytes'
  }

  async verify(_context, { algorithm, key: { publicJwk }, data, signature }) {
    if (algorithm !== 'ES256') return { verified: false }
    const key = createPublicKey({ key: publicJwk, format: 'jwk' })
    const verified = verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)
    return verified ? { verified, publicJwk } : { verified }
  }

  randomBytes(_context, { length }) {
    return new Uint8Array(randomBytes(length))
  }
}

/** A function that says why Credo refuses a token, or undefined when it accepts it. */
export function createVerifier(fetch) {
  const dependencies = new DependencyManager()
  dependencies.registerInstance(InjectionSymbols.StorageService, {})
  const agent = new Agent(
    {
      dependencies: {
        FileSystem: Object,
        EventEmitterClass: EventEmitter,
        WebSocketClass: Object,
        fetch,
      },
      modules: { keys: new Kms.KeyManagementModule({ backends: [new NodeKeys()] }) },
    },
    dependencies,
  )
  return async (options) => {
    const { isValid, error } = await agent.sdJwtVc.verify(options)
    return isValid ? undefined : String(error?.cause?.message ?? error?.message ?? 'not valid')
  }
}
