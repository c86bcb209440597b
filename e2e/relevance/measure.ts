import { table } from '../bench/table'
import { JUDGED } from './judged'
import { isRight, type Judgement, judgements } from './judgement'

const FIRST = 5

/** The answer to one judged query. */
export interface Answer extends Judgement {
  /** Names of the first products. */
  names: string[]
  /** Number of right products among the first five. */
  right: number
  total: number
  /** Whether the page says that it guessed, or left words out. */
  isAnnounced: boolean
}

export interface Relevance {
  answers: Answer[]
  /** Mean share of right products among the first five, over the queries that something is right for. */
  precision: number
  /** Share of the queries that nothing is right for with an empty or announced page. */
  honest: number
  /** Share of all queries with an unannounced page on which none of the first five is right. */
  falselyConfident: number
}

/** Asks the shop in DATABASE_URL and MONGODB_URI all judged queries, as its search box does. */
export async function measureRelevance(): Promise<Relevance> {
  const answers: Answer[] = []
  for (const judgement of judgements(JUDGED)) answers.push(await ask(judgement))
  const wanted = answers.filter(({ shelves }) => shelves.length > 0)
  const unwanted = answers.filter(({ shelves }) => shelves.length === 0)
  return {
    answers,
    precision: mean(wanted.map(precisionOf)),
    honest: mean(unwanted.map((answer) => Number(answer.total === 0 || answer.isAnnounced))),
    falselyConfident: mean(answers.map((answer) => Number(isFalselyConfident(answer)))),
  }
}

async function ask(judgement: Judgement): Promise<Answer> {
  const { understand } = await import('@/lib/services/listing/understanding/understanding')
  const { listing } = await import('@/lib/services/listing/search')
  const { findProductsByIds } = await import('@/lib/services/catalog/documents')
  const state = await understand(judgement.query)
  const view = (await listing(state))!
  const cards = view.cards.slice(0, FIRST)
  const documents = await findProductsByIds(cards.map(({ id }) => id))
  const byId = new Map(documents.map((document) => [document._id.toHexString(), document]))
  return {
    ...judgement,
    names: cards.map(({ name }) => name),
    right: cards.filter(({ id, price }) => isRight(judgement, byId.get(id)!, price)).length,
    total: view.total,
    isAnnounced: view.weakMatch !== null || state.respelledQuery !== '' || state.ignoredTerms.length > 0,
  }
}

const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const precisionOf = ({ right, total }: Answer) => right / Math.max(1, Math.min(FIRST, total))
const isFalselyConfident = ({ total, right, isAnnounced }: Answer) => total > 0 && right === 0 && !isAnnounced

/** Returns the figures by kind of query, and every answer that is not entirely right. */
export function relevanceReport({ answers, precision, honest, falselyConfident }: Relevance): string {
  const kinds = [...new Set(answers.map(({ kind }) => kind))]
  const rows = kinds.map((kind) => {
    const own = answers.filter((answer) => answer.kind === kind)
    const wanted = own.filter(({ shelves }) => shelves.length > 0)
    return [
      kind,
      String(own.length),
      wanted.length > 0 ? mean(wanted.map(precisionOf)).toFixed(2) : '–',
      String(own.filter(({ total }) => total === 0).length),
      String(own.filter(isFalselyConfident).length),
    ]
  })
  const wrong = answers.filter(({ shelves, total, ...rest }) =>
    shelves.length > 0 ? precisionOf({ shelves, total, ...rest }) < 1 : total > 0,
  )
  return [
    table(['kind', 'queries', 'precision at 5', 'empty', 'falsely confident'], rows),
    '',
    ...wrong.map(
      ({ query, right, total, names, isAnnounced }) =>
        `${query}: ${right} right, ${total} found${isAnnounced ? ', announced' : ''}: ${names.join(' · ')}`,
    ),
    '',
    `precision at 5: ${precision.toFixed(3)}`,
    `honest where nothing is right: ${percent(honest)}`,
    `falsely confident: ${percent(falselyConfident)}`,
  ].join('\n')
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
