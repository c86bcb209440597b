import { runCommand } from '@/lib/dev/commands/run-command'
import { seed } from '@/lib/dev/commands/seed'

await runCommand('development', seed)
