import { describe, expect, it, vi } from 'vitest'
import { DEMO_SETTINGS } from '@/lib/contracts/settings'
import { order } from './testing/order'

vi.stubEnv('NEXUS_URL', 'https://shop.example')
vi.stubEnv('NEXUS_SECRET', 'a secret for tests that is long enough')
vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:1/none')
vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/none')
const { orderConfirmation } = await import('./order-confirmation')

describe('the mail that confirms an order', () => {
  const { subject, text, html } = orderConfirmation(order, DEMO_SETTINGS)

  it('says what was bought, what it costs with VAT, when it comes and where it goes', () => {
    expect(subject).toBe('Your order NX-20417 is in')
    expect(text.slice(0, text.indexOf('Right of withdrawal'))).toMatchInlineSnapshot(`
      "Thank you for your order.
      Order NX-20417

      With you Tuesday 24 November, if your transfer reaches
      us in time.

      Lamp <b>&</b> shade                               €48.00
        Brass, E27 · 2 × €24.00

      Items                                             €48.00
      Standard delivery                                  €4.90
      Total                                             €52.90
      of which VAT 19 %                                  €8.45

      Please transfer €52.90. We pack when it is here.

      Account holder: Nexus Demo GmbH
      IBAN: DE02 1203 0000 0000 2020 51
      BIC: BYLADEM1001
      Reference: NX-20417

      See the order
      https://shop.example/orders/6f1c1e0e-6f0b-4a51-8f3c-0b5f6a0c9d11

      Goes to
      Ines O'Hara & Söhne
      Lange Reihe 28
      20099 Hamburg
      Germany

      Prices are frozen in this order, whatever happens in the
      shop.

      Withdraw from contract here
      https://shop.example/withdraw?order=NX-20417

      "
    `)
  })

  it('links to the order', () => {
    expect(text).toContain(`https://shop.example/orders/${order.id}`)
    expect(html).toContain(`href="https://shop.example/orders/${order.id}"`)
  })

  it('says how to pay: by transfer with the reference, or on delivery', () => {
    for (const part of [text, html])
      for (const fact of [DEMO_SETTINGS.bank.holder, DEMO_SETTINGS.bank.iban, DEMO_SETTINGS.bank.bic])
        expect(part).toContain(fact)
    expect(text).toContain('Reference: NX-20417')
    expect(html).toMatch(/>Reference<\/td><td [^>]*>NX-20417</)
    const onDelivery = orderConfirmation({ ...order, paymentMethod: 'ON_DELIVERY' }, DEMO_SETTINGS)
    expect(onDelivery.text).toContain('You pay €52.90 when it arrives.')
    expect(onDelivery.text).not.toContain(DEMO_SETTINGS.bank.iban)
  })

  it('says nothing of the buyer’s own in its subject or greeting, where a stranger would see it first', () => {
    const pushy = { ...order.address, firstName: 'Win', lastName: 'at prize.example' }
    const mail = orderConfirmation({ ...order, address: pushy }, DEMO_SETTINGS)
    expect(mail.subject).not.toMatch(/Win|prize/)
    const [greeting = ''] = mail.text.split('Goes to')
    expect(greeting).toContain('Thank you for your order.')
    expect(greeting).not.toMatch(/Win|prize/)
    expect(mail.html.slice(0, mail.html.indexOf('Goes to'))).not.toMatch(/Win |prize/)
  })

  it('goes to people with one name, and to an address that today’s form would refuse', () => {
    const address = { ...order.address, firstName: '', lastName: 'Suharto', postcode: 'EC1A 1BB', country: 'GB' }
    const mail = orderConfirmation({ ...order, address }, DEMO_SETTINGS)
    expect(mail.text).toContain('Goes to\nSuharto\nLange Reihe 28\nEC1A 1BB Hamburg\nGB\n')
  })

  it('carries the instruction on withdrawal and the model form, with who sells', () => {
    for (const part of [text, html].map((one) => one.replace(/\s+/g, ' ')))
      for (const words of [
        'You have the right to withdraw from this contract within 14 days',
        'Model withdrawal form',
        'Nexus Demo GmbH, Musterstraße 1, 20099 Hamburg, Germany, help@nexus.example',
        'https://shop.example/withdraw',
      ])
        expect(part).toContain(words)
    const { text: withoutTrader } = orderConfirmation(order, { bank: DEMO_SETTINGS.bank })
    expect(withoutTrader.replace(/\s+/g, ' ')).toContain('the seller that https://shop.example/help/imprint names')
  })

  it('says of a line that it cannot be withdrawn from', () => {
    const items = order.items.map((item) => ({ ...item, returnExcluded: 'perishable' as const }))
    expect(orderConfirmation({ ...order, items }, DEMO_SETTINGS).text.replace(/\s+/g, ' ')).toContain(
      'Spoils quickly, no right of withdrawal',
    )
  })

  it('shows names as they are and never runs them', () => {
    expect(text).toContain('Lamp <b>&</b> shade')
    expect(html).toContain('Lamp &lt;b&gt;&amp;&lt;/b&gt; shade')
    expect(html).toContain('O&#39;Hara &amp; Söhne')
  })
})
