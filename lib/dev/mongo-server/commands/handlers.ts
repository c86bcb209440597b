import { z } from 'zod'
import type { Cursors } from '../storage/cursors'
import type { Databases } from '../storage/databases'
import type { Document } from '../storage/document'

/** Runs a command and returns its reply without the field `ok`. Throws MongoError. */
export type Handler = (command: Document) => Document

/** The databases and cursors that commands use. */
export interface Store {
  databases: Databases
  cursors: Cursors
}

/** Fields of every command. */
export const commandSchema = z.object({ $db: z.string() })

/** Returns a handler that parses commands with the schema and rejects invalid ones. */
export const handle =
  <Schema extends z.ZodType>(schema: Schema, run: (input: z.output<Schema>) => Document): Handler =>
  (command) =>
    run(schema.parse(command))
