import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { deserialize, Long, serialize } from 'bson'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type MongoDevServer, startMongoDevServer } from './server'
import { Cursors } from './storage/cursors'
import { createMessageReader } from './wire'

const OP_QUERY = 2004
const OP_MSG = 2013

const int32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}

function message(opCode: number, ...parts: (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  return Buffer.concat([int32(16 + body.length), int32(1), int32(0), int32(opCode), body])
}

const NO_FLAGS = int32(0)
const ping = serialize({ ping: 1, $db: 'admin' })
const opMsg = (...sections: (Uint8Array | string)[]) => message(OP_MSG, NO_FLAGS, ...sections)

describe('the wire protocol', () => {
  let server: MongoDevServer
  let client: Socket
  beforeAll(async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    server = await startMongoDevServer()
    client = connect(server.port, '127.0.0.1')
  })
  afterAll(async () => {
    client.destroy()
    await server.stop()
  })

  async function replyTo(bytes: Buffer): Promise<unknown> {
    client.write(bytes)
    const [reply] = await once(client, 'data')
    return deserialize(reply.subarray(21))
  }

  test('a message may come byte by byte', async () => {
    const bytes = opMsg('\0', ping)
    client.setNoDelay(true)
    for (const byte of bytes.subarray(0, -1)) {
      client.write(Buffer.of(byte))
      await new Promise(setImmediate)
    }
    expect(await replyTo(bytes.subarray(-1))).toEqual({ ok: 1 })
  })

  test('several messages may come at once, and are answered in order', async () => {
    const read = createMessageReader()
    const unknown = opMsg('\0', serialize({ nope: 1, $db: 'a' }))
    client.write(Buffer.concat([opMsg('\0', ping), unknown, opMsg('\0', ping)]))
    const replies: Buffer[] = []
    while (replies.length < 3) for (const chunk of await once(client, 'data')) replies.push(...read(chunk))
    expect(replies.map((reply) => deserialize(reply.subarray(21)).ok)).toEqual([1, 0, 1])
  })

  test('documents may come in a sequence, with or without a checksum', async () => {
    const command = serialize({ insert: 'x', $db: 'wire' })
    const documents = Buffer.concat([Buffer.from('documents\0'), serialize({ a: 1 }), serialize({ a: 2 })])
    const sections = ['\0', command, '\x01', int32(4 + documents.length), documents] as const
    expect(await replyTo(opMsg(...sections))).toMatchObject({ n: 2, ok: 1 })
    expect(await replyTo(message(OP_MSG, int32(1), ...sections, int32(0)))).toMatchObject({ n: 2, ok: 1 })
  })

  const documents = Buffer.from('documents\0')
  const malformed: [what: string, bytes: Buffer][] = [
    ['a size of nothing', Buffer.alloc(16)],
    ['a negative size', Buffer.concat([int32(-1), Buffer.alloc(12)])],
    ['a size beyond all limits', Buffer.concat([int32(2_000_000_000), Buffer.alloc(12)])],
    ['no body', message(OP_MSG)],
    ['another protocol', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['an unknown operation', message(1234, NO_FLAGS, '\0', ping)],
    ['no command', opMsg()],
    ['two commands', opMsg('\0', ping, '\0', ping)],
    ['an unknown kind of section', opMsg('\x07', ping)],
    ['a document that ends beyond the message', opMsg('\0', int32(1000), ping.subarray(4))],
    ['a document of negative size', opMsg('\0', int32(-5), ping.subarray(4))],
    ['a document that is cut short', opMsg('\0', ping.subarray(0, 10))],
    ['a document of an unknown type', opMsg('\0', Buffer.from('\x08\0\0\0\x6fa\0\0', 'latin1'))],
    ['a sequence that ends beyond the message', opMsg('\0', ping, '\x01', int32(1000), documents)],
    ['a sequence of negative size', opMsg('\0', ping, '\x01', int32(-3), documents)],
    ['a sequence without the end of its name', opMsg('\0', ping, '\x01', int32(8), 'docs')],
    ['a sequence with half a document', opMsg('\0', ping, '\x01', int32(20), documents, int32(50), 'ab')],
    ['an old query without the end of its name', message(OP_QUERY, NO_FLAGS, 'admin.$cmd')],
    ['an old query without a document', message(OP_QUERY, NO_FLAGS, 'admin.$cmd\0', int32(0), int32(1))],
  ]
  test.each(malformed)('%s closes that connection alone', async (_, bytes) => {
    const broken = connect(server.port, '127.0.0.1')
    broken.on('error', () => {})
    broken.resume()
    broken.write(bytes)
    await once(broken, 'close')
    expect(await replyTo(opMsg('\0', ping))).toEqual({ ok: 1 })
  })

  test('documents that are deeper than any stack do no harm', async () => {
    let deep = {}
    for (let i = 0; i < 100_000; i++) deep = { a: deep }
    const commands = [
      { insert: 'deep', documents: [{ _id: 1, deep }], $db: 'a' },
      { update: 'deep', updates: [{ q: {}, u: { $set: { b: deep } }, upsert: true }], $db: 'a' },
      { find: 'deep', filter: { a: deep }, $db: 'a' },
    ]
    for (const command of commands) expect(await replyTo(opMsg('\0', serialize(command)))).toHaveProperty('ok')
  })

  const hostile: [what: string, command: object][] = [
    ['no name', {}],
    ['no database', { find: 'x' }],
    ['a collection without a name', { insert: '', documents: [{}], $db: 'a' }],
    ['a database that leads out of the directory', { insert: 'x', documents: [{}], $db: '../a' }],
    ['a filter that is none', { find: 'x', filter: [], $db: 'a' }],
    ['a pipeline that is none', { aggregate: 'x', pipeline: { $match: {} }, cursor: {}, $db: 'a' }],
    ['the name of an inherited method', { constructor: 1, $db: 'a' }],
    ['a negative skip', { find: 'x', skip: -1, $db: 'a' }],
    ['an update of something else', { update: 'x', updates: [{ q: {}, u: 5 }], $db: 'a' }],
    [
      'a path to all objects',
      { update: 'wire', updates: [{ q: {}, u: { $set: { '__proto__.a': 1 } }, upsert: true }], $db: 'a' },
    ],
  ]
  test.each(hostile)('a command with %s is an error', async (_, command) => {
    const reply = await replyTo(opMsg('\0', serialize(command)))
    expect(reply).toSatisfy((reply: object) => ('ok' in reply && reply.ok === 0) || 'writeErrors' in reply)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

test('very many small documents fit into as many replies as they need', () => {
  const reply = new Cursors().open('a.b', Array(1_200_000).fill({}), 2_000_000)
  expect(serialize(reply).length).toBeLessThan(16.5 * 1024 * 1024)
  expect(reply).toMatchObject({ cursor: { id: Long.ONE } })
})
