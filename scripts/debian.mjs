// What the tests speak to and npm does not bring: from Debian, where the machine lets us; elsewhere the tests that
// need it are skipped and say so.

import { spawnSync } from 'node:child_process'

/** Installs packages unless their commands are here. `tests` names in a sentence what is skipped without them. */
export function provide({ packages, commands, tests }) {
  if (commands.every((command) => works(command, '--version'))) return
  const names = packages.join(' and ')
  if (process.getuid?.() !== 0 || !works('apt-get', '--version')) {
    console.error(`No ${names} here: ${tests} are skipped and say so.`)
    return
  }
  console.error(`Installing ${names} for ${tests} …`)
  const quiet = {
    stdio: 'ignore',
    timeout: 180_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet)
  if (install().status === 0) return
  spawnSync('apt-get', ['update'], quiet)
  if (install().status !== 0)
    console.error(`${names} cannot be installed: ${tests} are skipped and say so.`)
}

function works(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).error === undefined
}
