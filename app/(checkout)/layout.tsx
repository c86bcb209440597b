import Link from 'next/link'
import { Footer } from '@/components/layout/footer'
import { SlimHeader } from '@/components/layout/slim-header'
import { buttonClass } from '@/components/ui/form/button'
import { Icon } from '@/components/ui/icon'
import { lockIcon } from '@/components/ui/icons'

/** The frame of pages with a single purpose, which have no departments and no search. */
export default function CheckoutLayout({ children }: LayoutProps<'/'>) {
  return (
    <>
      <SlimHeader
        action={
          <Link className={buttonClass({ size: 'sm' }, 'whitespace-nowrap')} href="/cart" prefetch={false}>
            Edit cart
          </Link>
        }
      >
        <p className="font-semibold flex items-center gap-2 whitespace-nowrap max-[24rem]:hidden">
          <Icon d={lockIcon} />
          <span className="max-sm:hidden">Safe checkout</span>
          <span className="sm:hidden">Checkout</span>
        </p>
      </SlimHeader>
      <main id="main" className="wrap pt-6 md:pt-10" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  )
}
