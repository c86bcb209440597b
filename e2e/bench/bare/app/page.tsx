/** An empty page. Its JavaScript is that of Next.js itself. */
export default function Page() {
  return <p>bare</p>
}
