/** What the theme switch goes through. `system` follows the device and is what nothing stored means. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_KEY = 'theme'
/** `paper` of both themes in sRGB, for the browser's own bars. */
export const THEME_COLOURS = { light: '#f9eee9', dark: '#081e17' }

/** The element that gives those bars the colour of a chosen theme; it stands before the two that follow the system. */
export const THEME_META_ID = 'theme-colour'

/**
 * Runs in <head> before anything is painted, so a stored theme never flashes, also on pages that are the same file for
 * everybody.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}'),d=document;if(t==='light'||t==='dark'){d.documentElement.dataset.theme=t;var m=d.createElement('meta');m.id='${THEME_META_ID}';m.name='theme-color';m.content=${JSON.stringify(THEME_COLOURS)}[t];d.head.prepend(m)}}catch(e){}`

/** Does what the script does where it could not run: on pages that React had to build in the browser. */
export function restoreTheme(): void {
  try {
    const stored = localStorage.getItem(THEME_KEY)
    if (stored === 'light' || stored === 'dark') document.documentElement.dataset.theme = stored
  } catch {
    // Storage is closed to us: the system's theme it is.
  }
}
