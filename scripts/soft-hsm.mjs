// The token the tests of PKCS#11 speak to: Debian's SoftHSM. Installed where the machine lets us; elsewhere the
// tests that need it are skipped and say so.

import { spawnSync } from 'node:child_process'

const packages = ['softhsm2', 'opensc']

export function provideSoftHsm() {
  if (works('softhsm2-util', '--version') && works('pkcs11-tool', '--version')) return
  if (process.getuid?.() !== 0 || !works('apt-get', '--version')) {
    console.error(
      `${packages.join(' and ')} are not here: tests of keys in tokens are skipped and say so.`,
    )
    return
  }
  console.error(`Installing ${packages.join(' and ')} for the tests of keys in tokens …`)
  const quiet = {
    stdio: 'ignore',
    timeout: 120_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet)
  if (install().status === 0) return
  spawnSync('apt-get', ['update'], quiet)
  if (install().status !== 0)
    console.error('They cannot be installed: tests of keys in tokens are skipped and say so.')
}

function works(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).error === undefined
}
