import { answerOfficeGate } from '@/lib/http/forms/staff/sign-in'

export const POST = async (request: Request, { params }: RouteContext<'/admin/sign-in/do/[form]'>) =>
  answerOfficeGate(request, (await params).form)
