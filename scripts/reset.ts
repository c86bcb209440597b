import { reset } from '@/lib/dev/commands/reset'
import { runCommand } from '@/lib/dev/commands/run-command'

await runCommand('development', reset)
