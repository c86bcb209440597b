import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DEMO_SETTINGS } from '@/lib/contracts/settings'
import { HELP_PAGES, type HelpPageName } from '@/lib/domain/content/help-pages'
import { withDemoTerms } from '@/lib/queries/settings'
import { helpPage } from './help-pages'

const html = (name: HelpPageName, settings = withDemoTerms({})) =>
  helpPage(name, settings)
    .sections.map(({ body }) => renderToStaticMarkup(body))
    .join('')

describe('the help pages', () => {
  it.each(HELP_PAGES)('never show the demo shop’s name instead of a missing one: %s', (name) => {
    expect(html(name)).not.toMatch(/Nexus Demo|Muster/)
  })

  it('name the shop in imprint and terms', () => {
    const settings = withDemoTerms({ bank: { ...DEMO_SETTINGS.bank, holder: 'Lampen Huber OG' } })
    for (const name of ['imprint', 'terms'] as const) expect(html(name, settings)).toContain('Lampen Huber OG')
  })
})
