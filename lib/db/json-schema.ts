import type { Document } from 'mongodb'
import { z } from 'zod'

// Keywords of JSON Schema that MongoDB also supports
// (https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/).
const KEPT = new Set(['required', 'enum', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'])

/**
 * Converts a zod schema into MongoDB's dialect of JSON Schema, for use as a validator. Leaves out refinements, which
 * only zod checks.
 */
export function jsonSchemaOf(schema: z.ZodType): Document {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date') jsonSchema.format = 'bson-date'
    },
  })
  return translated(json)
}

type Json = z.core.JSONSchema.BaseSchema

const BSON_TYPES: Record<string, string | string[]> = {
  string: 'string',
  boolean: 'bool',
  integer: ['int', 'long', 'double'],
  number: ['int', 'long', 'double'],
  array: 'array',
  object: 'object',
  null: 'null',
}

function translated(json: Json): Document {
  const result: Document = Object.fromEntries(Object.entries(json).filter(([word]) => KEPT.has(word)))
  if (json.format === 'bson-date') result.bsonType = 'date'
  else if (typeof json.type === 'string') result.bsonType = BSON_TYPES[json.type]
  if (json.anyOf) result.anyOf = json.anyOf.map(asSchema)
  if (json.properties)
    result.properties = Object.fromEntries(
      Object.entries(json.properties).map(([key, value]) => [key, asSchema(value)]),
    )
  if (typeof json.additionalProperties === 'object') result.additionalProperties = translated(json.additionalProperties)
  if (json.items && !Array.isArray(json.items)) result.items = asSchema(json.items)
  return result
}

const asSchema = (json: Json | boolean): Document => (typeof json === 'boolean' ? {} : translated(json))
