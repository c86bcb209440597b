import { beforeEach, expect, it } from 'vitest'
import { synonymSchema } from '@/lib/contracts/merchandising/synonym'
import { prepareMongo, synonyms } from '@/lib/db/mongo'
import { readSynonyms, synonymsStamp } from '@/lib/search/sync/synonym-store'
import { deleteSynonym, listSynonyms, saveSynonym } from './synonyms'

beforeEach(async () => {
  await prepareMongo()
  await synonyms().deleteMany({})
})

const SOFA = synonymSchema.parse({ mappingType: 'equivalent', synonyms: ['sofa', ' couch '] })
const TEDDY = synonymSchema.parse({ mappingType: 'explicit', input: ['teddy'], synonyms: ['bear'] })

it('rules can be created, changed and deleted', async () => {
  const id = await saveSynonym({ rule: SOFA })
  await saveSynonym({ rule: TEDDY })
  expect(await readSynonyms()).toEqual({ sets: [['sofa', 'couch']], oneWay: [{ from: 'teddy', to: ['bear'] }] })

  await saveSynonym({ id, rule: TEDDY })
  await saveSynonym({ id, rule: { ...SOFA, synonyms: ['sofa', 'settee'] } })
  const [latest] = await listSynonyms()
  expect(latest).toMatchObject({ id, mappingType: 'equivalent', synonyms: ['sofa', 'settee'] })
  expect(latest).not.toHaveProperty('input')

  await deleteSynonym(id)
  await deleteSynonym(id)
  expect(await readSynonyms()).toEqual({ sets: [], oneWay: [{ from: 'teddy', to: ['bear'] }] })
  await expect(saveSynonym({ id, rule: SOFA })).rejects.toMatchObject({ code: 'not_found' })
})

it('the version stamp changes with every change, and only then', async () => {
  const stamps = [await synonymsStamp()]
  const note = async () => stamps.push(await synonymsStamp())
  const id = await saveSynonym({ rule: SOFA })
  await note()
  await new Promise((resolve) => setTimeout(resolve, 5))
  await saveSynonym({ id, rule: TEDDY })
  await note()
  const same = await synonymsStamp()
  expect(same).toBe(stamps.at(-1))
  await deleteSynonym(id)
  await note()
  expect(new Set(stamps.slice(0, 3)).size).toBe(3)
  expect(stamps.at(-1)).toBe(stamps[0])
})

it('an invalid rule is refused by the contract, and ignored by the index if it was stored anyway', async () => {
  for (const rule of [
    { mappingType: 'equivalent', synonyms: ['alone'] },
    { mappingType: 'explicit', synonyms: ['bear'] },
    { mappingType: 'equivalent', synonyms: ['sofa', '…'] },
    { mappingType: 'equivalent', synonyms: ['sofa', 'x'.repeat(61)] },
    { mappingType: 'equivalent', synonyms: Array.from({ length: 21 }, (_, n) => `word ${n}`) },
  ])
    expect(synonymSchema.safeParse(rule).success, JSON.stringify(rule)).toBe(false)
  await saveSynonym({ rule: SOFA })
  await synonyms().updateOne({}, { $set: { synonyms: [] } }, { bypassDocumentValidation: true })
  expect((await readSynonyms()).sets).toEqual([])
})
