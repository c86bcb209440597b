import type { FullConfig, Reporter, Suite, TestCase } from 'playwright/types/testReporter'
import { createProgress, type Progress } from './progress'

/** A Playwright reporter that prints how many journeys have finished. */
export default class PlaywrightProgress implements Reporter {
  private progress?: Progress

  onBegin(_config: FullConfig, suite: Suite) {
    this.progress = createProgress({ unit: 'journeys', total: suite.allTests().length })
  }

  onTestBegin({ title }: TestCase) {
    this.progress?.begin(`“${title}”`)
  }

  onTestEnd({ title }: TestCase) {
    this.progress?.finish(`“${title}”`)
  }

  onEnd() {
    this.progress?.stop()
  }

  printsToStdio() {
    return true
  }
}
