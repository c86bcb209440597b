/** An empty page: its JavaScript is the weight of Next.js itself. */
export default function Page() {
  return <p>bare</p>
}
