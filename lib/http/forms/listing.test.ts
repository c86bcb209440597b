import { expect, it } from 'vitest'
import { answerListingForm } from './listing'

const leadsTo = (query: string) => {
  const response = answerListingForm(new Request(`http://localhost/listing?${query}`))
  return [response.status, response.headers.get('location')]
}

it('redirects a plain form to the canonical address', () => {
  expect(leadsTo('in=electronics/laptops&ram=16-gb&ram=8-gb&price-min=&price-max=&sort=best')).toEqual([
    303,
    '/c/electronics/laptops/~/ram=16-gb,8-gb',
  ])
  expect(leadsTo('in=electronics/laptops&ram=16-gb&price-min=700&price-max=2%2C075&stock=in')).toEqual([
    303,
    '/search?in=electronics/laptops&ram=16-gb&price=700..2075&stock=in',
  ])
})

it('keeps a filter whose new bound is no number, and lets the page say so', () => {
  expect(leadsTo('in=electronics/laptops&price-before=700..2075&price-min=abc&price-max=2075')).toEqual([
    303,
    '/search?in=electronics%2Flaptops&price=700..2075&price-min=abc',
  ])
  expect(leadsTo('in=electronics/laptops&price-before=700..2075&price-min=&price-max=2075')).toEqual([
    303,
    '/search?in=electronics/laptops&price=..2075',
  ])
})

it.each(['', '%', 'page=-1', '__proto__=x', 'in=//evil.example', 'q=%0d%0aset-cookie:x'])(
  'stays in the shop for %j',
  (query) => {
    expect(leadsTo(query)).toEqual([303, expect.stringMatching(/^\/search(\?q=[\w+%:-]+)?$/)])
  },
)
