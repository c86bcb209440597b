import { build } from '@/lib/dev/commands/build'
import { runCommand } from '@/lib/dev/commands/run-command'

await runCommand('production', build)
