'use client'

import clsx from 'clsx'
import { useSyncExternalStore } from 'react'
import { Icon } from '@/components/ui/icon'
import { moonIcon, sunIcon, sunMoonIcon } from '@/components/ui/icons'
import { THEME_COLOURS, THEME_KEY, THEME_META_ID, THEMES, type Theme } from '@/lib/look/theme'

const root = () => document.documentElement
const isTheme = (value: string | undefined): value is Theme => THEMES.some((theme) => theme === value)

const current = (): Theme => {
  const { theme } = root().dataset
  return isTheme(theme) ? theme : 'system'
}
const onServer = (): Theme => 'system'

function subscribe(changed: () => void) {
  const observer = new MutationObserver(changed)
  observer.observe(root(), { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

function apply(theme: Theme) {
  if (theme === 'system') delete root().dataset.theme
  else root().dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY)
    else localStorage.setItem(THEME_KEY, theme)
  } catch {
    // Storage is unavailable, so the chosen theme lasts only until the page is closed.
  }
  document.getElementById(THEME_META_ID)?.remove()
  if (theme === 'system') return
  const meta = document.createElement('meta')
  Object.assign(meta, { id: THEME_META_ID, name: 'theme-color', content: THEME_COLOURS[theme] })
  document.head.prepend(meta)
}

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }

/**
 * The button that switches between the system's theme, light and dark. Only the button needs this component to load;
 * CSS applies the theme before.
 */
export function ThemeSwitch({ withText = false, className }: { withText?: boolean; className?: string }) {
  const theme = useSyncExternalStore(subscribe, current, onServer)
  return (
    <button
      type="button"
      className={clsx('btn theme-switch needs-script', !withText && 'btn-icon', className)}
      aria-label={`Theme: ${theme}. Switch to ${NEXT[theme]}`}
      onClick={() => apply(NEXT[current()])}
    >
      <Icon className="is-system" d={sunMoonIcon} />
      <Icon className="is-light" d={sunIcon} />
      <Icon className="is-dark" d={moonIcon} />
      {withText && `Theme: ${theme}`}
    </button>
  )
}
