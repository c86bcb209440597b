/** Choices of the theme switch, in order. `system` follows the device and is the default. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_KEY = 'theme'
/** The colour `paper` of both themes in sRGB, for the browser's toolbars. */
export const THEME_COLOURS = { light: '#f9eee9', dark: '#081e17' }

/** Id of the meta element that colours the toolbars. It precedes the two that follow the system. */
export const THEME_META_ID = 'theme-colour'

/** A script that runs in <head> before the first paint, so that the wrong theme never flashes, even on static pages. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}'),d=document;if(t==='light'||t==='dark'){d.documentElement.dataset.theme=t;var m=d.createElement('meta');m.id='${THEME_META_ID}';m.name='theme-color';m.content=${JSON.stringify(THEME_COLOURS)}[t];d.head.prepend(m)}}catch(e){}`

/** Applies the stored theme on pages that React rendered in the browser, where the script did not run. */
export function restoreTheme(): void {
  try {
    const stored = localStorage.getItem(THEME_KEY)
    if (stored === 'light' || stored === 'dark') document.documentElement.dataset.theme = stored
  } catch {
    // Storage is unavailable, so keep the system's theme.
  }
}
