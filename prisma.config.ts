import { join } from 'node:path'
import nextEnv from '@next/env'
import { defineConfig } from 'prisma/config'
import { describeDatabase } from './lib/dev/postgres/prisma-datasource'

const project = import.meta.dirname
nextEnv.loadEnvConfig(project, true, { info: () => {}, error: console.error })

// The project includes a schema engine, so the Prisma CLI does not download one. Windows cannot run the file.
if (process.platform !== 'win32')
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= join(project, 'scripts', 'prisma-schema-engine.mjs')

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'npm run seed' },
  datasource: describeDatabase(project),
})
