import { ZodError, z } from 'zod'
import type { Document } from './storage/document'

/** Error codes that drivers and applications check: https://www.mongodb.com/docs/manual/reference/error-codes/ */
const codeNames = {
  2: 'BadValue',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  20: 'IllegalOperation',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  50: 'MaxTimeMSExpired',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  86: 'IndexKeySpecsConflict',
  115: 'CommandNotSupported',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  13113: 'MergeStageNoMatchingDocument',
  40324: 'UnrecognizedPipelineStage',
}

/** An error that is sent to the client in reply to its command. */
export class MongoError extends Error {
  constructor(
    readonly code: keyof typeof codeNames,
    message: string,
    readonly details: Document = {},
  ) {
    super(message)
  }

  /** Returns the error as an item of `writeErrors`. */
  toWriteError(index: number): Document {
    return { index, code: this.code, errmsg: this.message, ...this.details }
  }

  toReply(): Document {
    return { ok: 0, errmsg: this.message, code: this.code, codeName: codeNames[this.code], ...this.details }
  }
}

/**
 * Converts any error raised while a command runs to a MongoError. Errors of mingo and bson count as faults in the
 * client's query, update or document.
 */
export function toMongoError(error: unknown): MongoError {
  if (error instanceof MongoError) return error
  if (error instanceof ZodError) return new MongoError(14, z.prettifyError(error))
  const message = error instanceof Error ? error.message : String(error)
  if (message.includes('would create a conflict')) return new MongoError(40, message)
  return new MongoError(message.includes('immutable field') ? 66 : 2, message)
}
