// What the operator can ask for. A new command is a file here and a line.

import type { Command } from './command.ts'
import { auditCommand } from './audit.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { doctorCommand } from './doctor.ts'
import { exampleCommand } from './example.ts'
import { keysOfOrganisation } from './keys.ts'
import { organisationCommand } from './organisation.ts'
import { rewrapCommand } from './rewrap.ts'
import { startCommand } from './start.ts'
import { workCommand } from './work.ts'

export const commands: readonly Command[] = [
  startCommand,
  exampleCommand,
  workCommand,
  doctorCommand,
  organisationCommand,
  keysOfOrganisation,
  auditCommand,
  backupCommand,
  restoreCommand,
  rewrapCommand,
]
