import { join } from 'node:path'
import nextEnv from '@next/env'
import { defineConfig } from 'prisma/config'
import { describeDatabase } from './lib/dev/postgres/prisma-datasource'

const project = import.meta.dirname
nextEnv.loadEnvConfig(project, true, { info: () => {}, error: console.error })

// The project has its own schema engine, so the Prisma CLI need not download one. Windows cannot run that file.
if (process.platform !== 'win32')
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= join(project, 'scripts', 'prisma-schema-engine.mjs')

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'npm run seed' },
  datasource: describeDatabase(project),
})
