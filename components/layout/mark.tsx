/** The logo: a box and its shadow, in the accent colour where they overlap. Use it inside a `.wordmark`. */
export function Mark() {
  return (
    <>
      <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M8 8h14.5v14.5H8z" fill="currentColor" />
        <path d="M1.5 1.5H16V16H1.5z" fill="var(--mark-bg, var(--surface))" />
        <path d="M8 8h8v8H8z" fill="var(--accent)" />
        <path d="M1.5 1.5H16V16H1.5zM8 16V8h8" fill="none" stroke="currentColor" strokeWidth="2.6" />
      </svg>
      <span>nexus</span>
    </>
  )
}
