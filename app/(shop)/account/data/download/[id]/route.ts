import { answerExportDownload } from '@/lib/http/forms/customers/account'

export const GET = async (_: Request, { params }: RouteContext<'/account/data/download/[id]'>) =>
  answerExportDownload((await params).id)
