// Starts the service and stops it in good order.

import process from 'node:process'

process.stdout.write('the service\n')
