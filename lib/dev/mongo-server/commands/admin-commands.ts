import { EJSON } from 'bson'
import { z } from 'zod'
import { MongoError } from '../errors'
import { createMatcher } from '../query/query'
import type { Document } from '../storage/document'
import { MAX_DOCUMENT_SIZE, MAX_MESSAGE_SIZE } from '../wire'
import { commandSchema, type Handler, handle, type Store } from './handlers'
import { documentSchema, flagSchema, indexSpecSchema } from './schemas'

const listSchema = commandSchema.extend({ nameOnly: flagSchema.default(false), filter: documentSchema.default({}) })

const createSchema = commandSchema.extend({
  create: z.string(),
  viewOn: z.unknown().optional(),
  capped: z.unknown().optional(),
  timeseries: z.unknown().optional(),
})

const indexNameSchema = z.union([z.string(), documentSchema])

const dropIndexesSchema = commandSchema.extend({
  dropIndexes: z.string(),
  index: z.union([indexNameSchema, z.array(indexNameSchema)]),
})

/**
 * Returns handlers of the commands for connections, databases, collections and indexes. Validators are accepted and
 * ignored.
 */
export function adminCommands(store: Store): Record<string, Handler> {
  const { databases, cursors } = store
  return {
    hello,
    isMaster: hello,
    ismaster: hello,
    ping: () => ({}),
    buildInfo,
    buildinfo: buildInfo,
    serverStatus: () => ({ metrics: { queryExecutor: { scannedObjects: databases.scanned() } } }),
    connectionStatus: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
    endSessions: () => ({}),

    listDatabases: handle(listSchema, ({ nameOnly, filter }) => {
      const all = databases.names().map((name) => ({ name, ...(nameOnly ? {} : { sizeOnDisk: 0, empty: false }) }))
      return { databases: all.filter(createMatcher(filter)) }
    }),
    dropDatabase: handle(commandSchema, ({ $db }) => {
      for (const name of databases.collections($db)) databases.drop($db, name)
      return { dropped: $db }
    }),
    listCollections: handle(listSchema, ({ $db, filter }) => {
      const rest = { type: 'collection', options: {}, info: { readOnly: false } }
      const all = databases.collections($db).map((name) => ({ name, ...rest }))
      return cursors.open(`${$db}.$cmd.listCollections`, all.filter(createMatcher(filter)))
    }),
    create: handle(createSchema, ({ $db, create, viewOn, capped, timeseries }) => {
      if (viewOn || capped || timeseries)
        throw new MongoError(115, 'Views, capped and time series collections are not supported')
      databases.ensure($db, create) // creating an existing collection again is allowed since MongoDB 7.0
      return {}
    }),
    collMod: handle(commandSchema.extend({ collMod: z.string() }), ({ $db, collMod }) => {
      databases.existing($db, collMod)
      return {}
    }),
    drop: handle(commandSchema.extend({ drop: z.string() }), ({ $db, drop }) => {
      databases.drop($db, drop)
      return { ns: `${$db}.${drop}` }
    }),

    createIndexes: handle(
      commandSchema.extend({ createIndexes: z.string(), indexes: z.array(indexSpecSchema) }),
      ({ $db, createIndexes, indexes }) => {
        const collection = databases.ensure($db, createIndexes)
        const numIndexesBefore = collection.indexSpecs().length
        for (const { v: _version, ...spec } of indexes) collection.createIndex(spec)
        return { numIndexesBefore, numIndexesAfter: collection.indexSpecs().length }
      },
    ),
    listIndexes: handle(commandSchema.extend({ listIndexes: z.string() }), ({ $db, listIndexes }) => {
      const specs = databases.existing($db, listIndexes).indexSpecs()
      return cursors.open(
        `${$db}.${listIndexes}`,
        specs.map((spec) => ({ v: 2, ...spec })),
      )
    }),
    dropIndexes: handle(dropIndexesSchema, (input) => dropIndexes(store, input)),
  }
}

function dropIndexes({ databases }: Store, { $db, dropIndexes, index }: z.output<typeof dropIndexesSchema>): Document {
  const collection = databases.existing($db, dropIndexes)
  const specs = collection.indexSpecs().slice(1)
  const nameOf = (wanted: string | Document): string => {
    const text = EJSON.stringify(wanted)
    return typeof wanted === 'string' ? wanted : (specs.find(({ key }) => EJSON.stringify(key) === text)?.name ?? text)
  }
  const names = index === '*' ? specs.map(({ name }) => name) : [index].flat().map(nameOf)
  for (const name of names) collection.dropIndex(name)
  return { nIndexesWas: specs.length + 1 }
}

const buildInfo = (): Document => ({
  version: '7.0.0',
  versionArray: [7, 0, 0, 0],
  maxBsonObjectSize: MAX_DOCUMENT_SIZE,
  modules: ['nexus-dev-server'],
})

const hello = (): Document => ({
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  maxBsonObjectSize: MAX_DOCUMENT_SIZE,
  maxMessageSizeBytes: MAX_MESSAGE_SIZE,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: 21, // MongoDB 7.0
  readOnly: false,
})
