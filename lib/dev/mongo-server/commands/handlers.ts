import { z } from 'zod'
import type { Cursors } from '../storage/cursors'
import type { Databases } from '../storage/databases'
import type { Document } from '../storage/document'

/** A function that runs a command and returns its reply, without `ok`. Throws MongoError. */
export type Handler = (command: Document) => Document

/** The databases and cursors that commands use. */
export interface Store {
  databases: Databases
  cursors: Cursors
}

/** Fields that every command has. */
export const commandSchema = z.object({ $db: z.string() })

/** Returns a handler that parses commands with the schema and answers invalid ones with an error. */
export const handle =
  <Schema extends z.ZodType>(schema: Schema, run: (input: z.output<Schema>) => Document): Handler =>
  (command) =>
    run(schema.parse(command))
