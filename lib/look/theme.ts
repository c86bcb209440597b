/** Choices of the theme switch, in order. `system` follows the device's setting and is the default. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_KEY = 'theme'
/** Colours of the browser's toolbars in sRGB: the colour `paper` of each theme. */
export const THEME_COLOURS = { light: '#f9eee9', dark: '#081e17' }

/**
 * Id of the meta element that colours the browser's toolbars for a chosen theme. It comes before the two elements that
 * follow the system, because browsers use the first one that applies.
 */
export const THEME_META_ID = 'theme-colour'

/** Script that runs in <head> before the first paint, so that even static pages never flash in the wrong theme. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}'),d=document;if(t==='light'||t==='dark'){d.documentElement.dataset.theme=t;var m=d.createElement('meta');m.id='${THEME_META_ID}';m.name='theme-color';m.content=${JSON.stringify(THEME_COLOURS)}[t];d.head.prepend(m)}}catch(e){}`

/**
 * Applies the stored theme on pages that React rendered in the browser, because the script in <head> does not run
 * there.
 */
export function restoreTheme(): void {
  try {
    const stored = localStorage.getItem(THEME_KEY)
    if (stored === 'light' || stored === 'dark') document.documentElement.dataset.theme = stored
  } catch {
    // Storage is unavailable, so the page keeps the system's theme.
  }
}
