/** An empty page; the JavaScript that it loads is that of Next.js itself. */
export default function Page() {
  return <p>bare</p>
}
