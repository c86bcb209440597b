import { z } from 'zod'
import type { ProductDocument } from '@/lib/contracts/catalog/product'
import { own } from '@/lib/domain/own'

/** What is right for a query: products of a shelf that meet all conditions. Without shelves, nothing is right. */
export interface Judgement {
  kind: string
  query: string
  shelves: { path: string; conditions: Condition[] }[]
}

interface Condition {
  key: string
  sign: '=' | '!' | '~' | '<='
  value: string
}

const lineSchema = z.string().regex(/^[^|]+ \| [^|]+$/, 'a judged query is "query | shelves"')
// A condition's value reaches to the next condition: "ram=16 GB size=M".
const CONDITION = /(?<=\s)(\w+)(<=|[=!~])(.*?)(?=\s+\w+(?:<=|[=!~])|$)/g

/** Parses judged queries by kind, one a line: `query | shelf key=value, other/shelf`. Throws ZodError if malformed. */
export function judgements(judged: Record<string, string>): Judgement[] {
  return Object.entries(judged).flatMap(([kind, lines]) =>
    lines.split('\n').flatMap((text) => {
      const line = text.trim()
      if (line === '') return []
      const [query = '', right = ''] = lineSchema.parse(line).split(' | ')
      return [{ kind, query, shelves: right === 'nothing' ? [] : right.split(', ').map(shelfOf) }]
    }),
  )
}

function shelfOf(text: string): Judgement['shelves'][number] {
  const [path = ''] = text.split(' ')
  const conditions = Array.from(text.matchAll(CONDITION), ([, key = '', sign, value = '']) => ({
    key,
    sign: sign as Condition['sign'],
    value,
  }))
  return { path, conditions }
}

/** Returns whether the product is on a right shelf and meets its conditions. `price` is what it costs, in minor units. */
export function isRight({ shelves }: Judgement, product: ProductDocument, price: number): boolean {
  return shelves.some(
    ({ path, conditions }) =>
      `${product.category}/`.startsWith(`${path}/`) && conditions.every((one) => meets(product, price, one)),
  )
}

function meets({ name, specs, variants }: ProductDocument, price: number, { key, sign, value }: Condition): boolean {
  if (key === 'name') return name.toLowerCase().includes(value.toLowerCase())
  if (key === 'price') return price <= Number(value) * 100
  const values = [own(specs, key), ...variants.map(({ options }) => own(options, key))].flat().map(String)
  return values.includes(value) === (sign === '=')
}
