#!/usr/bin/env node
// A schema engine for the Prisma CLI that needs no download: Prisma's own WebAssembly build, connected through
// node-postgres. The CLI runs the file that PRISMA_SCHEMA_ENGINE_BINARY names. Pin Prisma's version, because this code
// adapts internals of Prisma 7.10.0.
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'

const valuesOf = (option) => process.argv.flatMap((arg, i, all) => (arg === option ? [all[i + 1]] : []))
const { url } = JSON.parse(valuesOf('--datasource')[0] ?? '{}')
const withDatabase = (name) => Object.assign(new URL(url), { pathname: name }).href

/**
 * PrismaPg with the additions that the engine needs: a single lasting session (for its advisory lock), scripts run as a
 * whole, and a shadow database.
 */
class MigrationPg extends PrismaPg {
  constructor(connectionString) {
    const schema = new URL(connectionString).searchParams.get('schema') ?? 'public'
    const session = { max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true, connectionTimeoutMillis: 10_000 }
    super({ connectionString, options: `-c search_path="${schema}"`, ...session }, { schema })
  }

  async connect() {
    const adapter = await super.connect()
    const { queryRaw, performIO } = adapter
    // PrismaPg rejects "char" (OID 18), a type in Postgres's system catalogues, so such columns are read as text (OID
    // 25), and their type is restored afterwards.
    adapter.queryRaw = async (query) => {
      const io = await performIO.call(adapter, query)
      const chars = io.fields.filter((field) => field.dataTypeID === 18)
      for (const field of chars) field.dataTypeID = 25
      const result = await queryRaw.call({ performIO: () => io }, query)
      for (const field of chars) result.columnTypes[io.fields.indexOf(field)] = ColumnTypeEnum.Character
      return result
    }
    // PrismaPg would split the script at every ";", even inside function bodies and strings. Postgres runs it whole.
    adapter.executeScript = (script) => adapter.client.query(script).then(() => {}, fail)
    const fail = (error) => {
      if (error.severity !== 'ERROR') adapter.onError(error) // the connection failed, not the script
      throw new DriverAdapterError({ ...error, kind: 'postgres', message: error.message })
    }
    return adapter
  }

  // PrismaPg's own method stays connected to the main database, and drops the shadow database while still connected to
  // it.
  async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
    await run(url, `CREATE DATABASE "${name}"`)
    const shadow = await new MigrationPg(withDatabase(name)).connect()
    const leave = shadow.dispose.bind(shadow)
    shadow.dispose = () => leave().then(() => run(url, `DROP DATABASE "${name}" WITH (FORCE)`))
    return shadow
  }
}
async function run(databaseUrl, script) {
  const adapter = await new MigrationPg(databaseUrl).connect()
  await adapter.executeScript(script).finally(() => adapter.dispose())
}
const canConnect = () => run(url, 'SELECT 1')
const createDatabase = () => run(withDatabase('postgres'), `CREATE DATABASE "${new URL(url).pathname.slice(1)}"`)
async function startEngine() {
  await canConnect() // the engine itself would not report why it cannot connect
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const schemas = await Promise.all(valuesOf('--datamodels').map(async (path) => [path, await readFile(path, 'utf8')]))
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationPg(url))
  return engine.SchemaEngine.new({ datamodels: schemas.length ? schemas : undefined }, () => {}, adapter)
}

function explained({ code, message, cause: { kind, originalMessage = message } = {} }) {
  const isUnreachable = kind === 'DatabaseNotReachable' || /^(Connection terminated|timeout)/.test(message)
  if (isUnreachable) return { message: `Can't reach the database server at ${new URL(url).host}`, error_code: 'P1001' }
  const codes = { AuthenticationFailed: 'P1000', DatabaseDoesNotExist: 'P1003' } // after P1003, the CLI creates it
  return { message: originalMessage, error_code: codes[kind] ?? code }
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
const sendError = (id, data) => send({ id, error: { code: 4466, message: data.message, data } })
let engine
async function answer({ id, method, params }) {
  if (!method) return // the CLI's reply to a printed message, not a call
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => sendError(id, { message }) }
  engine ??= await startEngine()
  // For this method, the WebAssembly build has no shadow database but relies on a cache that devDiagnostic fills.
  if (method === 'evaluateDataLoss') await engine.devDiagnostic(params)
  const result = (await engine[method === 'getDatabaseVersion' ? 'version' : method](params)) ?? null
  if (method === 'diff') send({ id: 0, method: 'print', params: { content: result.stdout } })
  send({ id, result })
}
async function serve() {
  for await (const request of createInterface({ input: process.stdin }))
    await answer(JSON.parse(request)).catch((error) => sendError(JSON.parse(request).id, explained(error)))
}
process.removeAllListeners('warning') // the CLI parses stderr as JSON lines, so it must contain no warnings
const cliCommand = { 'can-connect-to-database': canConnect, 'create-database': createDatabase }[process.argv.at(-1)]
await (cliCommand ?? serve)().catch((error) => {
  console.error(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields: explained(error) })}`)
  process.exitCode = 1
})
