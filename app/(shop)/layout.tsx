import { Shell } from '@/components/layout/shell'

export default function ShopLayout({ children }: LayoutProps<'/'>) {
  return <Shell>{children}</Shell>
}
