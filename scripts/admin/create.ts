import { createOwner } from '@/lib/dev/launcher/commands/admin-create'
import { runCommand } from '@/lib/dev/launcher/commands/run-command'

await runCommand('production', createOwner)
