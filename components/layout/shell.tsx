import type { ReactNode } from 'react'
import { CompareTray } from '@/components/catalog/compare/compare-tray-client'
import { JoinHearts } from '@/components/customers/hearts/join-hearts-client'
import { Toasts } from '@/components/ui/feedback/toasts-client'
import { getMenu } from '@/lib/queries/catalog/menu'
import { Footer } from './footer'
import { Header } from './header'

/** The frame of every shop page. A page whose content is not full-width adds its own `wrap`. */
export async function Shell({ children }: { children: ReactNode }) {
  const menu = await getMenu()
  return (
    <>
      <Header menu={menu} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <CompareTray />
      <Toasts />
      <JoinHearts />
    </>
  )
}
