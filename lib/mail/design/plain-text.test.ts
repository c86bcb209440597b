import { describe, expect, it } from 'vitest'
import { inColumns, linksApart, MAX_WIDTH, wrap } from './plain-text'

const LINK = `https://shop.example/in?token=${'x'.repeat(60)}`

describe('the text of a mail', () => {
  it('is 56 characters wide', () => {
    const lines = wrap('Type it on the page where you asked for it. It holds for thirty minutes.').split('\n')
    expect(lines).toEqual(['Type it on the page where you asked for it. It holds for', 'thirty minutes.'])
    expect(lines[0]).toHaveLength(MAX_WIDTH)
  })

  it('keeps line breaks, empty lines and links whole', () => {
    expect(wrap(`Only\n\nthe keyboard at ${LINK} please`)).toBe(`Only\n\nthe keyboard at\n${LINK}\nplease`)
  })

  it('indents each line within its width', () => {
    for (const line of wrap('word '.repeat(40).trim(), '  ').split('\n')) {
      expect(line).toMatch(/^ {2}word/)
      expect(line.length).toBeLessThanOrEqual(MAX_WIDTH)
    }
  })
})

describe('links in a text', () => {
  it('stand on lines of their own, without a full stop behind them', () => {
    expect(linksApart('Withdraw at https://shop.example/withdraw. If you use it')).toBe(
      'Withdraw at\nhttps://shop.example/withdraw\nIf you use it',
    )
    expect(linksApart('(the seller that https://shop.example/imprint names)')).toBe(
      '(the seller that\nhttps://shop.example/imprint\nnames)',
    )
    expect(linksApart('See https://shop.example/')).toBe('See\nhttps://shop.example/')
  })
})

describe('columns', () => {
  it('end at the right edge', () => {
    expect(inColumns('Total', '€52.90')).toBe(`Total${' '.repeat(45)}€52.90`)
  })

  it('continue a long label below', () => {
    const lines = inColumns('A lamp with a name that is much too long to stand beside its price', '€1,248.60').split(
      '\n',
    )
    expect(lines).toEqual(['A lamp with a name that is much too long to    €1,248.60', '  stand beside its price'])
  })
})
