import { SideNav } from '@/components/customers/account/side-nav-client'

/** The frame of the account's pages: the list of pages at the left, a strip on small screens. */
export default function AccountLayout({ children }: LayoutProps<'/account'>) {
  return (
    <div className="wrap pt-6 pb-12">
      <div className="desk">
        <SideNav />
        <div className="desk-body">{children}</div>
      </div>
    </div>
  )
}
