/** What the theme switch goes through. `system` follows the device and is what nothing stored means. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_KEY = 'theme'
/** `paper` of both themes in sRGB, for the browser's own bars. */
export const THEME_COLOURS = { light: '#f9eee9', dark: '#081e17' }

/**
 * Runs in <head> before anything is painted, so a stored theme never flashes, also on pages that are the same file for
 * everybody. The bars of the browser follow as soon as their <meta> elements are there.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark'){document.documentElement.dataset.theme=t;addEventListener('DOMContentLoaded',function(){document.querySelectorAll('meta[name=theme-color]').forEach(function(m){m.content=${JSON.stringify(THEME_COLOURS)}[t]})})}}catch(e){}`
