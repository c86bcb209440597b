import { describe, expect, it } from 'vitest'
import { dateText, dayText, momentText, weekdayText } from './day'

describe('dates and times', () => {
  it('are formatted for people', () => {
    expect(dayText('2026-11-24')).toBe('Tuesday 24 November')
    expect(dateText('2026-11-24')).toBe('24 November')
    expect(weekdayText('2026-11-24')).toBe('Tuesday')
  })

  it('are in the shop’s time zone, in winter and in summer', () => {
    expect(momentText('2026-11-22T01:41:00Z')).toBe('Sunday 22 November, 02:41')
    expect(momentText('2026-07-01T22:30:00Z')).toBe('Thursday 2 July, 00:30')
  })
})
