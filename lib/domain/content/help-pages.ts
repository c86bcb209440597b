/** Slugs of the help pages, in menu order. */
export const HELP_PAGES = ['delivery', 'returns', 'terms', 'privacy', 'imprint'] as const
export type HelpPageName = (typeof HELP_PAGES)[number]

/** Names of the help pages as links show them. */
export const HELP_TITLES: Record<HelpPageName, string> = {
  delivery: 'Delivery and costs',
  returns: 'Returns',
  terms: 'Terms',
  privacy: 'Privacy',
  imprint: 'Imprint',
}

export const isHelpPage = (name: string): name is HelpPageName => HELP_PAGES.some((page) => page === name)
