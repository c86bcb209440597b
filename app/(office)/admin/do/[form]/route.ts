import { answerOfficeForm } from '@/lib/http/forms/staff/office'

export const POST = async (request: Request, { params }: RouteContext<'/admin/do/[form]'>) =>
  answerOfficeForm(request, (await params).form)
