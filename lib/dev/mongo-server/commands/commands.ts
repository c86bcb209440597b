// The commands that MongoDB drivers send: https://www.mongodb.com/docs/manual/reference/command/

import { MongoError, toMongoError } from '../errors'
import { Cursors } from '../storage/cursors'
import type { Databases } from '../storage/databases'
import { type Document, isDocument } from '../storage/document'
import { adminCommands } from './admin-commands'
import type { Handler } from './handlers'
import { readCommands } from './read-commands'
import { writeCommands } from './write-commands'

/** Runs commands one at a time, so that each of them is atomic. */
export class Commands {
  readonly cursors = new Cursors()
  readonly #handlers: Map<string, Handler>

  constructor(readonly databases: Databases) {
    const store = { databases, cursors: this.cursors }
    this.#handlers = new Map(
      Object.entries({ ...adminCommands(store), ...readCommands(store), ...writeCommands(store) }),
    )
  }

  /** Returns the reply, for errors too. Throws only if the journal cannot be written; the server must then stop. */
  run(command: Document): Document {
    const reply = this.#reply(command)
    if (isDocument(command.writeConcern) && command.writeConcern.j === true) this.databases.sync()
    else this.databases.flush()
    return reply
  }

  #reply(command: Document): Document {
    try {
      if (command.startTransaction || command.autocommit === false)
        throw new MongoError(20, 'The development server has no transactions')
      const [name = ''] = Object.keys(command)
      const handler = this.#handlers.get(name)
      if (!handler) throw new MongoError(59, `no such command: '${name}'`)
      return { ...handler(command), ok: 1 }
    } catch (error) {
      return toMongoError(error).toReply()
    }
  }
}
