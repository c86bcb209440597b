import '../styles/office.css'

/** The office has styles of its own, which the shop never loads. */
export default function OfficeLayout({ children }: LayoutProps<'/'>) {
  return children
}
