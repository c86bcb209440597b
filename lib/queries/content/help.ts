import { HELP_PAGES, type HelpPageName, isHelpPage } from '@/lib/domain/content/help-pages'

/** Returns the names of all help pages, in the order of their menu. */
export const helpPageNames = (): readonly HelpPageName[] => HELP_PAGES

/** Returns the name of the help page at an address; null where there is none. */
export const findHelpPage = (name: string): HelpPageName | null => (isHelpPage(name) ? name : null)
