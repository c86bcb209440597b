import { describe, expect, it } from 'vitest'
import { parsePathSegments, parseSearchParams } from '@/lib/domain/listing/listing-url'
import { specKeySchema } from './common'

const PROTOTYPE_NAMES = Object.getOwnPropertyNames(Object.prototype)

describe('the name of a spec', () => {
  it('is none that every object answers to', () => {
    for (const name of PROTOTYPE_NAMES) expect(specKeySchema.safeParse(name).success, name).toBe(false)
    for (const name of ['ram', 'batteryLife', 'construction'])
      expect(specKeySchema.safeParse(name).success, name).toBe(true)
  })

  it('cannot be such a name in an address either', () => {
    for (const name of PROTOTYPE_NAMES) {
      expect(parsePathSegments(['electronics', '~', `${name}=1`]), name).toBeNull()
      expect(parseSearchParams({ [name]: '1' }).state.filters.size, name).toBe(0)
      expect(parseSearchParams({ sort: name }).state.sort, name).toBe('best')
    }
  })
})
