import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Binary } from 'bson'
import { z } from 'zod'
import { createMessageReader, decodeRequest, encodeReply } from '../mongo-server/wire'

// A stand-in for mongod in tests. It checks its options and handles the replica set, the localhost exception and
// passwords, but stores no documents. It records what it received in fake.json in its data directory.
const { values } = parseArgs({
  options: {
    ...Object.fromEntries(
      ['dbpath', 'bind_ip', 'port', 'replSet', 'keyFile', 'wiredTigerCacheSizeGB', 'oplogSize'].map((name) => [
        name,
        { type: 'string' as const },
      ]),
    ),
    nounixsocket: { type: 'boolean' },
  },
})
const options = z
  .object({
    dbpath: z.string(),
    port: z.string(),
    bind_ip: z.literal('127.0.0.1'),
    replSet: z.string(),
    keyFile: z.string(),
  })
  .parse(values)
if (statSync(options.keyFile).mode & 0o077) throw new Error('permissions on the key file are too open')
if (!/^[A-Za-z0-9+/=]{6,1024}$/.test(readFileSync(options.keyFile, 'utf8')))
  throw new Error('the key file is not a key')

const memorySchema = z.object({
  config: z
    .object({ _id: z.string(), version: z.number(), members: z.array(z.object({ _id: z.number(), host: z.string() })) })
    .optional(),
  user: z.object({ name: z.string(), password: z.string() }).optional(),
  starts: z.number(),
})
const file = join(options.dbpath, 'fake.json')
const memory = existsSync(file)
  ? memorySchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  : memorySchema.parse({ starts: 0 })
memory.starts++
const save = () => writeFileSync(file, JSON.stringify(memory))
save()

type Command = Record<string, unknown>
type Session = { isKnown: boolean; nonce?: string; firstMessage?: string }
const failure = (code: number, errmsg: string) => ({ ok: 0, code, errmsg })
const SALT = randomBytes(28)
const ITERATIONS = 15_000

function hello() {
  const here = `127.0.0.1:${options.port}`
  const isMember = memory.config?.members.some(({ host }) => host === here) ?? false
  const set = memory.config ? { setName: options.replSet, hosts: [here], me: here } : { isreplicaset: true }
  return { ok: 1, isWritablePrimary: isMember, secondary: false, ...set, maxWireVersion: 27, minWireVersion: 0 }
}

function answer(command: Command, session: Session): Command {
  const [name] = Object.keys(command)
  if (name === 'hello' || name === 'ismaster' || name === 'isMaster') return hello()
  if (name === 'saslStart') return saslStart(payloadOf(command), session)
  if (name === 'saslContinue') return saslContinue(payloadOf(command), session)
  if (name === 'endSessions') return { ok: 1 }
  const isAllowed = session.isKnown || (!memory.user && (name === 'replSetInitiate' || name === 'createUser'))
  if (!isAllowed) return failure(13, `${name} requires authentication`)
  return run(name, command)
}

function run(name: string | undefined, command: Command): Command {
  if (name === 'ping') return { ok: 1 }
  if (name === 'replSetInitiate') {
    const { _id, members } = z
      .object({ _id: z.string(), members: z.array(z.object({ _id: z.number(), host: z.string() })) })
      .parse(command.replSetInitiate)
    memory.config = { _id, members, version: 1 }
  } else if (name === 'replSetGetConfig') return { ok: 1, config: memory.config }
  else if (name === 'replSetReconfig' && command.force === true)
    memory.config = memorySchema.shape.config.parse(command.replSetReconfig)
  else if (name === 'createUser')
    memory.user = { name: z.string().parse(command.createUser), password: z.string().parse(command.pwd) }
  else return failure(59, `no such command: ${name}`)
  save()
  return { ok: 1 }
}

// The server side of SCRAM-SHA-256: https://www.rfc-editor.org/rfc/rfc7677
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const payloadOf = (command: Command) => z.instanceof(Binary).parse(command.payload).toString('utf8')
const attribute = (message: string, key: string) =>
  message
    .split(',')
    .find((part) => part.startsWith(`${key}=`))
    ?.slice(2) ?? ''
const step = (text: string, done: boolean) => ({
  ok: 1,
  conversationId: 1,
  done,
  payload: new Binary(Buffer.from(text)),
})

function saslStart(payload: string, session: Session): Command {
  if (attribute(payload.slice(3), 'n') !== memory.user?.name) return failure(18, 'Authentication failed.')
  session.nonce = attribute(payload, 'r') + randomBytes(18).toString('base64')
  const reply = `r=${session.nonce},s=${SALT.toString('base64')},i=${ITERATIONS}`
  session.firstMessage = `${payload.slice(3)},${reply}`
  return step(reply, false)
}

function saslContinue(payload: string, session: Session): Command {
  if (!memory.user || !session.firstMessage) return failure(17, 'no conversation')
  const salted = pbkdf2Sync(memory.user.password, SALT, ITERATIONS, 32, 'sha256')
  const message = `${session.firstMessage},c=biws,r=${session.nonce}`
  const clientKey = hmac(salted, 'Client Key')
  const signature = hmac(createHash('sha256').update(clientKey).digest(), message)
  const proof = Buffer.from(clientKey.map((byte, index) => byte ^ signature[index]!))
  const given = Buffer.from(attribute(payload, 'p'), 'base64')
  if (given.length !== proof.length || !timingSafeEqual(given, proof)) return failure(18, 'Authentication failed.')
  session.isKnown = true
  return step(`v=${hmac(hmac(salted, 'Server Key'), message).toString('base64')}`, true)
}

function serve(socket: Socket): void {
  const read = createMessageReader()
  const session: Session = { isKnown: false }
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    for (const request of read(chunk).map(decodeRequest))
      socket.write(encodeReply(request, answer(request.command, session)))
  })
}

createServer(serve).listen(Number(options.port), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))
