/** The page shown if there is no stored withdrawal form: half an hour has passed, or the browser refused its cookie. */
export function NothingKept() {
  return (
    <div className="legal">
      <div className="legal-head">
        <h1 className="text-d3">Please fill it in once more</h1>
        <p>
          Nothing was withdrawn yet: your browser did not keep what you typed. It may be that half an hour has passed,
          or that cookies are off for this shop. With cookies off, an e-mail to{' '}
          <a className="more" href="mailto:help@nexus.example?subject=Withdrawal">
            help@nexus.example
          </a>{' '}
          counts just as much.
        </p>
      </div>
      <p>
        <a className="more" href="/withdraw">
          Back to the form
        </a>
      </p>
    </div>
  )
}
