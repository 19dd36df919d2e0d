// zod may compile its checks with `new Function`; this page allows no such thing, so it is told not to try.

import { config } from 'zod/v4/core'

config({ jitless: true })
