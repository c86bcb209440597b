import { HELP_PAGES, type HelpPageName, isHelpPage } from '@/lib/domain/content/help-pages'

/** Returns the names of all help pages in menu order. */
export const helpPageNames = (): readonly HelpPageName[] => HELP_PAGES

/** Returns the name of a help page; null if it does not exist. */
export const findHelpPage = (name: string): HelpPageName | null => (isHelpPage(name) ? name : null)
