import { relative } from 'node:path'
import type { Reporter, TestModule, TestSpecification } from 'vitest/node'
import { PROJECT } from '@/lib/dev/launcher/project'
import { createProgress, type Progress } from './progress'

const nameOf = ({ moduleId }: TestModule) => relative(PROJECT, moduleId)

/** A Vitest reporter that prints how many test files have finished. */
export default class VitestProgress implements Reporter {
  private progress?: Progress

  onTestRunStart(specifications: readonly TestSpecification[]) {
    this.progress = createProgress({ unit: 'files', total: specifications.length })
  }

  onTestModuleStart(module: TestModule) {
    this.progress?.begin(nameOf(module))
  }

  onTestModuleEnd(module: TestModule) {
    this.progress?.finish(nameOf(module))
  }

  onTestRunEnd() {
    this.progress?.stop()
  }
}
