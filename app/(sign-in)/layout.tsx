import { Footer } from '@/components/layout/footer'
import { SlimHeader } from '@/components/layout/slim-header'
import { Icon } from '@/components/ui/icon'
import { lockIcon } from '@/components/ui/icons'

/** The frame of the pages around signing in. Links load whole documents, so that no page remembers another person. */
export default function SignInLayout({ children }: LayoutProps<'/'>) {
  return (
    <>
      <SlimHeader
        action={
          <a className="btn btn-sm whitespace-nowrap" href="/">
            Back to the shop
          </a>
        }
      >
        <p className="font-semibold flex items-center gap-2 whitespace-nowrap">
          <Icon d={lockIcon} /> <span className="max-sm:hidden">Sign in</span>
        </p>
      </SlimHeader>
      <main id="main" className="wrap pt-6 pb-12 md:pt-10" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  )
}
