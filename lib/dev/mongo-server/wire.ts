// The MongoDB wire protocol: https://github.com/mongodb/specifications/blob/master/source/message/OP_MSG.md
import { deserialize, serialize } from 'bson'
import { MongoError, toMongoError } from './errors'
import type { Document } from './storage/document'

const OP_REPLY = 1
const OP_QUERY = 2004 // only for the first "hello" on a connection
const OP_MSG = 2013
const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2 // the client expects no reply (write concern 0)

const HEADER_SIZE = 16
const MIN_DOCUMENT_SIZE = 5
export const MAX_DOCUMENT_SIZE = 16 * 1024 * 1024
export const MAX_MESSAGE_SIZE = 48_000_000
const MAX_REPLY_SIZE = MAX_DOCUMENT_SIZE + 512 * 1024

export interface Request {
  id: number
  /** The command, whose first key is its name. Document sequences of the message are merged into it as arrays. */
  command: Document
  wantsReply: boolean
  isLegacy: boolean
}

/**
 * Returns a function that splits the byte stream of a connection into messages. The function throws if a message has an
 * impossible size.
 */
export function createMessageReader(): (chunk: Buffer) => Buffer[] {
  let chunks: Buffer[] = []
  let received = 0
  let size = 0 // size of the current message, once its header has arrived
  return (chunk) => {
    const messages: Buffer[] = []
    chunks.push(chunk)
    received += chunk.length
    while (received >= (size || HEADER_SIZE)) {
      const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
      chunks = [bytes]
      size ||= bytes.readInt32LE(0)
      if (size < HEADER_SIZE || size > MAX_MESSAGE_SIZE) throw new Error(`no message has a size of ${size} bytes`)
      if (received < size) break
      messages.push(bytes.subarray(0, size))
      chunks = [bytes.subarray(size)]
      received -= size
      size = 0
    }
    return messages
  }
}

/** Reads the parts of a message in order and throws at an attempt to read beyond `end`. */
class Reader {
  constructor(
    readonly bytes: Buffer,
    public at: number,
    readonly end = bytes.length,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.end
  }

  take(size: number): Buffer {
    const start = this.at
    if (size < 0 || start + size > this.end) throw new Error(`the message ends before byte ${start + size}`)
    this.at += size
    return this.bytes.subarray(start, this.at)
  }

  cString(): string {
    const length = this.bytes.subarray(this.at, this.end).indexOf(0)
    const text = this.take(length).toString('utf8')
    this.take(1)
    return text
  }

  document(): Document {
    const size = this.take(4).readInt32LE(0)
    if (size < MIN_DOCUMENT_SIZE) throw new Error(`no document has a size of ${size} bytes`)
    this.at -= 4
    return deserialize(this.take(size))
  }

  /** Returns a reader for the next part, which starts with its own length. */
  section(): Reader {
    const size = this.take(4).readInt32LE(0)
    const start = this.at
    this.take(size - 4)
    return new Reader(this.bytes, start, this.at)
  }
}

/** Decodes a message. Throws if it does not follow the protocol. */
export function decodeRequest(message: Buffer): Request {
  const id = message.readInt32LE(4)
  const opCode = message.readInt32LE(12)
  const reader = new Reader(message, HEADER_SIZE)
  const flags = reader.take(4).readUInt32LE(0)
  if (opCode === OP_QUERY) {
    const [$db] = reader.cString().split('.')
    reader.take(8) // numberToSkip and numberToReturn
    return { id, command: { ...reader.document(), $db }, wantsReply: true, isLegacy: true }
  }
  if (opCode !== OP_MSG) throw new Error(`unsupported operation ${opCode}`)
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
  return {
    id,
    command: decodeSections(new Reader(message, reader.at, end)),
    wantsReply: !(flags & MORE_TO_COME),
    isLegacy: false,
  }
}

function decodeSections(reader: Reader): Document {
  let command: Document | undefined
  const sequences: [name: string, documents: Document[]][] = []
  while (!reader.isAtEnd) {
    const kind = reader.take(1)[0]
    if (kind === 0 && !command) command = reader.document()
    else if (kind === 1) sequences.push(decodeSequence(reader.section()))
    else throw new Error(`unexpected section of kind ${kind}`)
  }
  if (!command) throw new Error('the message has no command')
  return { ...command, ...Object.fromEntries(sequences) }
}

function decodeSequence(reader: Reader): [name: string, documents: Document[]] {
  const name = reader.cString()
  const documents: Document[] = []
  while (!reader.isAtEnd) documents.push(reader.document())
  return [name, documents]
}

/** Encodes a reply. A reply that does not fit into a message is replaced by an error. */
export function encodeReply(request: Request, reply: Document): Buffer {
  const body = serializeReply(reply)
  // OP_REPLY: flags, cursor id (8 bytes), starting from, number returned. OP_MSG: flags and a section of kind 0.
  const prefix = Buffer.alloc(request.isLegacy ? 20 : 5)
  if (request.isLegacy) prefix.writeInt32LE(1, 16)
  const header = Buffer.alloc(HEADER_SIZE)
  header.writeInt32LE(HEADER_SIZE + prefix.length + body.length, 0)
  header.writeInt32LE(request.id, 8) // responseTo
  header.writeInt32LE(request.isLegacy ? OP_REPLY : OP_MSG, 12)
  return Buffer.concat([header, prefix, body])
}

function serializeReply(reply: Document): Uint8Array {
  try {
    const body = serialize(reply, { ignoreUndefined: true })
    // bson's buffer holds 17 MiB; what does not fit is dropped but counted in the length
    if (body.length > MAX_REPLY_SIZE) throw new MongoError(10334, `The reply is too large: ${body.length} bytes`)
    return body
  } catch (error) {
    return serialize(toMongoError(error).toReply())
  }
}
