/** Slugs of the help pages, in menu order. */
export const HELP_PAGES = ['delivery', 'returns', 'terms', 'privacy', 'imprint'] as const
export type HelpPageName = (typeof HELP_PAGES)[number]

export const isHelpPage = (name: string): name is HelpPageName => HELP_PAGES.some((page) => page === name)
