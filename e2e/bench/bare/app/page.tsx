/** An empty page: what its JavaScript weighs is what Next itself weighs. */
export default function Page() {
  return <p>bare</p>
}
