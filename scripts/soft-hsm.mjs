// The token the tests of PKCS#11 speak to: Debian's SoftHSM.

import { provide } from './debian.mjs'

export function provideSoftHsm() {
  provide({
    packages: ['softhsm2', 'opensc'],
    commands: ['softhsm2-util', 'pkcs11-tool'],
    tests: 'tests of keys in tokens',
  })
}
